// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pressarkiv {

/// Where the last part of a compound begins ("sjukvård" → 4, "vård" → 0), if it is one of the
/// common last parts of Swedish compounds in officialese and news, in any inflection. No
/// dictionary: knows some 300 nouns, and prefers the longer of two that fit. About 1 µs.
std::optional<std::size_t> find_compound_head(std::string_view word);

}  // namespace pressarkiv
