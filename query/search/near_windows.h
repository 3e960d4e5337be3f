// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Windows that hold one span of every list, each beginning at a position of its own, with at most
/// `distance` positions from the first of these to the last. Lists are ascending by begin and not
/// empty. Ascending by begin, at least one window for every position that can be the first.
std::vector<Span> near_windows(const std::vector<std::vector<Span>>& lists, std::uint32_t distance);

}  // namespace pressarkiv
