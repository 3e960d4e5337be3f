// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/form_table.h"

#include <catch2/catch.hpp>
#include <random>
#include <unordered_map>

#include "common/hash.h"
#include "common/text/accents.h"
#include "common/text/analyzer.h"

namespace pressarkiv {
namespace {

TEST_CASE("form table: a form keeps its number and what follows from its letters") {
  struct Row {
    std::string_view form;
    std::string_view term;
    std::string_view folded;
  };
  const Row rows[] = {
      {"företagarna", "företag", "företagarna"},
      {"företag", "företag", "företag"},
      {"andré", "andr", "andre"},
      {"andre", "andr", "andre"},
      {"regeringen.se", "regeringen.se", "regeringen.se"},
      {"2023:15", "2023:15", "2023:15"},
      {"jørgensens", "jörgens", "jörgensens"},
      {"", "", ""},
  };
  FormTable table;
  std::vector<std::uint32_t> numbers;
  for (const Row& row : rows) numbers.push_back(table.number_of(row.form));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    INFO(rows[i].form);
    CHECK(table.number_of(std::string(rows[i].form)) == numbers[i]);
    const KnownForm& known = table.form(numbers[i]);
    CHECK(known.form == rows[i].form);
    CHECK(known.form_hash == stable_hash(rows[i].form));
    CHECK(known.term == rows[i].term);
    CHECK(table.term(known.term_number).text == rows[i].term);
    CHECK(table.term(known.term_number).hash == stable_hash(rows[i].term));
    CHECK(table.form(known.folded).form == rows[i].folded);
    CHECK(table.form(known.folded).term_number == known.term_number);
  }
}

TEST_CASE("form table: finds among many words what a map finds") {
  std::mt19937 random(7);
  FormTable table;
  std::unordered_map<std::string, std::uint32_t> expected;
  for (int i = 0; i < 50000; ++i) {
    std::string form;
    for (std::uint32_t size = 1 + static_cast<std::uint32_t>(random() % 20); size > 0; --size) {
      form += static_cast<char>('a' + random() % 3);
    }
    const std::uint32_t number = table.number_of(form);
    const auto [known, added] = expected.try_emplace(form, number);
    if (known->second != number || (added && number + 1 != expected.size())) FAIL(form);
  }
  CHECK(table.form_count() == expected.size());
}

TEST_CASE("analyzer: a source that invents words without end does not fill the memory") {
  constexpr std::size_t kTexts = 450;
  constexpr std::size_t kWordsPerText = 1000;
  Analyzer analyzer;
  AnalyzedText first;
  analyzer.analyze("Företagarna andré", first);
  AnalyzedText analyzed;
  std::size_t tables = 1;
  for (std::size_t i = 0; i < kTexts; ++i) {
    std::string text;
    for (std::size_t word = 0; word < kWordsPerText; ++word) {
      text += "x" + std::to_string(i * kWordsPerText + word) + " ";
    }
    const auto before = analyzed.forms();
    analyzer.analyze(text, analyzed);
    if (before && before != analyzed.forms()) ++tables;
    REQUIRE(analyzed.length() == kWordsPerText);
    REQUIRE(analyzed.forms()->form_count() <= FormTable::kMostForms + kWordsPerText);
  }
  CHECK(tables == 1 + kTexts * kWordsPerText / (FormTable::kMostForms + kWordsPerText));
  // Who holds an older analysis keeps its words.
  CHECK(first.tokens()[0].form == "företagarna");
  CHECK(first.tokens()[0].term == "företag");
  CHECK(first.tokens()[1].form == "andré");
}

TEST_CASE("analyzer: a further text of one release is numbered as the first") {
  Analyzer analyzer;
  AnalyzedText title;
  std::string invented;
  for (std::size_t i = 0; i <= FormTable::kMostForms; ++i)
    invented += "x" + std::to_string(i) + " ";
  analyzer.analyze("skolan " + invented, title);
  AnalyzedText body;
  analyzer.analyze_further("Skolan", body);
  CHECK(body.forms() == title.forms());
  CHECK(body.tokens()[0].form_number == title.tokens()[0].form_number);
  analyzer.analyze("Skolan", body);
  CHECK(body.forms() != title.forms());
}

TEST_CASE("analyzer: what it has read before changes no token") {
  const std::string text =
      "EU:s bistånds- och utrikeshandelsminister André Jørgensen (S:t Görans) mejlade kl. 09.00 "
      "till "
      "nils.ek@exempel.se om SOU 2023:15, e-post, COP28 och 500 000 skäl. Läs mer: "
      "www.exempel.se/om";
  Analyzer fresh;
  AnalyzedText expected;
  fresh.analyze(text, expected);
  Analyzer experienced;
  AnalyzedText analyzed;
  std::string invented;
  for (std::size_t i = 0; i < 20000; ++i) invented += "x" + std::to_string(i) + " ";
  experienced.analyze(invented, analyzed);
  experienced.analyze(text, analyzed);
  REQUIRE(analyzed.tokens().size() == expected.tokens().size());
  CHECK(analyzed.length() == expected.length());
  for (std::size_t i = 0; i < expected.tokens().size(); ++i) {
    const Token& token = analyzed.tokens()[i];
    const Token& other = expected.tokens()[i];
    CHECK(token.form == other.form);
    CHECK(token.term == other.term);
    CHECK(token.position == other.position);
    CHECK(token.kind == other.kind);
    CHECK(token.range.begin == other.range.begin);
    CHECK(token.range.end == other.range.end);
    CHECK(analyzed.forms()->form(token.form_number).form == token.form);
  }
}

}  // namespace
}  // namespace pressarkiv
