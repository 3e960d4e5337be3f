// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressarkiv {

/// One character of a UTF-8 text and how many bytes it takes. A byte that is no UTF-8 is one
/// character of one byte: U+FFFD.
struct Character {
  char32_t code = 0;
  std::size_t size = 0;
};

/// The character at byte `at`, which must lie inside `text`.
Character character_at(std::string_view text, std::size_t at);

/// Blanks, line ends, control characters, byte-order marks and U+FFFD: what separates words.
bool is_blank(char32_t code);
/// Letters and digits of any script: a word without any cannot be searched for.
bool is_searchable(char32_t code);
/// Whether any character of `text` is searchable.
bool has_searchable(std::string_view text);

/// Which kind of quotation mark: marks of one family open and close each other.
enum class QuoteFamily { kNone, kStraightOrCurly, kGuillemets };
QuoteFamily quote_family(char32_t code);

/// 1-based column, in characters, of a byte offset. O(offset).
std::size_t column_of(std::string_view text, std::size_t offset);

/// Lower case without diacritics: "Ämne" → "amne". For names of fields and operators.
std::string fold_name(std::string_view name);

/// `text` with every run of blanks as one space and none at the ends.
std::string single_blanks(std::string_view text);

}  // namespace pressarkiv
