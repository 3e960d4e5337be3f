// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Something whose every match in a text is one occurrence of the query.
struct OccurrenceTarget {
  TokenPattern pattern;
  std::optional<Section> section;  ///< Only there; nullopt: title, lead and body.
};

}  // namespace pressarkiv
