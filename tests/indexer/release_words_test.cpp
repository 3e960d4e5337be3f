// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/release_words.h"

#include <catch2/catch.hpp>
#include <map>

#include "common/schema/fields.h"
#include "common/schema/token_stream.h"
#include "common/vocabulary/vocabulary_segment.h"
#include "indexer/document_builder.h"

namespace pressarkiv {
namespace {

constexpr std::uint32_t kLower = FormEntry::kSeenLower;
constexpr std::uint32_t kName = FormEntry::kSeenAsName;

std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> sorted(const FormCounts& counts) {
  std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> rows;
  for (const auto& [form, count] : counts) rows[form] = {count.releases, count.flags};
  return rows;
}

Release release_of(const std::string& title, const std::string& body) {
  Release release;
  release.id = "r";
  release.title = title;
  release.body = body;
  return release;
}

TEST_CASE("release words: a form counts once a release, in the ways it was seen") {
  Analyzer analyzer;
  TermTable terms;
  DocumentBuilder builder(analyzer, terms);
  builder.build(release_of("Lund", "I Lund bor André. andre gången"), {}, {}, 0);
  builder.build(release_of("Lund", "lund"), {}, {}, 0);
  const auto counts = sorted(builder.words().take_form_counts());
  CHECK(counts.at("lund") == std::make_pair(2U, kLower | kName));
  CHECK(counts.at("andre") == std::make_pair(1U, kLower | kName));
  CHECK(counts.at("i") == std::make_pair(1U, 0U));
  CHECK(counts.at("gången") == std::make_pair(1U, kLower));
  CHECK_FALSE(counts.contains("andré"));
  CHECK(builder.words().take_form_counts().empty());
  builder.build(release_of("Lund", ""), {}, {}, 0);
  CHECK(sorted(builder.words().take_form_counts()).at("lund") == std::make_pair(1U, 0U));
}

TEST_CASE("release words: terms are weighted by where they stand") {
  Analyzer analyzer;
  TermTable terms;
  DocumentBuilder builder(analyzer, terms);
  Release release = release_of("Skolan växer", "Skolans och skolan");
  release.lead = "Skolan";
  release.boilerplate = "Om verket";
  std::vector<std::string> found;
  for (const DocumentTerm& term : builder.build(release, {}, {}, 0).terms) {
    found.push_back(std::string(terms.text(term.term)) + " " + std::to_string(term.wdf));
  }
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<std::string>{"Qr 0", "Sskolan 0", "Sväx 0", "XBom 0", "XBverket 0",
                                          "och 1", "skolan 7", "väx 3"});
}

TEST_CASE("release words: the token stream tells the ranked terms and their frequencies") {
  Analyzer analyzer;
  TermTable terms;
  DocumentBuilder builder(analyzer, terms);
  Release release =
      release_of("André om e-post 2023:15", "Bistånds- och EU-ministern. regeringen.se");
  release.lead = "andre e-posten, EU:s 10 000 e post";
  release.boilerplate = "Om e-tjänster 2024:16";
  const IndexedDocument indexed = builder.build(release, {}, {}, 0);
  std::map<std::uint32_t, std::uint32_t> posted;
  for (const DocumentTerm& term : indexed.terms) {
    const std::string_view text = terms.text(term.term);
    if (term.wdf > 0) posted[hash_word(stable_hash(text), stable_hash(text)).term] = term.wdf;
  }
  const auto tokens =
      std::find_if(indexed.columns.begin(), indexed.columns.end(),
                   [](const ColumnValue& value) { return value.column == Column::kTokens; });
  REQUIRE(tokens != indexed.columns.end());
  const TokenStreamView stream(tokens->bytes);
  std::map<std::uint32_t, std::uint32_t> told;
  const auto count = [&](SectionRange range, std::uint32_t weight) {
    for (; range.begin < range.end; ++range.begin) {
      told[stream.row(stream.word(range.begin)).term] += weight;
    }
  };
  count(stream.section(Section::kTitle), kTitleWeight);
  count(stream.section(Section::kLead), kLeadWeight);
  count(stream.section(Section::kBody), kBodyWeight);
  CHECK(told != posted);  // Some have no position.
  count(stream.beside(), 1);
  CHECK(told == posted);
}

TEST_CASE("release words: counts outlive the analyzer's table of forms") {
  constexpr std::uint32_t kReleases = 40;
  constexpr std::uint32_t kWordsEach = 5000;
  Analyzer analyzer;
  TermTable terms;
  DocumentBuilder builder(analyzer, terms);
  for (std::uint32_t i = 0; i < kReleases; ++i) {
    std::string body = "gemensamma ord";
    for (std::uint32_t word = 0; word < kWordsEach; ++word) {
      body += " x" + std::to_string(i * kWordsEach + word);
    }
    builder.build(release_of("", body), {}, {}, 0);
  }
  CHECK(builder.words().has_counts_to_take());
  const FormCounts counts = builder.words().take_form_counts();
  CHECK_FALSE(builder.words().has_counts_to_take());
  CHECK(counts.size() == kReleases * kWordsEach + 2);
  CHECK(counts.at("gemensamma").releases == kReleases);
  CHECK(counts.at("x7").releases == 1);
}

}  // namespace
}  // namespace pressarkiv
