// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <cstdint>

#include "common/utf8.h"
#include "indexer/extract/facts_json.h"
#include "tests/indexer/extract/extract_support.h"

namespace pressarkiv::test {
namespace {

bool is_inside(const Release& release, const TextRange& where) {
  const std::string& text = text_of(release, where.text);
  const auto starts_character = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  return where.range.begin <= where.range.end && where.range.end <= text.size() &&
         starts_character(where.range.begin) && starts_character(where.range.end);
}

void check_ranges(const Release& release, const Facts& facts) {
  for (const Person& person : facts.people) {
    CHECK_FALSE(person.name.empty());
    for (const TextRange& where : person.mentions) CHECK(is_inside(release, where));
  }
  for (const Quote& quote : facts.quotes) {
    CHECK_FALSE(quote.parts.empty());
    for (const ByteRange& part : quote.parts) CHECK(is_inside(release, {quote.source, part}));
    CHECK(is_inside(release, quote.attribution));
    CHECK((quote.speaker == kNoPerson || quote.speaker < facts.people.size()));
  }
  for (const RegionMention& region : facts.regions) CHECK(is_inside(release, region.where));
  CHECK_FALSE(quotes_json(release, facts).empty());
}

TEST_CASE("extract: hostile texts give facts whose ranges lie inside") {
  std::string marks;
  for (int i = 0; i < 3000; ++i) marks += i % 3 == 0 ? "” " : "– Anna Ekdal säger: ";
  std::string with_nul = "– Vi är, säger Anna Ekdal.";
  with_nul[6] = 0;
  const std::string bodies[] = {
      "",
      " ",
      "\n\n\n",
      "–",
      "– ,",
      "– , säger",
      "säger",
      "– säger Anna Ekdal.",
      "”",
      "””",
      ":",
      "– – – –",
      "Anna",
      "ordförande i",
      "– A, säger Anna Ekdal (S",
      "\xC3",
      "\xFF\xFE Anna Ekdal \x80\x80",
      with_nul,
      "A\xCC\x8Ak Ekdal och Åsa Ö\xCC\x88stlund",
      std::string(200000, 'A'),
      std::string(200000, '\xE2'),
      std::string(50000, ':'),
      marks,
  };
  for (const std::string& body : bodies) {
    INFO(body.substr(0, 60));
    const Release release = release_of(body, "");
    check_ranges(release, extractor().extract(release));
  }
}

// Each of these once took time with the square of its length: they need not be long to show that
// they end, and be right.
TEST_CASE("extract: long lists of people and of quotes") {
  std::string people;
  std::string inline_quotes;
  std::string offices;
  std::string bare;
  for (int i = 0; i < 3000; ++i) {
    std::string name = "Anna Ek";
    for (int rest = i; rest > 0; rest /= 26) name.push_back(static_cast<char>('a' + rest % 26));
    people += name + " och ";
    inline_quotes += "”Vi ser detta”, säger " + name + ". ";
    offices += "– Vi ser detta, säger ordföranden.\n\n";
    bare += "– Vi ser detta.\n\n";
  }
  for (const std::string& body : {people, inline_quotes, offices, bare}) {
    const Release release = release_of(body, "Rubrik");
    const Facts facts = extractor().extract(release);
    CAPTURE(body.substr(0, 40), facts.people.size(), facts.quotes.size());
    CHECK((facts.people.size() >= 1000 || facts.quotes.size() == 3000));
  }
}

TEST_CASE("extract: a thousand broken releases, always the same ones") {
  std::uint64_t state = 20261125;
  const auto below = [&](std::size_t limit) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33U) % limit);
  };
  const std::string_view pieces[] = {
      "– ",   "”",      ", säger ",  "Anna Ekdal", "statsminister ", ".",
      "\n\n", "och ",   "gymnasie-", ":",          " (S)",           "Ekdals ",
      "hon ", "i Lund", "\xC3",      "\xC2\xAD",   "rektorn",        ", ordförande",
      "är ",  "utses ", "till ",     "som ",       "Vi tror",        "»",
      "«",    "C.G. ",  "\"",        "–\xC2\xA0",  "EU:s ",          "12 ",
      "vd",   ", ",     "von ",      "Det ",       "Orden är "};
  for (int round = 0; round < 1000; ++round) {
    std::string body;
    for (std::size_t n = below(60); n > 0; --n) body += pieces[below(std::size(pieces))];
    std::string title;
    for (std::size_t n = below(5); n > 0; --n) title += pieces[below(std::size(pieces))];
    INFO(title << " / " << body);
    const Release release = release_of(body, title);
    check_ranges(release, extractor().extract(release));
  }
}

}  // namespace
}  // namespace pressarkiv::test
