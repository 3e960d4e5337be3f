// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/numbers.h"

#include "common/text/letters.h"

namespace pressarkiv {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// Whether what stands before `at` lets a spaced number begin there.
bool may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_digit(before) || is_ascii_letter(before)) return false;
  constexpr std::string_view kNever = "-.,:/+_'&@#\\";
  if (kNever.find(before) != std::string_view::npos) return false;
  // "0771 123 456": a number stands before it, so this is no beginning.
  return at < 2 || before != ' ' || !is_digit(text[at - 2]);
}

/// Whether a number may end at `at`: no word goes on there, and no further digits follow as in
/// telephone numbers.
bool may_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  if (is_word_at(text, at)) return false;
  const bool sign = text[at] == ' ' || text[at] == '.' || text[at] == ':' || text[at] == '/';
  return !sign || at + 1 >= text.size() || !is_digit(text[at + 1]);
}

struct Words {
  std::string_view text;
  const std::vector<ByteRange>& words;

  std::string_view word(std::size_t i) const {
    return i < words.size() ? text.substr(words[i].begin, words[i].size()) : std::string_view();
  }
  /// The sign between word i and the next, if there is just one byte; else 0.
  char sign_after(std::size_t i) const {
    const bool one = i + 1 < words.size() && words[i + 1].begin == words[i].end + 1;
    return one ? text[words[i].end] : '\0';
  }
  bool digits(std::size_t i, std::size_t least, std::size_t most) const {
    const std::string_view text_of = word(i);
    return text_of.size() >= least && text_of.size() <= most && all_digits(text_of);
  }
};

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

/// "Ju2022", "S2022": letters of a ministry and a year.
bool is_registry(std::string_view word) {
  std::size_t letters = 0;
  while (letters < word.size() && !is_digit(word[letters])) ++letters;
  return letters > 0 && letters <= 6 && is_year(word.substr(letters));
}

/// "Ju2022/02319", "U2023/01423/SAM".
std::size_t count_registry_words(const Words& words, std::size_t first) {
  if (!is_registry(words.word(first)) || words.sign_after(first) != '/' ||
      !words.digits(first + 1, 2, 6)) {
    return 0;
  }
  std::size_t count = 2;
  while (count < 4 && words.sign_after(first + count - 1) == '/' &&
         words.word(first + count).size() <= 6) {
    ++count;
  }
  return count;
}

/// "2022/23", "2022/23:91", "2023/01234".
std::size_t count_slash_words(const Words& words, std::size_t first) {
  if (!words.digits(first, 4, 4)) return 0;
  if (words.digits(first + 1, 2, 2)) {
    const char after = words.sign_after(first + 1);
    if (after == ':' && words.digits(first + 2, 1, 5)) return 3;
    return after == '/' ? 0 : 2;
  }
  return words.digits(first + 1, 3, 6) && !is_year(words.word(first + 1)) ? 2 : 0;
}

}  // namespace

std::size_t spaced_number_end(std::string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  if (end == at || end - at > 3 || text[at] == '0' || !may_begin(text, at)) return 0;
  std::size_t groups = 0;
  while (end < text.size() && text[end] == ' ' && digits_end(text, end + 1) == end + 4) {
    end += 4;
    ++groups;
  }
  if (groups == 0) return 0;
  if (end < text.size() && text[end] == ',') {
    const std::size_t decimals = digits_end(text, end + 1);
    if (decimals > end + 1) end = decimals;
  }
  return may_end(text, end) ? end : 0;
}

bool is_pointed_number(std::string_view text) {
  const std::size_t first = digits_end(text, 0);
  if (first == 0 || first > 3 || text[0] == '0' || first == text.size()) return false;
  for (std::size_t at = first; at < text.size(); at += 4) {
    if (text[at] != '.' || digits_end(text, at + 1) != at + 4) return false;
  }
  return true;
}

std::size_t count_number_words(std::string_view text, const std::vector<ByteRange>& all,
                               std::size_t first) {
  const Words words{text, all};
  switch (words.sign_after(first)) {
    case '-':
      return words.digits(first, 4, 4) && words.digits(first + 1, 2, 2) &&
                     words.sign_after(first + 1) == '-' && words.digits(first + 2, 2, 2) &&
                     words.sign_after(first + 2) != '-'
                 ? 3
                 : 0;
    case '/': {
      const std::size_t count = count_slash_words(words, first);
      return count > 0 ? count : count_registry_words(words, first);
    }
    case ':':
      return words.digits(first, 1, 9) && words.digits(first + 1, 1, 9) ? 2 : 0;
    default:
      return 0;
  }
}

}  // namespace pressarkiv
