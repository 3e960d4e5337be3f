// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace pressarkiv {

/// Edits (insert, delete, replace, swap of neighbours) between two short texts, in bytes.
/// O(|a|·|b|).
unsigned edit_distance(std::string_view a, std::string_view b);

/// The candidate that was most likely meant by `typed`: nearest, at most one edit for words of four
/// or five bytes and two for longer ones; "" if none is that near. Shorter words are never guessed.
std::string_view nearest_name(std::string_view typed,
                              const std::vector<std::string_view>& candidates);

}  // namespace pressarkiv
