// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace pressarkiv {

/// Names the term that token streams know by a hash (WordHash::term); "" where nobody knows it.
using TermNames = std::function<std::string_view(std::uint32_t hash)>;

}  // namespace pressarkiv
