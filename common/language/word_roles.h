// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace pressarkiv {

/// What a word may be, as bits. Values reach the disk (model files): never renumber.
struct WordRole {
  static constexpr std::uint8_t kFirst = 1;  ///< A first or middle part of a compound.
  static constexpr std::uint8_t kNamed = 2;  ///< … and the dictionary names it as one.
  static constexpr std::uint8_t kLast = 4;   ///< A last part, and a word of its own.
  static constexpr std::uint8_t kName = 8;   ///< Only ever a proper name: never split.
};

}  // namespace pressarkiv
