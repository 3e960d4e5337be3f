// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/encoding.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/common/text/text_support.h"
#include "tests/indexer/reader_support.h"

namespace pressarkiv {
namespace {

constexpr std::string_view kText = "Älvbåten går – från Åmål.\nPriset är 5 kronor.\n";

TEST_CASE("encoding: what bytes look like, and the text that they are") {
  struct Row {
    std::string_view what;
    std::string bytes;
    Encoding encoding;
    std::string_view text;
  };
  const Row rows[] = {
      {"UTF-8", std::string(kText), Encoding::kUtf8, kText},
      {"UTF-8 with mark", "\xEF\xBB\xBF" + std::string(kText), Encoding::kUtf8Bom, kText},
      {"ASCII", "abc", Encoding::kUtf8, "abc"},
      {"nothing", "", Encoding::kUtf8, ""},
      {"a mark alone", "\xEF\xBB\xBF", Encoding::kUtf8Bom, ""},
      {"UTF-16LE with mark", test::as_utf16(kText, true, true), Encoding::kUtf16Le, kText},
      {"UTF-16BE with mark", test::as_utf16(kText, false, true), Encoding::kUtf16Be, kText},
      {"UTF-16LE without", test::as_utf16(kText, true, false), Encoding::kUtf16Le, kText},
      {"UTF-16BE without", test::as_utf16(kText, false, false), Encoding::kUtf16Be, kText},
      {"surrogate pair", std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6), Encoding::kUtf16Le,
       "\U0001F600"},
      {"Latin-1", test::as_latin1("Räksmörgås på Åland"), Encoding::kWindows1252,
       "Räksmörgås på Åland"},
      {"Windows-1252", "\x96 Vi \xE4r \x94glada\x94, 5 \x80", Encoding::kWindows1252,
       "– Vi är ”glada”, 5 €"},
      {"one letter of Latin-1", "f\xF6r", Encoding::kWindows1252, "för"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(detect_encoding(row.bytes) == row.encoding);
    const Result<DecodedText> decoded = decode_text(row.bytes, {"x.txt"});
    REQUIRE(decoded);
    CHECK(decoded->text == row.text);
    CHECK(decoded->encoding == row.encoding);
    CHECK_FALSE(decoded->composed);
    CHECK_FALSE(decoded->lossy);
  }
}

TEST_CASE("encoding: lines, stray codes and decomposed letters are put right and told") {
  struct Row {
    std::string_view what;
    std::string bytes;
    std::string_view text;
    bool composed;
    bool lossy;
  };
  const std::string padding(200, '.');
  const Row rows[] = {
      {"Windows line ends", "a\r\nb\r\n", "a\nb\n", false, false},
      {"old Mac", "a\rb", "a\nb", false, false},
      {"form feed and vertical tab", "a\fb\vc", "a\nb\nc", false, false},
      {"line ends of Unicode", "a\u0085b\u2028c\u2029d", "a\nb\nc\nd", false, false},
      {"other signs that begin with the same bytes", "\u00A0 – ”", "\u00A0 – ”", false, false},
      {"decomposed", "ra\u0308v o\u0308 a\u030A", "räv ö å", true, false},
      {"end of file of DOS", "slut\x1A", "slut", false, false},
      {"soft hyphens and no-break spaces stay", "a\u00ADb\u00A0c", "a\u00ADb\u00A0c", false, false},
      {"bytes without meaning in Windows-1252", "\xE4\xE5\x81", "äå\uFFFD", false, true},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Result<DecodedText> decoded = decode_text(row.bytes, {"x.txt"});
    REQUIRE(decoded);
    CHECK(decoded->text == row.text);
    CHECK(decoded->composed == row.composed);
    CHECK(decoded->lossy == row.lossy);
  }
  const Result<DecodedText> stray = decode_text("a\x03z" + padding, {"x.txt"});
  REQUIRE(stray);
  CHECK(stray->text == "az" + padding);
  CHECK(stray->lossy);
}

TEST_CASE("encoding: damage is refused with its place in the file") {
  struct Row {
    std::string_view what;
    std::string bytes;
    ErrorCode code;
    std::string_view message;
  };
  const std::string wide = test::as_utf16("abcd", true, true);
  const Row rows[] = {
      {"broken UTF-8", "åäö\nåäö \xC3 öäå", ErrorCode::kCorrupt,
       "x.txt: broken UTF-8 (byte C3 at offset 114, line 12); skipped"},
      {"cut off in a letter", "åäö å\xC3", ErrorCode::kCorrupt, "broken UTF-8 (byte C3"},
      {"overlong", "åäö åäö \xC0\xAF", ErrorCode::kCorrupt, "broken UTF-8 (byte C0"},
      {"surrogate in UTF-8", "åäö åäö \xED\xA0\x80", ErrorCode::kCorrupt, "broken UTF-8 (byte ED"},
      {"NUL", std::string("text\0text", 9), ErrorCode::kUnsupportedFormat,
       "x.txt: not text (NUL byte at offset 104); skipped"},
      {"control codes", "\x01\x02\x03", ErrorCode::kUnsupportedFormat,
       "not text (control byte 01 at offset 100)"},
      {"half a character", wide + "x", ErrorCode::kCorrupt, "UTF-16 that ends in half a character"},
      {"half a pair", wide + std::string("\x3D\xD8", 2), ErrorCode::kCorrupt,
       "half a surrogate pair at offset 110"},
      {"a lone second half", wide + std::string("\x00\xDE", 2), ErrorCode::kCorrupt,
       "half a surrogate pair"},
      {"NUL in UTF-16", wide + std::string("\0\0", 2), ErrorCode::kUnsupportedFormat,
       "not text (NUL byte)"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Result<DecodedText> decoded = decode_text(row.bytes, {"x.txt", 100, 11});
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == row.code);
    CHECK_THAT(decoded.error().message, Catch::Contains(std::string(row.message)));
  }
}

TEST_CASE("encoding: any bytes give clean text or an error, and clean text stays as it is") {
  std::mt19937 random(7);
  std::size_t decoded_count = 0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::string bytes = test::random_text(seed, 12);
    if (seed % 4 == 0) bytes = test::as_utf16("åbc", seed % 8 == 0, true) + bytes;
    if (seed % 3 == 0 && !bytes.empty())
      bytes[random() % bytes.size()] = static_cast<char>(random());
    const Result<DecodedText> decoded = decode_text(bytes, {"x"});
    if (!decoded) continue;
    ++decoded_count;
    INFO("seed " << seed);
    for (const char c : decoded->text) {
      const auto byte = static_cast<unsigned char>(c);
      REQUIRE((byte >= 0x20 || c == '\n' || c == '\t'));
    }
    const Result<DecodedText> again = decode_text(decoded->text, {"x"}, Encoding::kUtf8);
    REQUIRE(again);
    REQUIRE(again->text == decoded->text);
    REQUIRE_FALSE(again->composed);
  }
  CHECK(decoded_count > 100);
}

TEST_CASE("encoding: text that is called plain is what decoding makes of it") {
  // Decoded the long way: the Chinese sign is not plain.
  const std::string strange = "\u4E00";
  for (char32_t code = 0; code < 0x3100; ++code) {
    std::string character;
    if (code < 0x80) {
      character = {static_cast<char>(code)};
    } else if (code < 0x800) {
      character = {static_cast<char>(0xC0U | code >> 6U),
                   static_cast<char>(0x80U | (code & 0x3FU))};
    } else {
      character = {static_cast<char>(0xE0U | code >> 12U),
                   static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
                   static_cast<char>(0x80U | (code & 0x3FU))};
    }
    const std::string text = "Ordet " + character + " är åtta.";
    if (!is_plain_text(text)) continue;
    CAPTURE(text);
    const auto decoded = decode_text(text + strange, {"x"}, Encoding::kUtf8);
    REQUIRE(decoded);
    CHECK(decoded->text == text + strange);
    CHECK_FALSE((decoded->composed || decoded->lossy));
  }
}

TEST_CASE("encoding: Swedish text is plain, what must be changed or refused is not") {
  CHECK(is_plain_text(""));
  CHECK(is_plain_text("Åtta – eller ”nio” – löv à 5 €…\n\tSmåland\u00A0"));
  for (const std::string_view text :
       {"a\r\nb", "a\vb", "a\x1F", "a\x7F", "a\u030A", "\u2028", "\u0085", "\u2000", "\uFEFF",
        "\xC3", "\xC3x", "abcdefg\xE2\x80", "\xE2\x80x", "\x80", "\xC0\x80", "\xFF"}) {
    CAPTURE(text);
    CHECK_FALSE(is_plain_text(text));
    CHECK_FALSE(is_plain_text("Åtta långa ord före " + std::string(text) + "och efter dem."));
  }
  CHECK_FALSE(is_plain_text(std::string_view("abcdefgh\0ijklmnop", 17)));
}

}  // namespace
}  // namespace pressarkiv
