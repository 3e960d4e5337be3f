// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/normalizer.h"

#include <catch2/catch.hpp>

#include "common/text/fold.h"
#include "tests/common/text/text_support.h"

namespace pressarkiv {
namespace {

TEST_CASE("normalizer: what is put right before words are broken") {
  struct Row {
    std::string_view what;
    std::string_view text;
    std::string_view normal;
  };
  const Row rows[] = {
      {"nothing to do", "Räksmörgås – ”ja”", "Räksmörgås – ”ja”"},
      {"empty", "", ""},
      {"decomposed", "ra\u0308ksmo\u0308rga\u030As", "räksmörgås"},
      {"soft hyphen", "klimat\u00ADmålen", "klimatmålen"},
      {"soft hyphen between letter and mark", "a\u00AD\u030A", "å"},
      {"zero-width space, joiners and byte order mark", "Eu\u200Bro\u200C\u200D\uFEFFpa", "Europa"},
      {"direction marks", "\u200Eab\u202Cc", "abc"},
      {"no-break, thin and ideographic blanks", "6\u00A0000\u2009x\u3000y", "6 000 x y"},
      {"line ends of Unicode", "a\u2028b\u2029c", "a\nb\nc"},
      {"tab and line feed stay", "a\tb\nc", "a\tb\nc"},
      {"hyphens", "IT\u2010frågor, e\u2011post", "IT-frågor, e-post"},
      {"dashes stay dashes", "1\u20132 \u2014", "1\u20132 \u2014"},
      {"apostrophes", "O\u2019Brien \u2018x \u02BCy", "O'Brien 'x 'y"},
      {"subscripts", "CO\u2082", "CO2"},
      {"ligatures", "o\uFB03ciell \uFB01n", "officiell fin"},
      {"broken bytes one by one", "a\xC3(\xFF", "a\uFFFD(\uFFFD"},
      {"beyond the first plane", "\U0001F600\u00ADx", "\U0001F600x"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(normalize(row.text).text == row.normal);
  }
}

TEST_CASE("normalizer: offsets lead back to whole characters of the original") {
  struct Row {
    std::string_view text;
    std::string_view normal_part;  // Found in the normalised text …
    std::string_view original;     // … and this is what it was.
  };
  const Row rows[] = {
      {"om klimat\u00ADmålen nu", "klimatmålen", "klimat\u00ADmålen"},
      {"\u200Bsamhället\u200B", "samhället", "samhället"},
      {"bra ra\u0308k!", "räk", "ra\u0308k"},
      {"6\u00A0000 kr", "6 000", "6\u00A0000"},
      {"CO\u2082-mål", "CO2", "CO\u2082"},
      {"ett o\uFB03ciellt svar", "ffi", "\uFB03"},
      {"ett o\uFB03ciellt svar", "svar", "svar"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const NormalizedText normal = normalize(row.text);
    const std::size_t at = normal.text.find(row.normal_part);
    REQUIRE(at != std::string::npos);
    const ByteRange original = normal.map.original({at, at + row.normal_part.size()});
    CHECK(row.text.substr(original.begin, original.size()) == row.original);
  }
}

TEST_CASE("normalizer: a text that is normal already is not copied") {
  const std::string text = "Kommunen, ”skolan” – och 1,5 miljoner.";
  NormalText normal;
  normal.assign(text);
  CHECK(normal.text().data() == text.data());
  CHECK(normal.map().is_identity());
  normal.assign("mjuk\u00ADt");
  CHECK(normal.text() == "mjukt");
  normal.assign(text);  // The map of the text before must not linger.
  CHECK(normal.map().is_identity());
  CHECK(normal.map().original({3, 7}) == ByteRange{3, 7});
}

TEST_CASE("normalizer: twice is once, and every range of characters leads to characters") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = test::random_text(seed, 30);
    INFO("seed " << seed << ": " << text);
    const NormalizedText once = normalize(text);
    const NormalizedText twice = normalize(once.text);
    REQUIRE(twice.text == once.text);
    REQUIRE(twice.map.is_identity());
    std::size_t last_begin = 0;
    for (std::size_t at = 0; at < once.text.size();) {
      const std::size_t begin = at;
      next_character(once.text, at);
      const ByteRange original = once.map.original({begin, at});
      REQUIRE(original.end <= text.size());
      REQUIRE(original.begin < original.end);
      REQUIRE(original.begin >= last_begin);
      last_begin = original.begin;
    }
  }
}

TEST_CASE("labels: one key for all ways to write one") {
  struct Row {
    std::string_view label;
    std::string_view key;
  };
  const Row rows[] = {
      {"", ""},
      {" \t\n", ""},
      {"  ÅRE  Kommun\t", "åre kommun"},
      {"Företagande, ALLMÄNT [2]", "företagande, allmänt [2]"},
      {"åäöÅÄÖ @Z`{", "åäöåäö @z`{"},
      {"A\u030ARE\u00A0kom\u00ADmun", "åre kommun"},
      {"CAFÉ Åre", "cafe åre"},
      {"\xC3", "\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.label);
    CHECK(fold_label(row.label) == row.key);
    CHECK(fold_label(row.key) == row.key);
  }
}

TEST_CASE("label words: parted by what the caller names, none of them empty") {
  using Words = std::vector<std::string>;
  CHECK(label_words("anna-karin  ek") == Words{"anna-karin", "ek"});
  CHECK(label_words(" anna-karin ek,", " -,") == Words{"anna", "karin", "ek"});
  CHECK(label_words("").empty());
  CHECK(label_words("  ").empty());
}

}  // namespace
}  // namespace pressarkiv
