// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fold.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

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

}  // namespace pressarkiv
