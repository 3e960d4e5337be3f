// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fold.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "common/text/normalizer.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

/// In place, for ASCII and å ä ö alone: such a text is normal and has nothing to fold.
void lower_plain(std::string& text) {
  for (char& byte : text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
    // Second bytes of Å Ä Ö; those of å ä ö have the bit already.
    if (is_utf8_tail(byte)) byte = static_cast<char>(static_cast<unsigned char>(byte) | 0x20U);
  }
}

std::string single_blanks(std::string_view text) {
  std::string single;
  single.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      single.push_back(c);
    } else if (!single.empty() && single.back() != ' ') {
      single.push_back(' ');
    }
  }
  if (!single.empty() && single.back() == ' ') single.pop_back();
  return single;
}

}  // namespace

std::string fold_label(std::string_view label) {
  if (!may_have_accents(label)) {
    std::string lower(label);
    lower_plain(lower);
    return single_blanks(lower);
  }
  const std::string normal = normalize(label).text;
  icu::UnicodeString lower = icu::UnicodeString::fromUTF8(normal);
  lower.toLower(icu::Locale("sv"));
  std::string utf8;
  lower.toUTF8String(utf8);
  return single_blanks(fold_accents(utf8));
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
