// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/encoding.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstdio>

#include "common/eight_bytes.h"

namespace pressarkiv {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
constexpr UChar32 kReplacement = 0xFFFD;
// One stray control code in this many bytes is dirt in a text; more is not a text.
constexpr std::size_t kBytesPerControl = 200;
// How much of the start is looked at for the NULs of UTF-16 without a mark.
constexpr std::size_t kUtf16Sample = 512;

// Bytes 80–9F of Windows-1252; 0 where the byte has no meaning.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

void append_utf8(std::string& out, UChar32 code_point) {
  std::array<char, U8_MAX_LENGTH> buffer{};
  int length = 0;
  U8_APPEND_UNSAFE(buffer.data(), length, code_point);
  out.append(buffer.data(), static_cast<std::size_t>(length));
}

Error failure(ErrorCode code, const TextPlace& place, std::string_view what) {
  return {code, std::string(place.path) + ": " + std::string(what) + "; skipped"};
}

std::string at_offset(const TextPlace& place, std::size_t offset) {
  return "offset " + std::to_string(place.offset + offset);
}

std::string hex(unsigned char byte) {
  std::array<char, 5> text{};
  std::snprintf(text.data(), text.size(), "%02X", static_cast<unsigned>(byte));
  return text.data();
}

struct Utf8Survey {
  std::size_t sequences = 0;  // Valid ones of two bytes and more.
  std::size_t invalid = 0;    // Bytes that belong to none.
  std::size_t first_invalid = 0;
};

Utf8Survey survey_utf8(std::string_view bytes) {
  Utf8Survey survey;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    // The macros count in int32_t; a window keeps them right in files of any size.
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - i, 4));
    std::int32_t length = 0;
    UChar32 code_point = 0;
    U8_NEXT(data + i, length, window, code_point);
    if (code_point >= 0) {
      ++survey.sequences;
      i += static_cast<std::size_t>(length);
    } else {
      if (survey.invalid++ == 0) survey.first_invalid = i;
      ++i;
    }
  }
  return survey;
}

// UTF-16 of Western text has a NUL in every other byte.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
  const std::size_t sample = std::min(bytes.size(), kUtf16Sample) & ~std::size_t{1};
  if (sample < 4 || bytes.size() % 2 != 0) return std::nullopt;
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < sample; ++i) {
    if (bytes[i] == '\0') ++nuls[i % 2];
  }
  const std::size_t many = sample * 2 / 5;  // Four fifths of the characters.
  if (nuls[1] >= many && nuls[0] == 0) return Encoding::kUtf16Le;
  if (nuls[0] >= many && nuls[1] == 0) return Encoding::kUtf16Be;
  return std::nullopt;
}

std::string_view without_mark(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark ? bytes.substr(mark.size()) : bytes;
}

Result<std::string> utf16_to_utf8(std::string_view bytes, bool little, const TextPlace& place) {
  const std::size_t mark =
      bytes.size() - without_mark(bytes, little ? kUtf16LeMark : kUtf16BeMark).size();
  if (bytes.size() % 2 != 0) {
    return failure(ErrorCode::kCorrupt, place,
                   "UTF-16 that ends in half a character at " + at_offset(place, bytes.size() - 1));
  }
  const auto unit = [&](std::size_t i) {
    const unsigned low = byte_at(bytes, little ? i : i + 1);
    const unsigned high = byte_at(bytes, little ? i + 1 : i);
    return static_cast<UChar32>(high << 8U | low);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = mark; i < bytes.size(); i += 2) {
    UChar32 code_point = unit(i);
    if (U16_IS_SURROGATE(code_point)) {
      const UChar32 next = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (!U16_IS_SURROGATE_LEAD(code_point) || !U16_IS_TRAIL(next)) {
        return failure(ErrorCode::kCorrupt, place,
                       "broken UTF-16 (half a surrogate pair at " + at_offset(place, i) + ")");
      }
      code_point = U16_GET_SUPPLEMENTARY(code_point, next);
      i += 2;
    }
    append_utf8(out, code_point);
  }
  return out;
}

std::string windows1252_to_utf8(std::string_view bytes, bool& lossy) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else if (byte >= 0xA0) {
      append_utf8(out, byte);
    } else {
      const UChar32 code_point = kWindows1252[byte - 0x80U];
      lossy = lossy || code_point == 0;
      append_utf8(out, code_point == 0 ? kReplacement : code_point);
    }
  }
  return out;
}

