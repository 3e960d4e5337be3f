// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/snippet_maker.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/common/text/text_support.h"

namespace pressarkiv {
namespace {

using Strings = std::vector<std::string>;

/// "… Ett *ord* till. …": a snippet as a person sees it.
std::string shown(const Snippet& snippet) {
  std::string text = snippet.starts_inside ? "… " : "";
  std::size_t at = 0;
  for (const ByteRange& range : snippet.highlights) {
    text += snippet.text.substr(at, range.begin - at) + "*" +
            snippet.text.substr(range.begin, range.size()) + "*";
    at = range.end;
  }
  return text + snippet.text.substr(at) + (snippet.ends_inside ? " …" : "");
}

HighlightTarget word(Analyzer& analyzer, std::string_view form, double weight = 1) {
  HighlightTarget target;
  target.terms = {analyzer.term_of(form)};
  target.weight = weight;
  return target;
}

Strings snippets(const Release& release, const std::vector<HighlightTarget>& targets,
                 std::uint32_t max_bytes) {
  Analyzer analyzer;
  Highlighter highlighter(analyzer, targets);
  Strings all;
  for (const Snippet& snippet : make_snippets(release, highlighter, targets, max_bytes))
    all.push_back(shown(snippet));
  return all;
}

Release release_of(std::string lead, std::string body) {
  Release release;
  release.lead = std::move(lead);
  release.body = std::move(body);
  return release;
}

TEST_CASE("snippet maker: whole sentences around what matched") {
  Analyzer analyzer;
  const Release release =
      release_of("Det blir en bro.",
                 "Den byggs i höst. Bron blir lång. Sedan målas den.\n\nDen invigs i maj.");
  CHECK(snippets(release, {word(analyzer, "lång")}, 20) == Strings{"… Bron blir *lång*. …"});
  CHECK(snippets(release, {word(analyzer, "lång")}, 40) ==
        Strings{"… Bron blir *lång*. Sedan målas den. …"});
  CHECK(snippets(release, {word(analyzer, "lång")}, 300) ==
        Strings{"Den byggs i höst. Bron blir *lång*. Sedan målas den. …"});
  CHECK(snippets(release, {word(analyzer, "maj")}, 300) == Strings{"… Den invigs i *maj*."});
}

TEST_CASE("snippet maker: without a match, or without a query, the beginning") {
  Analyzer analyzer;
  CHECK(snippets(release_of("", "Först. Sedan."), {}, 8) == Strings{"Först. …"});
  CHECK(snippets(release_of("Ingress.", "Text."), {word(analyzer, "finns-ej")}, 300) ==
        Strings{"Ingress."});
  CHECK(snippets(release_of("", ""), {word(analyzer, "x")}, 300).empty());
}

TEST_CASE("snippet maker: the rarest match first, a second passage only for something new") {
  Analyzer analyzer;
  const Release release =
      release_of("", "Kommunen bygger.\n\nKommunen bygger en snookaos.\n\nBiblioteket stängs.");
  CHECK(snippets(release, {word(analyzer, "kommunen", 0.1), word(analyzer, "snookaos", 5)}, 300) ==
        Strings{"… *Kommunen* bygger en *snookaos*. …"});
  CHECK(snippets(release, {word(analyzer, "snookaos", 5), word(analyzer, "stängs", 2)}, 300) ==
        Strings{"… Kommunen bygger en *snookaos*. …", "… Biblioteket *stängs*."});
}

TEST_CASE("snippet maker: boilerplate only where the query asks for it") {
  Analyzer analyzer;
  Release release = release_of("", "Nyheten.");
  release.boilerplate = "Om oss. Vi är en kommun.";
  HighlightTarget target = word(analyzer, "kommun");
  CHECK(snippets(release, {target}, 300) == Strings{"Nyheten."});
  target.section = Section::kBoilerplate;
  CHECK(snippets(release, {target}, 300) == Strings{"Om oss. Vi är en *kommun*."});
}

TEST_CASE("snippet maker: a sentence without end is cut at words around its match") {
  Analyzer analyzer;
  std::string body;
  for (int i = 0; i < 100; ++i) body += "ordet nummer ";
  body += "klimatmålen";
  for (int i = 0; i < 100; ++i) body += " och så vidare";
  const Strings found = snippets(release_of("", body), {word(analyzer, "klimatmålen")}, 100);
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0], Catch::StartsWith("… ordet") || Catch::StartsWith("… nummer"));
  CHECK_THAT(found[0], Catch::Contains("*klimatmålen*"));
  CHECK(found[0].size() < 120);
}

TEST_CASE("snippet maker: what matched is shown also behind a word longer than the snippet") {
  Analyzer analyzer;
  for (const char* filler : {"x", "å"}) {
    std::string endless;
    for (int i = 0; i < 500; ++i) endless += filler;
    const Strings found = snippets(release_of("", "Se " + endless + " klimatmålen och mer"),
                                   {word(analyzer, "klimatmålen")}, 100);
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0], Catch::Contains("*klimatmålen*"));
  }
}

TEST_CASE("snippet maker: ranges on character borders, and a match is always shown") {
  Analyzer analyzer;
  AnalyzedText analyzed;
  std::mt19937 random(4);
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Release release =
        release_of(test::random_text(seed, 10), test::random_text(seed + 1000, 60));
    const auto max_bytes = static_cast<std::uint32_t>(40 + random() % 300);
    analyzer.analyze(release.body, analyzed);
    std::vector<HighlightTarget> targets;
    for (int i = 0; i < 2 && !analyzed.tokens().empty(); ++i) {
      HighlightTarget target;
      target.terms = {std::string(analyzed.tokens()[random() % analyzed.tokens().size()].term)};
      targets.push_back(target);
    }
    Highlighter highlighter(analyzer, targets);
    bool some = false;
    for (const Snippet& snippet : make_snippets(release, highlighter, targets, max_bytes)) {
      INFO("seed " << seed << ", " << max_bytes << " bytes: " << snippet.text);
      std::size_t last = 0;
      for (const ByteRange& range : snippet.highlights) {
        REQUIRE(range.begin >= last);
        REQUIRE(range.begin < range.end);
        REQUIRE(test::on_borders(snippet.text, range));
        last = range.end;
        some = true;
      }
      REQUIRE(snippet.text.size() <= max_bytes);
    }
    INFO("seed " << seed << ", " << max_bytes << " bytes: " << release.lead << "\n\n"
                 << release.body);
    for (const HighlightTarget& target : targets) UNSCOPED_INFO(target.terms[0]);
    REQUIRE(some == !targets.empty());
  }
}

}  // namespace
}  // namespace pressarkiv
