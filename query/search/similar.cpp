// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/similar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/token_stream.h"
#include "common/text/stopwords.h"
#include "query/search/press_service.h"

namespace pressarkiv {
namespace {

std::unordered_set<std::uint32_t> words_of(const TokenStreamView& stream) {
  std::unordered_set<std::uint32_t> words;
  for (std::uint32_t row = 0; row < stream.row_count(); ++row) words.insert(stream.row(row).term);
  return words;
}

}  // namespace

std::vector<WeightedTerm> marking_terms(const Xapian::Database& releases,
                                        const WrittenWords& written) {
  std::vector<WeightedTerm> terms;
  for (const auto& [term, word] : written) {
    if (!is_theme_word(term) || is_stopword(term)) continue;
    terms.push_back({term, 1 + std::log(static_cast<double>(word.frequency)), 0});
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
  parts.reserve(terms.size());
  for (const WeightedTerm& term : terms) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                       term.weight / terms.front().weight);
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

double shared_words(const TokenStreamView& a, const TokenStreamView& b) {
  const auto first = words_of(a);
  const auto second = words_of(b);
  std::size_t common = 0;
  for (const std::uint32_t word : first) common += second.contains(word) ? 1 : 0;
  const std::size_t all = first.size() + second.size() - common;
  return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

WrittenWords written_words(const Release& release, Analyzer& analyzer) {
  struct Seen {
    std::map<std::string, unsigned> spellings;
    std::uint32_t frequency = 0;
  };
  std::unordered_map<std::string, Seen> seen;
  AnalyzedText analyzed;
  for (const auto& [text, weight] : {std::pair{&release.title, kTitleWeight},
                                     {&release.lead, kLeadWeight},
                                     {&release.body, kBodyWeight}}) {
    analyzer.analyze(*text, analyzed);
    ByteRange line;
    bool is_service = false;
    for (const Token& token : analyzed.tokens()) {
      if (token.range.begin >= line.end) {
        line = line_around(*text, token.range.begin);
        is_service = is_press_service(std::string_view(*text).substr(line.begin, line.size()));
      }
      Seen& term = seen[std::string(token.term)];
      term.frequency += weight;
      if (is_service) continue;
      ++term.spellings[text->substr(token.range.begin, token.range.size())];
    }
  }
  WrittenWords words;
  for (const auto& [term, found] : seen) {
    if (found.spellings.empty()) continue;
    const auto commonest =
        std::max_element(found.spellings.begin(), found.spellings.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    words[term] = {commonest->first, found.frequency};
  }
  return words;
}

}  // namespace pressarkiv