bool is_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && (byte < '\n' || byte > '\r')) || byte == 0x7F;
}

// NUL anywhere, or more than a few control codes, means that this is not a text.
std::optional<std::string> why_not_text(std::string_view text, const TextPlace& place,
                                        bool offsets_are_exact) {
  std::size_t controls = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = byte_at(text, i);
    if (!is_control(byte)) continue;
    const bool dos_end = byte == 0x1A && i + 1 == text.size();
    if (byte == 0) {
      return "not text (NUL byte" + (offsets_are_exact ? " at " + at_offset(place, i) : "") + ")";
    }
    if (!dos_end && controls++ == 0) first = i;
  }
  if (controls * kBytesPerControl <= text.size()) return std::nullopt;
  return "not text (control byte " + hex(byte_at(text, first)) +
         (offsets_are_exact ? " at " + at_offset(place, first) : "") + ")";
}

// Every way to end a line becomes "\n"; stray control codes go. In place.
void clean_lines(std::string& text, bool& lossy) {
  const auto needs_work = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_control(byte) || (byte >= 0x0B && byte <= 0x0D) || byte == 0xC2 || byte == 0xE2;
  };
  auto out = std::find_if(text.begin(), text.end(), needs_work);
  for (auto in = out; in != text.end();) {
    const std::string_view rest(&*in, static_cast<std::size_t>(text.end() - in));
    const auto byte = static_cast<unsigned char>(*in);
    std::size_t taken = 1;
    if (rest.substr(0, 2) == "\r\n") {
      *out++ = '\n';
      taken = 2;
    } else if (byte >= 0x0B && byte <= 0x0D) {
      *out++ = '\n';
    } else if (rest.substr(0, 2) == "\xC2\x85") {
      *out++ = '\n';
      taken = 2;
    } else if (rest.substr(0, 3) == "\xE2\x80\xA8" || rest.substr(0, 3) == "\xE2\x80\xA9") {
      *out++ = '\n';
      taken = 3;
    } else if (is_control(byte)) {
      lossy = lossy || byte != 0x1A;
    } else {
      *out++ = *in;
    }
    in += static_cast<std::ptrdiff_t>(taken);
  }
  text.erase(out, text.end());
}

// Everything below U+0300 is composed already, which covers most Swedish text but dashes and
// quotation marks.
bool may_need_composing(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xCC; });
}

void compose(DecodedText& decoded) {
  if (!may_need_composing(decoded.text)) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  // ICU counts in int32_t; text is cut at line ends, which never combine with what follows.
  constexpr std::size_t kPiece = std::size_t{1} << 28U;
  std::string composed;
  for (std::string_view rest = decoded.text; !rest.empty();) {
    std::size_t size = std::min(rest.size(), kPiece);
    if (size < rest.size()) {
      const std::size_t line_end = rest.rfind('\n', size);
      size = line_end == std::string_view::npos ? rest.size() : line_end + 1;
    }
    const icu::StringPiece piece(rest.data(), static_cast<std::int32_t>(size));
    if (size == decoded.text.size() && nfc->isNormalizedUTF8(piece, status)) return;
    icu::StringByteSink<std::string> sink(&composed);
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    assert(U_SUCCESS(status));
    rest.remove_prefix(size);
  }
  decoded.composed = composed != decoded.text;
  decoded.text = std::move(composed);
}

