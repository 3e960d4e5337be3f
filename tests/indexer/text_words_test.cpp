// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

TEST_CASE("words: small letters, wherever in eight bytes a capital stands") {
  const std::string capitals = "AZÅÄÖÉ×[@`{0Þ–z";
  const std::string small = "azåäöé×[@`{0þ–z";
  std::string before;
  for (int i = 0; i < 20; ++i) {
    CAPTURE(i);
    CHECK(lower(before + capitals + before) == before + small + before);
    before.push_back('x');
  }
}

TEST_CASE("words: soft hyphens go where a text is lower-cased, other signs stay") {
  CHECK(lower("Upp\u00ADsala") == "uppsala");
  CHECK(lower("\u00AD\u00ADPRESS\u00ADMEDDELANDE från\u00AD ÅRE\u00AD") ==
        "pressmeddelande från åre");
  CHECK(lower("\u00A9\u00AE \u0141") == "\u00A9\u00AE \u0141");
}

TEST_CASE("words: bytes that are no UTF-8 are lower-cased one by one") {
  CHECK(lower("\xC3\xC3\x85\x85\xC3") == "\xC3\xC3\xA5\x85\xC3");
  CHECK(lower("\xC2\xC2\xAD\xADX") == "\xC2\xADx");
}

TEST_CASE("words: characters are counted, not bytes") {
  std::string text;
  for (std::size_t n = 0; n < 20; ++n) {
    CAPTURE(n);
    CHECK(count_characters(text) == 3 * n);
    text += "å–x";
  }
}

TEST_CASE("words: more words than so many") {
  const std::string_view line = " Länet får en  ny\tbro\n";
  CHECK(count_words(line) == 5);
  CHECK(count_words_up_to(line, 3) == 3);
  CHECK(has_more_words(line, 4));
  CHECK_FALSE(has_more_words(line, 5));
  CHECK_FALSE(has_more_words("", 0));
  CHECK(has_more_words("x", 0));
}

TEST_CASE("words: wide blanks part words, letters with the same first bytes do not") {
  CHECK(words("Maja\u00A0Ek\u2009– \u00C5re\u2014") ==
        std::vector<std::string_view>{"Maja", "Ek", "–", "\u00C5re\u2014"});
  CHECK(words(" \u200B\n").empty());
}

TEST_CASE("word lists: phrases begin lines in capitals and small letters") {
  static constexpr auto kPhrases = phrases("för frågor", "ämne", "kontakt", "kontakta");
  for (const std::string_view line :
       {"Kontakt: Maja Ek", "KONTAKTA oss", "ÄMNE: bad", "ämne", "För frågor", "K\u00ADontakt"}) {
    CAPTURE(line);
    CHECK(kPhrases.may_begin(line));
    CHECK(kPhrases.begin(lower(line)));
  }
  CHECK(kPhrases.beginning("kontakta oss") == "kontakta");
  CHECK(kPhrases.beginning("kontakter").empty());
  for (const std::string_view line : {"", "k", "Bron", "Ökad", "\u00ADkontakt"}) {
    CAPTURE(line);
    CHECK(kPhrases.begin(lower(line)) == (line == "\u00ADkontakt"));
  }
  CHECK_FALSE(kPhrases.may_begin("Bron"));
  CHECK(kPhrases.may_begin("\u00ADkontakt"));
}

TEST_CASE("word lists: whole words and endings") {
  static constexpr auto kWords = word_list("i", "på", "och");
  static constexpr auto kEndings = endings("chef", "råd", "are");
  CHECK(kWords.has("i"));
  CHECK(kWords.has("på"));
  CHECK_FALSE(kWords.has(""));
  CHECK_FALSE(kWords.has("ochs"));
  CHECK_FALSE(kWords.has("å"));
  CHECK(kEndings.end("presschef"));
  CHECK(kEndings.end("råd"));
  CHECK_FALSE(kEndings.end("chefen"));
  CHECK_FALSE(kEndings.end("f"));
  CHECK_FALSE(kEndings.end(""));
}

}  // namespace
}  // namespace pressarkiv::text
