// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"

namespace pressarkiv {

struct DuplicateRelease {
  std::string id;
  std::string title;
  std::optional<PartialDate> date;
};

/// Releases of one text: the earliest, which counts, and those that repeat it.
struct DuplicateGroup {
  DuplicateRelease original;
  std::vector<DuplicateRelease> copies;  ///< By date, then in the order they came.
};

struct DuplicateList {
  std::uint64_t revision = 0;
  std::uint64_t archive_releases = 0;
  std::uint64_t copies = 0;
  std::vector<DuplicateGroup> groups;  ///< By date of the original.
};

}  // namespace pressarkiv
