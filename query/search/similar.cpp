// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/similar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "common/schema/token_stream.h"
#include "common/text/stopwords.h"

namespace pressarkiv {
namespace {

std::unordered_set<std::uint32_t> words_of(const TokenStreamView& stream) {
  std::unordered_set<std::uint32_t> words;
  for (std::uint32_t row = 0; row < stream.row_count(); ++row) words.insert(stream.row(row).term);
  return words;
}

}  // namespace

std::vector<WeightedTerm> marking_terms(const Xapian::Database& releases, Xapian::docid document) {
  std::vector<WeightedTerm> terms;
  const auto end = releases.termlist_end(document);
  for (auto term = releases.termlist_begin(document); term != end; ++term) {
    if (term.get_wdf() == 0 || !is_theme_word(*term) || is_stopword(*term)) continue;
    terms.push_back({*term, 1 + std::log(static_cast<double>(term.get_wdf())), 0});
  }
  const double documents = releases.get_doccount();
  for (WeightedTerm& term : terms) {
    const double frequency = releases.get_termfreq(term.term);
    // A term of this release alone finds nothing else.
    term.weight *= frequency < 2 ? 0 : std::max(0.0, std::log(documents / frequency));
  }
  std::erase_if(terms, [](const WeightedTerm& term) { return term.weight <= 0; });
  sort_by_weight(terms);
  if (terms.size() > kMarkingTerms) terms.resize(kMarkingTerms);
  return terms;
}

Xapian::Query similar_query(const std::vector<WeightedTerm>& terms) {
  std::vector<Xapian::Query> parts;
  for (const WeightedTerm& term : terms) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                       term.weight / terms.front().weight);
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

double shared_words(std::string_view a, std::string_view b) {
  const auto first = words_of(TokenStreamView(a));
  const auto second = words_of(TokenStreamView(b));
  std::size_t common = 0;
  for (const std::uint32_t word : first) common += second.contains(word) ? 1 : 0;
  const std::size_t all = first.size() + second.size() - common;
  return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

std::unordered_map<std::string, std::string> written_words(const Release& release,
                                                           Analyzer& analyzer) {
  std::unordered_map<std::string, std::map<std::string, unsigned>> seen;
  AnalyzedText analyzed;
  for (const std::string* text : {&release.title, &release.lead, &release.body}) {
    analyzer.analyze(*text, analyzed);
    for (const Token& token : analyzed.tokens()) {
      const std::size_t size = token.range.end - token.range.begin;
      ++seen[std::string(token.term)][text->substr(token.range.begin, size)];
    }
  }
  std::unordered_map<std::string, std::string> words;
  for (const auto& [term, spellings] : seen) {
    words[term] =
        std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
  }
  return words;
}

}  // namespace pressarkiv
