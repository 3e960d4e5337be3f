// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/accents.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace pressarkiv {
namespace {

struct Replacement {
  char32_t letter;
  std::string_view folded;
};

// Letters that Unicode does not decompose. In code point order, for binary search.
constexpr std::array<Replacement, 22> kLetters{
    {{U'Æ', "Ä"},  {U'Ð', "D"},  {U'Ø', "Ö"},  {U'Þ', "TH"}, {U'ß', "ss"}, {U'æ', "ä"},
     {U'ð', "d"},  {U'ø', "ö"},  {U'þ', "th"}, {U'Đ', "D"},  {U'đ', "d"},  {U'Ħ', "H"},
     {U'ħ', "h"},  {U'ı', "i"},  {U'Ł', "L"},  {U'ł', "l"},  {U'Ŋ', "N"},  {U'ŋ', "n"},
     {U'Œ', "OE"}, {U'œ', "oe"}, {U'Ŧ', "T"},  {U'ŧ', "t"}}};

bool is_swedish_letter(char32_t code) {
  return code == U'å' || code == U'ä' || code == U'ö' || code == U'Å' || code == U'Ä' ||
         code == U'Ö';
}

bool is_accent(char32_t code) { return code >= 0x300 && code <= 0x36F; }

void append(char32_t code, std::string& out) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code));
  out.append(bytes.begin(), bytes.begin() + length);
}

void append_folded(char32_t code, std::string& out);

/// Whether the letter is another one with an accent; if so, appends that other one, folded.
bool append_decomposed(char32_t code, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfc->getRawDecomposition(static_cast<UChar32>(code), parts)) {
    return false;
  }
  const std::int32_t accent_at = parts.moveIndex32(parts.length(), -1);
  const UChar32 accent = parts.char32At(accent_at);
  if (accent_at == 0 || !is_accent(static_cast<char32_t>(accent))) return false;
  for (std::int32_t i = 0; i < accent_at; i = parts.moveIndex32(i, 1)) {
    append_folded(static_cast<char32_t>(parts.char32At(i)), out);
  }
  return true;
}

void append_folded(char32_t code, std::string& out) {
  if (is_accent(code)) return;
  if (is_swedish_letter(code)) return append(code, out);
  const auto* const known = std::lower_bound(
      kLetters.begin(), kLetters.end(), code,
      [](const Replacement& replacement, char32_t wanted) { return replacement.letter < wanted; });
  if (known != kLetters.end() && known->letter == code) {
    out += known->folded;
  } else if (!append_decomposed(code, out)) {
    append(code, out);
  }
}

}  // namespace

bool may_have_accents(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) continue;
    if (byte != 0xC3 || ++i == text.size()) return true;
    const unsigned lower = static_cast<unsigned char>(text[i]) | 0x20U;
    if (lower != 0xA4 && lower != 0xA5 && lower != 0xB6) return true;
  }
  return false;
}

void fold_accents(std::string_view text, std::string& out) {
  out.clear();
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);
    if (code < 0x80) {  // ASCII, and what is no UTF-8 (negative).
      out.append(
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    } else {
      append_folded(static_cast<char32_t>(code), out);
    }
  }
}

std::string fold_accents(std::string_view text) {
  if (!may_have_accents(text)) return std::string(text);
  std::string folded;
  fold_accents(text, folded);
  return folded;
}

}  // namespace pressarkiv
