// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/columns/columns.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Those of the candidates (ascending docids) whose token streams match a phrase or nearness, by
/// several threads where they are many: at most `threads`, 0 for as many as the machine runs at
/// once.
std::vector<std::uint32_t> matching_candidates(const Columns& columns, const TokenPattern& pattern,
                                               std::optional<Section> section,
                                               const std::vector<std::uint32_t>& candidates,
                                               unsigned threads = 0);

}  // namespace pressarkiv
