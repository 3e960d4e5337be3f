// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace pressarkiv::extract {

/// Behind the run of small letters of ASCII and Latin-1 that begins at `at`: what most of a text
/// is, and what no rule of spelling has to look at letter by letter. `at` itself where there is
/// none. No more than text[0, end) is looked at.
inline std::size_t end_of_small_letters(std::string_view text, std::size_t at, std::size_t end) {
  static constexpr std::array<bool, 256> kSmall = [] {
    std::array<bool, 256> small{};
    for (unsigned char c = 'a'; c <= 'z'; ++c) small[c] = true;
    return small;
  }();
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (true) {
    while (at < end && kSmall[byte(at)]) ++at;
    // "ß" to "ÿ", but not "÷".
    const bool latin = at + 1 < end && byte(at) == 0xC3 && byte(at + 1) >= 0x9F &&
                       byte(at + 1) <= 0xBF && byte(at + 1) != 0xB7;
    if (!latin) return at;
    at += 2;
  }
}

}  // namespace pressarkiv::extract
