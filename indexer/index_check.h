// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/record/archive_layout.h"
#include "common/record/record_store.h"
#include "common/result.h"

namespace pressarkiv {

struct IndexCheck {
  std::uint64_t documents = 0;
  EventNumber last_event = 0;
  std::string generation;
  std::uint64_t bytes = 0;            ///< On disk, all of the generation.
  std::vector<std::string> problems;  ///< Empty: the index is sound and belongs to the record.
};

/// Looks at the current generation without changing it, and whether its texts are there; with
/// `thorough`, Xapian's own structure check as well, and every document and text against the
/// record.
Result<IndexCheck> check_index(const ArchiveLayout& layout, const RecordStore& record,
                               bool thorough);

}  // namespace pressarkiv
