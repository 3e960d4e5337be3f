// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace pressarkiv {

/// Character tests on normalised UTF-8 (see NormalText). Where a test takes a byte, a byte above
/// ASCII is a part of a character, and most of those are letters.
inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
inline bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
inline bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

inline bool all_digits(std::string_view text) {
  for (const char byte : text) {
    if (!is_digit(byte)) return false;
  }
  return !text.empty();
}

/// Length of the letter (ASCII, or U+00C0…U+00FF but × and ÷) that begins at `at`; 0: none.
inline std::size_t latin_letter_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii_letter(text[at])) return 1;
  if (text[at] != '\xC3' || at + 1 >= text.size()) return 0;
  return text[at + 1] == '\x97' || text[at + 1] == '\xB7' ? 0 : 2;
}

/// Whether the character that begins at `at` is an upper-case (lower-case) letter.
bool is_upper_at(std::string_view text, std::size_t at);
bool is_lower_at(std::string_view text, std::size_t at);
/// Whether it is a letter or a digit.
bool is_word_at(std::string_view text, std::size_t at);

/// Where the character that ends at `end` (not 0) begins.
std::size_t character_before(std::string_view text, std::size_t end);

/// Number of characters.
std::size_t count_characters(std::string_view text);

/// Appends the text in lower case, letter by letter, as Swedish has it (no Turkish rules).
void append_lower(std::string_view text, std::string& out);

}  // namespace pressarkiv
