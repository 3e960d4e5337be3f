// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fold.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "common/text/normalizer.h"

namespace pressarkiv {

std::string fold_label(std::string_view label) {
  const std::string normal = normalize(label).text;
  icu::UnicodeString lower = icu::UnicodeString::fromUTF8(normal);
  lower.toLower(icu::Locale("sv"));
  std::string utf8;
  lower.toUTF8String(utf8);
  std::string folded;
  for (const char c : fold_accents(utf8)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      folded.push_back(c);
    } else if (!folded.empty() && folded.back() != ' ') {
      folded.push_back(' ');
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::vector<std::string> label_words(std::string_view folded, std::string_view separators) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(separators, at), folded.size());
    if (end > at) words.emplace_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace pressarkiv
