// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <catch2/catch.hpp>

#include "common/text/normalizer.h"
#include "tests/common/text/text_support.h"

namespace pressarkiv {
namespace {

std::string joined(const AnalyzedText& analyzed, std::string_view Token::*part, bool main) {
  std::string all;
  for (const Token& token : analyzed.tokens()) {
    if ((token.kind == TokenKind::kMain) != main) continue;
    if (!all.empty()) all += ' ';
    all += token.*part;
  }
  return all;
}

TEST_CASE("analyzer: forms are lower case as written, terms are folded stems") {
  struct Row {
    std::string_view text;
    std::string_view forms;
    std::string_view terms;
  };
  const Row rows[] = {
      {"Företagarna", "företagarna", "företag"},
      {"klimat\u00ADmålen", "klimatmålen", "klimatmål"},
      {"Räv räv RÄV", "räv räv räv", "räv räv räv"},
      {"kommunen kommunens kommuner", "kommunen kommunens kommuner", "kommun kommun kommun"},
      {"Andre\u0301", "andré", "andr"},
      {"är å ö", "är å ö", "är å ö"},
      {"", "", ""},
      {"– ”…” !", "", ""},
      {"\xC3 hus\xFF", "hus", "hus"},
  };
  Analyzer analyzer;
  AnalyzedText analyzed;
  for (const Row& row : rows) {
    INFO(row.text);
    analyzer.analyze(row.text, analyzed);
    CHECK(joined(analyzed, &Token::form, true) == row.forms);
    CHECK(joined(analyzed, &Token::term, true) == row.terms);
  }
}

TEST_CASE("analyzer: the term of a form is the one that the text gets") {
  Analyzer analyzer;
  AnalyzedText analyzed;
  for (const std::string_view form :
       {"Företagarna", "andré", "Jørgensen", "bredband", "skolorna", "är", "x", "2019"}) {
    analyzer.analyze(form, analyzed);
    REQUIRE_FALSE(analyzed.tokens().empty());
    CHECK(analyzer.term_of(form) == analyzed.tokens().front().term);
  }
}

TEST_CASE("analyzer: ranges point at what was written") {
  struct Row {
    std::string_view text;
    std::string_view form;
    std::string_view written;
  };
  const Row rows[] = {
      {"Nya klimat\u00ADmålen!", "klimatmålen", "klimat\u00ADmålen"},
      {"En ra\u0308v.", "räv", "ra\u0308v"},
      {"om EU:s budget", "eu", "EU:s"},
      {"6\u00A0000 kronor", "6000", "6\u00A0000"},
      {"\u200Bsamhället\u200B", "samhället", "samhället"},
  };
  Analyzer analyzer;
  AnalyzedText analyzed;
  for (const Row& row : rows) {
    INFO(row.text);
    analyzer.analyze(row.text, analyzed);
    bool found = false;
    for (const Token& token : analyzed.tokens()) {
      if (token.form != row.form || token.kind != TokenKind::kMain) continue;
      found = true;
      CHECK(row.text.substr(token.range.begin, token.range.size()) == row.written);
    }
    CHECK(found);
  }
}

TEST_CASE("analyzer: positions count the main tokens, and ranges are on character borders") {
  Analyzer analyzer;
  AnalyzedText analyzed;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = test::random_text(seed, 40);
    INFO("seed " << seed << ": " << text);
    analyzer.analyze(text, analyzed);
    std::uint32_t mains = 0;
    std::size_t last_begin = 0;
    for (const Token& token : analyzed.tokens()) {
      REQUIRE_FALSE(token.form.empty());
      REQUIRE_FALSE(token.term.empty());
      REQUIRE(test::on_borders(text, token.range));
      REQUIRE(token.range.begin < token.range.end);
      if (token.kind == TokenKind::kMain) {
        REQUIRE(token.position == mains);
        REQUIRE(token.range.begin >= last_begin);
        last_begin = token.range.begin;
        ++mains;
      } else {
        REQUIRE(token.position < mains);
      }
    }
    REQUIRE(analyzed.length() == mains);
  }
}

TEST_CASE("analyzer: soft hyphens and decomposed letters change no token") {
  Analyzer plain_analyzer;
  Analyzer other_analyzer;
  AnalyzedText plain;
  AnalyzedText other;
  const std::string text =
      "Företagarklimatet i Örebro, EU:s budget 2023:15 och skol- och sjukvård.";
  std::string spelt;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_character(text, at);
    const std::string character = text.substr(begin, at - begin);
    spelt += code == U'ö'   ? "o\u0308"
             : code == U'Ö' ? "O\u0308"
             : code == U'å' ? "a\u030A"
                            : character;
    if (at < text.size() && code > 0x40 && static_cast<unsigned char>(text[at]) > 0x60)
      spelt += "\u00AD";
  }
  plain_analyzer.analyze(text, plain);
  other_analyzer.analyze(spelt, other);
  REQUIRE(plain.tokens().size() == other.tokens().size());
  for (std::size_t i = 0; i < plain.tokens().size(); ++i) {
    CHECK(plain.tokens()[i].form == other.tokens()[i].form);
    CHECK(plain.tokens()[i].term == other.tokens()[i].term);
    CHECK(plain.tokens()[i].position == other.tokens()[i].position);
  }
}

TEST_CASE("analyzer: one object for many texts gives what a new one gives") {
  Analyzer reused;
  AnalyzedText text_reused;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const std::string text = test::random_text(seed, 60);
    Analyzer fresh;
    AnalyzedText text_fresh;
    reused.analyze(text, text_reused);
    fresh.analyze(text, text_fresh);
    REQUIRE(text_reused.tokens().size() == text_fresh.tokens().size());
    for (std::size_t i = 0; i < text_fresh.tokens().size(); ++i) {
      REQUIRE(text_reused.tokens()[i].form == text_fresh.tokens()[i].form);
      REQUIRE(text_reused.tokens()[i].term == text_fresh.tokens()[i].term);
      REQUIRE(text_reused.tokens()[i].range == text_fresh.tokens()[i].range);
    }
  }
}

TEST_CASE("analyzer: a word without end is cut, not refused") {
  Analyzer analyzer;
  AnalyzedText analyzed;
  analyzer.analyze(std::string(1 << 20, 'a') + " slut", analyzed);
  REQUIRE_FALSE(analyzed.tokens().empty());
  CHECK(analyzed.tokens().back().form == "slut");
  for (const Token& token : analyzed.tokens()) CHECK(token.form.size() < 1000);
}

}  // namespace
}  // namespace pressarkiv
