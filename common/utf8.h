// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressarkiv {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// Whether a byte continues a character that began before it.
inline bool is_utf8_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The character at byte `at`, which must lie inside `text`; moves `at` behind it. A byte that is
/// no UTF-8 (overlong forms and surrogates too) is U+FFFD and one byte long.
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const unsigned tails = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < tails) return kReplacementCharacter;
  char32_t code = first & (0x3FU >> tails);
  for (unsigned i = 0; i < tails; ++i) {
    if (!is_utf8_tail(text[at + i])) return kReplacementCharacter;
    code = (code << 6U) | (byte(at + i) & 0x3FU);
  }
  const bool overlong = (tails == 2 && code < 0x800) || (tails == 3 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    return kReplacementCharacter;
  }
  at += tails;
  return code;
}

/// The character at byte `at` as it stands, U+FFFD for a byte that is no UTF-8; moves `at` behind
/// it.
inline std::string_view next_valid_character(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t code = next_character(text, at);
  const bool broken = code == kReplacementCharacter && at - begin == 1;
  return broken ? std::string_view("\uFFFD") : text.substr(begin, at - begin);
}

/// The text with U+FFFD for each byte that is no UTF-8.
inline std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) valid += next_valid_character(text, at);
  return valid;
}

}  // namespace pressarkiv
