// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv::text {

/// Without blanks, tabs, line feeds, no-break spaces and zero-width characters at either end.
std::string_view trim(std::string_view text);
/// ASCII and Latin-1 letters in lower case ("ÄMNEN" → "ämnen"); soft hyphens left out. For
/// comparing with the word lists of the readers, not for indexing.
std::string lower(std::string_view text);
/// The runs of non-blank characters.
std::vector<std::string_view> words(std::string_view text);
std::size_t count_words(std::string_view text);
/// No more than `most` are counted.
std::size_t count_words_up_to(std::string_view text, std::size_t most);
/// Whether there are more words than so many: of a long text only the beginning is looked at.
bool has_more_words(std::string_view text, std::size_t most);
/// Number of characters (code points).
std::size_t count_characters(std::string_view text);

/// The first character; 0 for an empty text.
char32_t first_character(std::string_view text);
char32_t last_character(std::string_view text);
bool is_digit(char c);
bool is_upper(char32_t c);
bool is_letter(char32_t c);
/// Whether the text begins with an upper-case letter.
bool is_capitalised(std::string_view word);
/// Two letters or more, and none of them in lower case.
bool is_all_capitals(std::string_view text);

/// Hyphen, en dash, em dash, minus or figure dash.
bool is_dash(char32_t c);
/// Any mark that opens a quotation.
bool is_opening_quote(char32_t c);
/// Length in bytes of a bullet with the blanks after it ("• ", "* ", "– ", "-"); 0 if there is
/// none. A dash or star needs a blank after it.
std::size_t bullet_length(std::string_view line);
/// Whether the bullet is a dash of any kind, as a spoken line may have too.
bool begins_with_dash(std::string_view line);

/// Asked of whole lists of phrases for every line: the first byte settles most.
inline bool begins_with(std::string_view text, std::string_view prefix) {
  return prefix.empty() || (text.size() >= prefix.size() && text.front() == prefix.front() &&
                            text.starts_with(prefix));
}
bool ends_with(std::string_view text, std::string_view suffix);
/// Whether `lowered` begins with the phrase and no letter or digit follows it.
bool begins_with_phrase(std::string_view lowered, std::string_view phrase);
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);
/// Whether any word of the list ends the word.
bool ends_with_one_of(std::string_view word, std::initializer_list<std::string_view> list);
/// Without these ASCII characters at the end, and blanks.
std::string_view strip_right(std::string_view text, std::string_view characters);
std::string_view strip_left(std::string_view text, std::string_view characters);
/// Every run of blanks and line feeds holding a line feed becomes one space.
std::string unwrap(std::string_view text);

}  // namespace pressarkiv::text
