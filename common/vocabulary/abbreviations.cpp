// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/abbreviations.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "common/text/letters.h"
#include "common/text/stopwords.h"
#include "common/utf8.h"
#include "common/whole_file.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestLetters = 2;
constexpr std::size_t kMostLetters = 8;
constexpr std::size_t kLongestLongForm = 120;  // Bytes.

bool is_short_form(std::string_view text) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_at(text, at) && text[at] != '-') return false;
    if (is_upper_at(text, at)) ++capitals;
    ++letters;
    next_character(text, at);
  }
  return letters >= kFewestLetters && letters <= kMostLetters && capitals >= 2 &&
         capitals * 2 >= letters;
}

std::u32string lower_letters(std::string_view text) {
  std::string lower;
  append_lower(text, lower);
  std::u32string letters;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t letter = next_character(lower, at);
    if (letter != U'-') letters.push_back(letter);
  }
  return letters;
}

/// Where the last `words` words of a text begin.
std::size_t begin_of_last_words(std::string_view text, std::size_t words) {
  std::size_t at = text.size();
  while (at > 0 && words > 0) {
    while (at > 0 && text[at - 1] == ' ') --at;
    const std::size_t space = text.substr(0, at).rfind(' ');
    at = space == std::string_view::npos ? 0 : space + 1;
    if (--words == 0) return at;
    if (at > 0) --at;
  }
  return at;
}

/// The long form at the end of `before`, or "".
std::string_view long_form(std::string_view before, const std::u32string& letters) {
  std::size_t at = before.size();
  for (std::size_t i = letters.size(); i > 0; --i) {
    for (;;) {
      if (at == 0) return {};
      const std::size_t start = character_before(before, at);
      std::string lower;
      append_lower(before.substr(start, at - start), lower);
      at = start;
      std::size_t zero = 0;
      if (next_character(lower, zero) != letters[i - 1]) continue;
      const bool word_start = start == 0 || !is_word_at(before, character_before(before, start));
      if (i > 1 || word_start) break;
    }
  }
  return before.substr(at);
}

std::vector<std::u32string> words_of(std::string_view text) {
  std::vector<std::u32string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -", at), text.size());
    if (end > at) words.push_back(lower_letters(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

/// Whether the letters from `next` on can be taken from the words from `word` on, each word but
/// function words giving its first letter and perhaps some more in order: what stands idle was not
/// abbreviated. Tries every way; there are few.
bool can_be_taken(const std::vector<std::u32string>& words, const std::vector<bool>& may_be_idle,
                  std::size_t word, const std::u32string& letters, std::size_t next) {
  if (word == words.size()) return next == letters.size();
  if (may_be_idle[word] && can_be_taken(words, may_be_idle, word + 1, letters, next)) return true;
  std::size_t at = 0;
  while (next < letters.size()) {
    const std::size_t found = words[word].find(letters[next], at);
    if (found == std::u32string::npos || (at == 0 && found != 0)) return false;
    at = found + 1;
    if (can_be_taken(words, may_be_idle, word + 1, letters, ++next)) return true;
  }
  return false;
}

bool every_word_counts(std::string_view whole, const std::u32string& letters) {
  const std::vector<std::u32string> words = words_of(whole);
  std::vector<bool> may_be_idle;
  std::string lower;
  append_lower(whole, lower);
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" -", at), lower.size());
    if (end > at) may_be_idle.push_back(is_stopword(lower.substr(at, end - at)));
    at = end + 1;
  }
  return can_be_taken(words, may_be_idle, 0, letters, 0);
}

/// The words before the parenthesis that the long form is looked for in: of this sentence only.
std::string_view words_before(std::string_view text, std::size_t parenthesis, std::size_t letters) {
  std::size_t end = parenthesis;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = end > kLongestLongForm ? end - kLongestLongForm : 0;
  while (begin < end && is_utf8_tail(text[begin])) ++begin;
  std::string_view window = text.substr(begin, end - begin);
  const std::size_t stop = window.find_last_of(".:;!?\n()\"");
  if (stop != std::string_view::npos) window.remove_prefix(stop + 1);
  return window.substr(begin_of_last_words(window, std::min(letters + 5, letters * 2)));
}

}  // namespace

void find_abbreviations(std::string_view text, std::vector<Explained>& found) {
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::string_view inside = text.substr(open + 1, 2 * kMostLetters + 1);
    const std::size_t close = inside.find(')');
    if (close == std::string_view::npos || !is_short_form(inside.substr(0, close))) continue;
    const std::string_view short_form = inside.substr(0, close);
    const std::u32string letters = lower_letters(short_form);
    const std::string_view whole = long_form(words_before(text, open, letters.size()), letters);
    // A party letter pair after a name, or a word that is hardly longer, explains nothing.
    if (whole.size() < short_form.size() + 4 || !every_word_counts(whole, letters)) continue;
    found.emplace_back(short_form, whole);
  }
}

Result<AbbreviationCounts> read_abbreviations(const fs::path& folder) {
  AbbreviationCounts counts;
  std::ifstream in(folder / "abbreviations");
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
    std::uint32_t count = 0;
    if (second != std::string::npos) {
      std::from_chars(line.data() + second + 1, line.data() + line.size(), count);
    }
    if (count == 0) {
      return Error{ErrorCode::kCorrupt,
                   (folder / "abbreviations").string() + ":" + std::to_string(number) +
                       ": not an abbreviation; mend the index with: pressarkiv-index rebuild"};
    }
    counts[{line.substr(0, first), line.substr(first + 1, second - first - 1)}] += count;
  }
  return counts;
}

Status add_abbreviations(const fs::path& folder, const AbbreviationCounts& counts) {
  Result<AbbreviationCounts> all = read_abbreviations(folder);
  if (!all) return all.error();
  for (const auto& [pair, count] : counts) (*all)[pair] += count;
  std::string text;
  for (const auto& [pair, count] : *all) {
    text += pair.first + '\t' + pair.second + '\t' + std::to_string(count) + '\n';
  }
  return write_whole_file(folder / "abbreviations", text);
}

}  // namespace pressarkiv
