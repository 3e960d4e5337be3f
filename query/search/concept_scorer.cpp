// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/concept_scorer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/schema/fields.h"
#include "common/schema/token_stream.h"

namespace pressarkiv {
namespace {

/// Robertson's weight of rarity as Xapian's BM25 has it: never below 0, also for terms that most
/// releases hold.
double rarity(double documents, double frequency) {
  double odds = (documents - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

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

/// What several lists say of one document.
struct Merged {
  Xapian::docid document = 0;
  std::vector<double> weights;
  bool is_hit = false;

  double sum() const { return std::accumulate(weights.begin(), weights.end(), 0.0); }
  double best() const { return *std::max_element(weights.begin(), weights.end()); }
};

/// Walks several lists side by side: calls visit(Merged) for each document in any of them.
template <typename Visit>
void merge(const std::vector<Scores>& lists, Visit visit) {
  std::vector<Scores::const_iterator> at;
  for (const Scores& list : lists) at.push_back(list.begin());
  Merged merged;
  for (;;) {
    Xapian::docid next = 0;
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (at[i] != lists[i].end() && (next == 0 || at[i]->document < next)) {
        next = at[i]->document;
      }
    }
    if (next == 0) return;
    merged.document = next;
    merged.weights.clear();
    merged.is_hit = false;
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (at[i] == lists[i].end() || at[i]->document != next) continue;
      merged.weights.push_back(at[i]->weight);
      merged.is_hit = merged.is_hit || at[i]->is_hit;
      ++at[i];
    }
    visit(merged);
  }
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

ConceptScorer::ConceptScorer(const Xapian::Database& releases, DocumentLengths& lengths,
                             const RankingParameters& parameters)
    : releases_(releases),
      lengths_(lengths),
      parameters_(parameters),
      documents_(releases.get_doccount()),
      average_length_(std::max(1.0, releases.get_avlength())) {}

std::vector<ConceptScorer::Frequency> ConceptScorer::frequencies(const TermGroup& group) const {
  std::vector<Frequency> found;
  bool in_order = true;
  for (const std::string& text : group.terms) {
    const std::string term = make_term(prefix::kText, text);
    const auto end = releases_.postlist_end(term);
    for (auto posting = releases_.postlist_begin(term); posting != end; ++posting) {
      in_order = in_order && (found.empty() || found.back().document < *posting);
      found.push_back({*posting, posting.get_wdf()});
    }
  }
  if (in_order) return found;
  std::sort(found.begin(), found.end(),
            [](const Frequency& a, const Frequency& b) { return a.document < b.document; });
  std::size_t kept = 0;
  for (const Frequency& one : found) {
    if (kept > 0 && found[kept - 1].document == one.document) {
      found[kept - 1].frequency += one.frequency;
    } else {
      found[kept++] = one;
    }
  }
  found.resize(kept);
  return found;
}

Scores ConceptScorer::score(const std::vector<Frequency>& frequencies, double weight) const {
  Scores scores;
  scores.reserve(frequencies.size());
  const double factor =
      weight * rarity(documents_, static_cast<double>(frequencies.size())) * (parameters_.k1 + 1);
  for (const Frequency& one : frequencies) {
    const double length =
        std::max(lengths_[one.document] / average_length_, parameters_.min_length);
    const double slowness = parameters_.k1 * (1 - parameters_.b + parameters_.b * length);
    scores.push_back({one.document, factor * one.frequency / (one.frequency + slowness), true});
  }
  return scores;
}

Scores ConceptScorer::score(const Alternative& alternative) const {
  Scores result;
  bool first = true;
  for (const TermGroup& group : alternative.all) {
    if (group.common) continue;
    Scores scores = score(frequencies(group), alternative.weight);
    result = first ? std::move(scores) : both(result, scores);
    first = false;
  }
  return alternative.adjacent ? where_side_by_side(result, alternative) : result;
}

Scores ConceptScorer::where_side_by_side(const Scores& scores,
                                         const Alternative& alternative) const {
  const TokenPattern pattern = side_by_side(alternative);
  Scores result;
  auto tokens = releases_.valuestream_begin(kTokensSlot);
  const auto end = releases_.valuestream_end(kTokensSlot);
  for (const Scored& one : scores) {
    tokens.skip_to(one.document);
    if (tokens == end) break;
    if (tokens.get_docid() != one.document) continue;
    const std::string stream = *tokens;
    if (matches(pattern, TokenStreamView(stream), std::nullopt)) result.push_back(one);
  }
  return result;
}

Scores ConceptScorer::score(const Concept& meant, double more) const {
  std::vector<Scores> lists;
  for (const Alternative& alternative : meant.alternatives) {
    if (alternative.weight <= 0) continue;
    lists.push_back(score(alternative));
    if (alternative.reason != ExpansionReason::kOnePart) continue;
    for (Scored& one : lists.back()) one.is_hit = false;
  }
  if (lists.size() == 1) return std::move(lists.front());
  Scores result;
  merge(lists, [&](const Merged& one) {
    const double best = one.best();
    result.push_back({one.document, best + more * (one.sum() - best), one.is_hit});
  });
  return result;
}

bool ConceptScorer::are_one_unit(const Concept& a, const Concept& b) const {
  const std::vector<Frequency> first = frequencies(a.alternatives.front().all.front());
  const std::vector<Frequency> second = frequencies(b.alternatives.front().all.front());
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
                                   std::vector<Scores>& scores) const {
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
  double best = 0;
  merge(concepts, [&](const Merged& one) {
    const bool all = concepts.size() > 1 && one.weights.size() == concepts.size();
    const double weight = one.sum() * (all ? 1 + parameters_.all_words : 1);
    result.push_back({one.document, weight, one.is_hit});
    best = std::max(best, weight);
  });
  std::erase_if(result, [&](const Scored& one) {
    return !one.is_hit && one.weight < parameters_.weak_hits * best;
  });
  return result;
}

}  // namespace pressarkiv
