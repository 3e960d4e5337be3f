// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/highlighter.h"

#include <catch2/catch.hpp>
#include <random>

#include "common/text/normalizer.h"
#include "tests/common/text/text_support.h"

namespace pressarkiv {
namespace {

using Strings = std::vector<std::string>;

HighlightTarget words(Strings terms, Strings forms = {},
                      std::optional<Section> section = std::nullopt) {
  HighlightTarget target;
  target.terms = std::move(terms);
  target.forms = std::move(forms);
  target.section = section;
  return target;
}

HighlightTarget phrase(Analyzer& analyzer, const Strings& forms) {
  HighlightTarget target;
  target.pattern.emplace();
  target.pattern->kind = TokenPattern::Kind::kOrdered;
  for (const std::string& form : forms) {
    target.pattern->children.push_back(
        any_word({{hash_word(analyzer.term_of(form), fold_accents(form)), true}}));
  }
  return target;
}

Strings marked(Analyzer& analyzer, const std::vector<HighlightTarget>& targets,
               std::string_view text, Section section = Section::kBody) {
  Highlighter highlighter(analyzer, targets);
  Strings found;
  for (const Mark& mark : highlighter.mark(text, section))
    found.emplace_back(text.substr(mark.range.begin, mark.range.size()));
  return found;
}

TEST_CASE("highlighter: the real word forms of a stem, as they are written") {
  Analyzer analyzer;
  const std::vector<HighlightTarget> targets = {words({analyzer.term_of("företagare")})};
  CHECK(marked(analyzer, targets,
               "Företagarna, företagarens och FÖRETAGARE – men inte företagsam.") ==
        Strings{"Företagarna", "företagarens", "FÖRETAGARE"});
  CHECK(marked(analyzer, targets, "före\u00ADtagarna") == Strings{"före\u00ADtagarna"});
  CHECK(marked(analyzer, targets, "fo\u0308retagarna") == Strings{"fo\u0308retagarna"});
  CHECK(marked(analyzer, targets, "").empty());
}

TEST_CASE("highlighter: only these forms where forms are given") {
  Analyzer analyzer;
  const std::vector<HighlightTarget> targets = {words({analyzer.term_of("kommun")}, {"kommunen"})};
  CHECK(marked(analyzer, targets, "kommun kommunen kommuner Kommunen") ==
        Strings{"kommunen", "Kommunen"});
}

TEST_CASE("highlighter: boilerplate only where a target asks for it") {
  Analyzer analyzer;
  const std::string term = analyzer.term_of("skola");
  const std::vector<HighlightTarget> anywhere = {words({term})};
  CHECK(marked(analyzer, anywhere, "skola", Section::kLead).size() == 1);
  CHECK(marked(analyzer, anywhere, "skola", Section::kBoilerplate).empty());
  const std::vector<HighlightTarget> title = {words({term}, {}, Section::kTitle)};
  CHECK(marked(analyzer, title, "skola", Section::kTitle).size() == 1);
  CHECK(marked(analyzer, title, "skola", Section::kBody).empty());
  const std::vector<HighlightTarget> about = {words({term}, {}, Section::kBoilerplate)};
  CHECK(marked(analyzer, about, "skola", Section::kBoilerplate).size() == 1);
}

TEST_CASE("highlighter: a phrase marks its words only where they stand together") {
  Analyzer analyzer;
  const std::vector<HighlightTarget> targets = {phrase(analyzer, {"bättre", "bemötande"})};
  CHECK(marked(analyzer, targets, "Bättre väder. Ett bättre bemötande, och bemötande.") ==
        Strings{"bättre", "bemötande"});
  CHECK(marked(analyzer, targets, "bättre bemötandet").empty());
}

TEST_CASE("highlighter: ranges for a window are cut to it, moved and joined") {
  const std::vector<Mark> marks = {
      {{0, 4}, 0}, {{6, 10}, 0}, {{8, 12}, 1}, {{12, 14}, 1}, {{20, 25}, 0}};
  using Ranges = std::vector<ByteRange>;
  CHECK(highlight_ranges(marks, {0, 30}) == Ranges{{0, 4}, {6, 12}, {12, 14}, {20, 25}});
  CHECK(highlight_ranges(marks, {2, 9}) == Ranges{{0, 2}, {4, 7}});
  CHECK(highlight_ranges(marks, {14, 20}).empty());
  CHECK(highlight_ranges(marks, {4, 6}).empty());
  CHECK(highlight_ranges({}, {0, 9}).empty());
}

TEST_CASE("highlighter: marks lie in order on character borders, whatever the text") {
  Analyzer analyzer;
  AnalyzedText analyzed;
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const std::string text = test::random_text(seed, 30);
    analyzer.analyze(text, analyzed);
    if (analyzed.tokens().empty()) continue;
    const Token& token = analyzed.tokens()[seed % analyzed.tokens().size()];
    const std::vector<HighlightTarget> targets = {words({std::string(token.term)}),
                                                  phrase(analyzer, {std::string(token.form)})};
    Highlighter highlighter(analyzer, targets);
    std::size_t last = 0;
    bool some = false;
    for (const Mark& mark : highlighter.mark(text, Section::kBody)) {
      INFO("seed " << seed << ": " << text);
      REQUIRE(test::on_borders(text, mark.range));
      REQUIRE(mark.range.begin >= last);
      last = mark.range.begin;
      some = true;
    }
    REQUIRE(some);
    ++found;
  }
  CHECK(found > 150);
}

}  // namespace
}  // namespace pressarkiv
