// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/sentences.h"

#include <catch2/catch.hpp>

#include "tests/common/text/text_support.h"

namespace pressarkiv {
namespace {

using Strings = std::vector<std::string>;

Strings sentences_of(std::string_view text) {
  Strings sentences;
  for (const ByteRange range : split_sentences(text))
    sentences.emplace_back(text.substr(range.begin, range.size()));
  return sentences;
}

TEST_CASE("sentences: where they end, and where they do not") {
  struct Row {
    std::string_view what;
    std::string_view text;
    Strings sentences;
  };
  const Row rows[] = {
      {"plain",
       "Det blir av. Bygget börjar i höst!  Vem betalar? Alla.",
       {"Det blir av.", "Bygget börjar i höst!", "Vem betalar?", "Alla."}},
      {"nothing", "", {}},
      {"blanks alone", " \n\n \t ", {}},
      {"no end", "Utan punkt", {"Utan punkt"}},
      {"blank line", "En rubrik\n\nEn text. Till.", {"En rubrik", "En text.", "Till."}},
      {"wrapped line",
       "Den är lång\noch går vidare. Slut.",
       {"Den är lång\noch går vidare.", "Slut."}},
      {"bl.a.", "Vi bygger bl.a. Lillåns bro. Klart.", {"Vi bygger bl.a. Lillåns bro.", "Klart."}},
      {"t.ex.", "Det gäller t.ex. Alingsås kommun.", {"Det gäller t.ex. Alingsås kommun."}},
      {"kl.", "Vi ses kl. 09.00 i dag. Välkomna.", {"Vi ses kl. 09.00 i dag.", "Välkomna."}},
      {"ordinal",
       "Mötet hålls den 3. maj i Borås. Kaffe finns.",
       {"Mötet hålls den 3. maj i Borås.", "Kaffe finns."}},
      {"initials", "K. G. Larsson talar. Sedan sång.", {"K. G. Larsson talar.", "Sedan sång."}},
      {"decimals", "Skatten blir 21.5 kronor. Nej.", {"Skatten blir 21.5 kronor.", "Nej."}},
      {"address", "Läs mer på www.boras.se nu. Hej.", {"Läs mer på www.boras.se nu.", "Hej."}},
      {"closing quotation mark", "”Det går.” Sedan gick han.", {"”Det går.”", "Sedan gick han."}},
      {"a number ends a sentence",
       "Det var 2019. Sedan kom 2020.",
       {"Det var 2019.", "Sedan kom 2020."}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(sentences_of(row.text) == row.sentences);
  }
}

TEST_CASE("sentences: in order, apart, trimmed, and nothing but blanks between them") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = test::random_text(seed, 40);
    INFO("seed " << seed << ": " << text);
    std::size_t last = 0;
    const auto blank = [&](std::size_t begin, std::size_t end) {
      // Blanks of Unicode may be left at the ends; letters and digits never.
      for (std::size_t i = begin; i < end; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte > 0x20 && byte < 0x7F) return false;
      }
      return true;
    };
    for (const ByteRange range : split_sentences(text)) {
      REQUIRE(range.begin >= last);
      REQUIRE(range.begin < range.end);
      REQUIRE(range.end <= text.size());
      REQUIRE(blank(last, range.begin));
      REQUIRE(text[range.begin] != ' ');
      REQUIRE(text[range.end - 1] != ' ');
      last = range.end;
    }
    REQUIRE(blank(last, text.size()));
  }
}

}  // namespace
}  // namespace pressarkiv