Error broken_utf8(std::string_view bytes, std::size_t offset, const TextPlace& place) {
  const auto line = static_cast<std::size_t>(
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  return failure(ErrorCode::kCorrupt, place,
                 "broken UTF-8 (byte " + hex(byte_at(bytes, offset)) + " at " +
                     at_offset(place, offset) + ", line " + std::to_string(place.line + line) +
                     ")");
}

// The length of the character at `at` if it is one that text mostly consists of: ASCII that is
// printed, tabs and line feeds, letters and signs below U+0300, and the dashes, quotation marks and
// currencies of U+2002 to U+20BF. 0 for all others and for what is no UTF-8.
std::size_t plain_character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? byte_at(text, i) : 0U; };
  const auto is_tail = [](unsigned b) { return (b & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  if (first < 0x80)
    return first == '\t' || first == '\n' || (first >= 0x20 && first < 0x7F) ? 1 : 0;
  const unsigned second = byte(at + 1);
  if (first >= 0xC2 && first <= 0xCB)
    return is_tail(second) && !(first == 0xC2 && second == 0x85) ? 2 : 0;
  const unsigned third = byte(at + 2);
  if (first != 0xE2 || !is_tail(third)) return 0;
  const bool line_end = second == 0x80 && (third == 0xA8 || third == 0xA9);
  const bool written_otherwise = second == 0x80 && third <= 0x81;  // U+2000 is U+2002 in NFC.
  const bool known = second == 0x80 || second == 0x81 || (second == 0x82 && third >= 0xA0);
  return known && !line_end && !written_otherwise ? 3 : 0;
}

}  // namespace

bool is_plain_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(at + sizeof(EightBytes), text.size());
    if (end - at == sizeof(EightBytes)) {
      const EightBytes bytes = eight_bytes(text, at);
      if (is_all_ascii(bytes) && !any_below(bytes, 0x20) && !any_is(bytes, 0x7F)) {
        at = end;
        continue;
      }
    }
    while (at < end) {
      const std::size_t length = plain_character_length(text, at);
      if (length == 0) return false;
      at += length;
    }
  }
  return true;
}

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "UTF-8";
    case Encoding::kUtf8Bom:
      return "UTF-8 with BOM";
    case Encoding::kUtf16Le:
      return "UTF-16LE";
    case Encoding::kUtf16Be:
      return "UTF-16BE";
    case Encoding::kWindows1252:
      return "Windows-1252";
  }
  return "";
}

Encoding detect_encoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == kUtf8Mark) return Encoding::kUtf8Bom;
  if (bytes.substr(0, 2) == kUtf16LeMark) return Encoding::kUtf16Le;
  if (bytes.substr(0, 2) == kUtf16BeMark) return Encoding::kUtf16Be;
  if (const auto utf16 = unmarked_utf16(bytes)) return *utf16;
  // Words in Windows-1252 rarely happen to be UTF-8, so a file that is mostly UTF-8 is damaged
  // UTF-8, and one that hardly is was never meant to be.
  const Utf8Survey survey = survey_utf8(bytes);
  return survey.invalid > survey.sequences ? Encoding::kWindows1252 : Encoding::kUtf8;
}

Result<DecodedText> decode_text(std::string_view bytes, const TextPlace& place,
                                std::optional<Encoding> encoding) {
  DecodedText decoded;
  const Encoding likely = encoding.value_or(Encoding::kUtf8);
  if ((likely == Encoding::kUtf8 || likely == Encoding::kUtf8Bom) && is_plain_text(bytes)) {
    decoded.text = bytes;
    decoded.encoding = likely;
    return decoded;
  }
  decoded.encoding = encoding ? *encoding : detect_encoding(bytes);
  bool offsets_are_exact = true;
  switch (decoded.encoding) {
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: {
      auto text = utf16_to_utf8(bytes, decoded.encoding == Encoding::kUtf16Le, place);
      if (!text) return text.error();
      decoded.text = std::move(*text);
      offsets_are_exact = false;
      break;
    }
    case Encoding::kWindows1252:
      if (auto why = why_not_text(bytes, place, true)) {
        return failure(ErrorCode::kUnsupportedFormat, place, *why);
      }
      decoded.text = windows1252_to_utf8(bytes, decoded.lossy);
      break;
    case Encoding::kUtf8:
    case Encoding::kUtf8Bom: {
      if (auto why = why_not_text(bytes, place, true)) {
        return failure(ErrorCode::kUnsupportedFormat, place, *why);
      }
      const Utf8Survey survey = survey_utf8(bytes);
      if (survey.invalid > 0) return broken_utf8(bytes, survey.first_invalid, place);
      decoded.text = without_mark(bytes, kUtf8Mark);
      break;
    }
  }
  if (!offsets_are_exact) {
    if (auto why = why_not_text(decoded.text, place, false)) {
      return failure(ErrorCode::kUnsupportedFormat, place, *why);
    }
  }
  clean_lines(decoded.text, decoded.lossy);
  compose(decoded);
  return decoded;
}

}  // namespace pressarkiv
