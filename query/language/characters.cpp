// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/characters.h"

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;

bool is_combining_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

/// The base letter of the letters with diacritics that names of fields may be written with.
char32_t without_diacritics(char32_t code) {
  switch (code) {
    case U'å':
    case U'ä':
    case U'à':
    case U'á':
      return U'a';
    case U'ö':
    case U'ø':
      return U'o';
    case U'é':
    case U'è':
      return U'e';
    default:
      return code;
  }
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const char32_t code = next_character(text, next);
  return {code, next - at};
}

bool is_blank(char32_t code) {
  if (code < 0x80) return code <= 0x20 || code == 0x7F;
  const auto point = static_cast<UChar32>(code);
  return code == kReplacementCharacter || code == kByteOrderMark || u_isUWhiteSpace(point) != 0 ||
         u_charType(point) == U_CONTROL_CHAR;
}

bool is_searchable(char32_t code) {
  if (code < 0x80) {
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
           (code >= 'A' && code <= 'Z');
  }
  return u_isalnum(static_cast<UChar32>(code)) != 0;
}

bool has_searchable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_searchable(c.code)) return true;
    at += c.size;
  }
  return false;
}

QuoteFamily quote_family(char32_t code) {
  switch (code) {
    case U'"':
    case U'\u201C':  // “
    case U'\u201D':  // ”
    case U'\u201E':  // „
    case U'\u201F':  // ‟
    case U'\uFF02':  // ＂
      return QuoteFamily::kStraightOrCurly;
    case U'\u00AB':  // «
    case U'\u00BB':  // »
      return QuoteFamily::kGuillemets;
    default:
      return QuoteFamily::kNone;
  }
}

std::size_t column_of(std::string_view text, std::size_t offset) {
  std::size_t column = 1;
  for (std::size_t at = 0; at < offset && at < text.size(); ++column) {
    at += character_at(text, at).size;
  }
  return column;
}

std::string fold_name(std::string_view name) {
  std::string folded;
  for (std::size_t at = 0; at < name.size();) {
    const Character c = character_at(name, at);
    at += c.size;
    if (is_combining_mark(c.code)) continue;
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code)));
    const char32_t base = without_diacritics(lower);
    if (base < 0x80) {
      folded.push_back(static_cast<char>(base));
    } else {
      folded.append(name.substr(at - c.size, c.size));
    }
  }
  return folded;
}

std::string single_blanks(std::string_view text) {
  std::string single;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!is_blank(c.code)) {
      single.append(text.substr(at, c.size));
    } else if (!single.empty() && single.back() != ' ') {
      single.push_back(' ');
    }
    at += c.size;
  }
  if (!single.empty() && single.back() == ' ') single.pop_back();
  return single;
}

}  // namespace pressarkiv
