// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/concept_scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "common/schema/token_stream.h"
#include "query/search/merged_scores.h"
#include "query/search/pattern_matcher.h"

namespace pressarkiv {
namespace {

/// Of the releases that have all words of an expression, so many are looked into for whether they
/// stand together: in an archive where more have them, most do, and those that score lower decide
/// nothing.
constexpr std::size_t kMostChecked = 1000;
constexpr double kApart = -1;
constexpr double kNoBound = std::numeric_limits<double>::infinity();

/// Documents of both, with the sum of their weights.
Scores both(const Scores& a, const Scores& b) {
  Scores result;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->document < j->document) {
      ++i;
    } else if (j->document < i->document) {
      ++j;
    } else {
      result.push_back({i->document, i->weight + j->weight, true});
      ++i;
      ++j;
    }
  }
  return result;
}

}  // namespace

TokenPattern side_by_side(const Alternative& alternative) {
  TokenPattern pattern;
  pattern.kind = TokenPattern::Kind::kOrdered;
  for (const TermGroup& group : alternative.all) {
    std::vector<WordMatch> words;
    for (const std::string& term : group.terms) words.push_back({hash_word(term, term), false});
    pattern.children.push_back(any_word(std::move(words)));
  }
  return pattern;
}

ConceptScorer::ConceptScorer(const Xapian::Database& releases, IndexMemory& memory,
                             const RankingParameters& parameters)
    : columns_(*memory.columns),
      parameters_(parameters),
      bm25_(releases, memory.lengths, parameters),
      postings_(releases, memory.postings) {}

Scores ConceptScorer::score(const Frequencies& frequencies, double weight, double most) const {
  Scores scores;
  scores.reserve(frequencies.size());
  most = weight * std::min(most, bm25_.most(static_cast<double>(frequencies.size())));
  for (const Frequency& one : frequencies) {
    scores.push_back({one.document, most * bm25_.share(one.document, one.frequency), true});
  }
  return scores;
}

Scores ConceptScorer::score(const Alternative& alternative, double most) {
  Scores result;
  bool first = true;
  for (const TermGroup& group : alternative.all) {
    if (group.common) continue;
    Scores scores = score(postings_.of_group(group), alternative.weight, most);
    result = first ? std::move(scores) : both(result, scores);
    first = false;
  }
  return alternative.adjacent ? where_side_by_side(std::move(result), alternative) : result;
}

Scores ConceptScorer::where_side_by_side(Scores&& scores, const Alternative& alternative) const {
  std::vector<Scored*> best = best_of(scores, kMostChecked);
  PatternMatcher matcher(side_by_side(alternative));
  ColumnReader reader(columns_, Column::kTokens);
  for (Scored* one : best) {
    const bool together = matcher.matches(reader.tokens(one->document), std::nullopt);
    if (!together) one->weight = kApart;
  }
  std::erase_if(scores, [](const Scored& one) { return one.weight == kApart; });
  return std::move(scores);
}

/// Of the typed word itself; without bound where no release has it.
double ConceptScorer::worth_of_typed(const Concept& meant) {
  const std::size_t releases = postings_.of_group(meant.alternatives.front().all.front()).size();
  return releases == 0 ? kNoBound : bm25_.most(static_cast<double>(releases));
}

Scores ConceptScorer::score(const Concept& meant, double more) {
  // A rare word that was not typed must not say more than the common one that was.
  const double most = worth_of_typed(meant);
  std::vector<Scores> lists;
  for (const Alternative& alternative : meant.alternatives) {
    if (alternative.weight <= 0) continue;
    const bool other_word = alternative.reason == ExpansionReason::kSynonym ||
                            alternative.reason == ExpansionReason::kPlaces;
    lists.push_back(other_word ? score(alternative, most) : score(alternative, kNoBound));
    if (alternative.reason != ExpansionReason::kOnePart) continue;
    for (Scored& one : lists.back()) one.is_hit = false;
  }
  if (lists.size() == 1) return std::move(lists.front());
  Scores result;
  result.reserve(longest(lists));
  merge(lists, [&](Xapian::docid document, const MergedScore& one) {
    result.emplace_back(document, one.best + more * (one.sum - one.best), one.is_hit);
  });
  return result;
}

bool ConceptScorer::are_one_unit(const Concept& a, const Concept& b) {
  const Frequencies& first = postings_.of_group(a.alternatives.front().all.front());
  const Frequencies& second = postings_.of_group(b.alternatives.front().all.front());
  std::size_t common = 0;
  for (auto i = first.begin(), j = second.begin(); i != first.end() && j != second.end();) {
    if (i->document == j->document) {
      ++common;
      ++i;
      ++j;
    } else if (i->document < j->document) {
      ++i;
    } else {
      ++j;
    }
  }
  const auto rarer = static_cast<double>(std::min(first.size(), second.size()));
  return rarer > 0 && static_cast<double>(common) >= parameters_.unit_overlap * rarer;
}

void ConceptScorer::weigh_as_units(const std::vector<Concept>& concepts,
                                   std::vector<Scores>& scores) {
  for (std::size_t first = 0; first < concepts.size();) {
    std::size_t last = first;
    while (last + 1 < concepts.size() && are_one_unit(concepts[last], concepts[last + 1])) ++last;
    const auto size = static_cast<double>(last - first + 1);
    const double share = std::pow(size, -parameters_.unit_discount);
    for (std::size_t i = first; size > 1 && i <= last; ++i) {
      for (Scored& one : scores[i]) one.weight *= share;
    }
    first = last + 1;
  }
}

Scores ConceptScorer::combine(const std::vector<Scores>& concepts) const {
  Scores result;
  if (concepts.size() == 1) {
    result = concepts.front();
  } else {
    result.reserve(longest(concepts));
    merge(concepts, [&](Xapian::docid document, const MergedScore& one) {
      const bool all = one.lists == concepts.size();
      result.emplace_back(document, one.sum * (all ? 1 + parameters_.all_words : 1), one.is_hit);
    });
  }
  double best = 0;
  for (const Scored& one : result) best = std::max(best, one.weight);
  std::erase_if(result, [&](const Scored& one) {
    return !one.is_hit && one.weight < parameters_.weak_hits * best;
  });
  return result;
}

}  // namespace pressarkiv
