// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/ranker.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "query/search/all_matches.h"
#include "query/search/all_words.h"
#include "query/search/bm25.h"
#include "query/search/feedback.h"
#include "query/search/pattern_matcher.h"
#include "query/search/phrase_checker.h"
#include "query/search/phrase_key.h"
#include "query/search/scores_source.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

/// Candidates of a phrase looked at beyond the hits wanted: some will not hold it.
constexpr Xapian::doccount kRoomForOthers = 20;

std::vector<Scored> scored(const Xapian::MSet& matches) {
  std::vector<Scored> list;
  list.reserve(matches.size());
  for (auto entry = matches.begin(); entry != matches.end(); ++entry) {
    list.push_back({*entry, entry.get_weight(), true});
  }
  return list;
}

/// Leaves those whose token streams match. Streams are read in the order in which they lie.
void check(const Columns& columns, const UncheckedPhrase& phrase, std::vector<Scored>& list) {
  PatternMatcher matcher(phrase.pattern);
  std::sort(list.begin(), list.end(),
            [](const Scored& a, const Scored& b) { return a.document < b.document; });
  ColumnReader reader(columns, Column::kTokens);
  std::erase_if(list, [&](const Scored& one) {
    return !matcher.matches(reader.tokens(one.document), phrase.section);
  });
  std::sort(list.begin(), list.end(), ranks_before);
}

std::vector<Xapian::docid> documents_of(const Scores& scores) {
  std::vector<Xapian::docid> documents;
  documents.reserve(scores.size());
  for (const Scored& one : scores) documents.push_back(one.document);
  return documents;
}

/// Names a condition within a session; nothing where it has parts without a name of their own.
std::optional<std::string> key_of(const Query& condition) {
  try {
    return condition.serialise();
  } catch (const Xapian::UnimplementedError&) {
    return std::nullopt;
  }
}

std::vector<Xapian::docid> common(const std::vector<Xapian::docid>& a,
                                  const std::vector<Xapian::docid>& b) {
  std::vector<Xapian::docid> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

Ranker::Ranker(const Xapian::Database& releases, IndexMemory& memory, const CompiledQuery& compiled,
               const std::optional<Query>& filters, const RankingParameters& parameters,
               const TermNames& names)
    : releases_(releases),
      memory_(memory),
      compiled_(compiled),
      filters_(filters),
      parameters_(parameters),
      names_(names) {
  if (!compiled_.scores) return;
  condition_ = compiled_.condition;
  if (filters_) condition_ = condition_ ? Query(Query::OP_AND, *condition_, *filters_) : *filters_;
}

Query Ranker::filtered(const Query& query) const {
  return filters_ ? Query(Query::OP_FILTER, query, *filters_) : query;
}

RankedList Ranker::best(Xapian::doccount most, bool exact_total) {
  const bool feedback = parameters_.feedback > 0 && compiled_.has_free_words;
  if (feedback) most = std::max(most, static_cast<Xapian::doccount>(kFeedbackDepth));
  RankedList list;
  if (!compiled_.unchecked && scores() != nullptr) {
    list = best_scores(*scores(), most);
  } else if (compiled_.unchecked && !exact_total && !all_) {
    list = best_checked(most);
  } else {
    if (compiled_.unchecked) all();
    list = scores() != nullptr ? best_known(*scores(), most)
                               : best_matches(most, exact_total && !all_);
  }
  if (all_) {
    list.total = all_->size();
    list.total_is_exact = true;
  }
  if (feedback && !list.best.empty()) put_in_order(list.best);
  return list;
}

/// By what the best have in common.
void Ranker::put_in_order(std::vector<Scored>& hits) {
  const FeedbackMemo::Hits before = first_known();
  const std::size_t most = hits.size();
  if (before) {
    if (const FeedbackMemo::Hits known = memory_.feedback.find(before, most)) {
      hits = *known;
      return;
    }
  }
  const auto looked_at = std::min(hits.size(), static_cast<std::size_t>(parameters_.feedback_hits));
  const auto terms =
      feedback_terms(releases_, memory_, names_, {hits.data(), looked_at}, parameters_);
  const Bm25 bm25(releases_, memory_.lengths, parameters_);
  add_feedback(releases_, memory_.postings, terms, parameters_, bm25, hits);
  if (before) memory_.feedback.keep(before, most, hits);
}

RankedList Ranker::best_scores(const Scores& all, Xapian::doccount most) {
  RankedList list;
  list.total = all.size();
  const std::size_t wanted = std::min<std::size_t>(most, all.size());
  const auto first = first_known();
  if (first && first->size() >= wanted) {
    list.best.assign(first->begin(), first->begin() + static_cast<std::ptrdiff_t>(wanted));
    return list;
  }
  list.best.resize(wanted);
  std::partial_sort_copy(all.begin(), all.end(), list.best.begin(), list.best.end(), ranks_before);
  return list;
}

const Scores* Ranker::scores() {
  if (compiled_.scores) {
    return condition_ ? &narrowed_scores(*condition_)->scores : compiled_.scores.get();
  }
  if (filters_) return nullptr;
  if (!term_scores_) {
    const auto& terms = compiled_.unchecked ? compiled_.unchecked->terms : compiled_.all_of;
    const Bm25 bm25(releases_, memory_.lengths, parameters_);
    term_scores_ = terms.empty() ? std::nullopt : scores_of_all(terms, memory_.postings, bm25);
  }
  return *term_scores_ ? &**term_scores_ : nullptr;
}

std::shared_ptr<const std::vector<Scored>> Ranker::first_known() {
  if (!compiled_.scores || !condition_) return compiled_.best;
  const auto list = narrowed_scores(*condition_);
  return {list, &list->best};
}

std::shared_ptr<const NarrowedScores> Ranker::narrowed_scores(const Query& condition) {
  if (narrowed_) return narrowed_;
  const std::optional<std::string> key = key_of(condition);
  if (key) narrowed_ = memory_.narrowed.find(compiled_.scores, *key);
  if (narrowed_) return narrowed_;
  DocumentListMemo::List documents = key ? memory_.conditions.find(*key) : nullptr;
  if (!documents) {
    std::vector<Xapian::docid> met = all_matches(releases_, condition);
    documents = key ? memory_.conditions.keep(*key, std::move(met))
                    : std::make_shared<const std::vector<Xapian::docid>>(std::move(met));
  }
  narrowed_ = std::make_shared<const NarrowedScores>(
      narrowed(*compiled_.scores, *documents, ScoredWords::kMostBest));
  if (key) memory_.narrowed.keep(compiled_.scores, *key, narrowed_);
  return narrowed_;
}

/// Candidates of a phrase that may not hold it.
std::vector<Scored> Ranker::best_candidates(std::size_t most) {
  if (const Scores* const all = scores()) {
    std::vector<Scored> best(std::min(most, all->size()));
    std::partial_sort_copy(all->begin(), all->end(), best.begin(), best.end(), ranks_before);
    return best;
  }
  Xapian::Enquire enquire(releases_);
  enquire.set_query(filtered(compiled_.unchecked->candidates));
  enquire.set_weighting_scheme(ranking_weight(parameters_));
  const auto wanted = std::min<std::size_t>(most, releases_.get_doccount());
  return scored(enquire.get_mset(0, static_cast<Xapian::doccount>(wanted)));
}

/// Of the candidates those that all() has found.
RankedList Ranker::best_known(const Scores& candidates, Xapian::doccount most) const {
  Scores found;
  auto match = all_->begin();
  for (const Scored& one : candidates) {
    while (match != all_->end() && *match < one.document) ++match;
    if (match == all_->end()) break;
    if (*match == one.document) found.push_back(one);
  }
  RankedList list;
  list.best.resize(std::min<std::size_t>(most, found.size()));
  std::partial_sort_copy(found.begin(), found.end(), list.best.begin(), list.best.end(),
                         ranks_before);
  return list;
}

RankedList Ranker::best_checked(Xapian::doccount most) {
  const UncheckedPhrase& phrase = *compiled_.unchecked;
  for (std::size_t looked_at = most + kRoomForOthers;; looked_at *= 4) {
    RankedList list;
    list.best = best_candidates(looked_at);
    const bool seen_all = list.best.size() < looked_at;
    check(*memory_.columns, phrase, list.best);
    if (!seen_all && list.best.size() < most) continue;
    list.total_is_exact = seen_all;
    list.total = list.best.size();
    return list;
  }
}

RankedList Ranker::best_matches(Xapian::doccount most, bool exact_total) const {
  Xapian::Enquire enquire(releases_);
  enquire.set_query(query());
  enquire.set_weighting_scheme(ranking_weight(parameters_));
  const Xapian::MSet matches =
      enquire.get_mset(0, most, exact_total ? releases_.get_doccount() : most);
  RankedList list;
  list.best = scored(matches);
  list.total = matches.get_matches_lower_bound();
  list.total_is_exact = list.total == matches.get_matches_upper_bound();
  return list;
}

Query Ranker::query() const {
  if (!all_ || !compiled_.unchecked) return filtered(compiled_.query);
  auto matches = std::make_shared<Scores>();
  matches->reserve(all_->size());
  for (const Xapian::docid document : *all_) matches->push_back({document, 0, true});
  const Query found((new ScoresSource(std::move(matches)))->release());
  return {Query::OP_FILTER, compiled_.unchecked->candidates, found};
}

const std::vector<Xapian::docid>& Ranker::all() {
  if (!all_) all_ = find_all();
  return *all_;
}

std::vector<Xapian::docid> Ranker::find_all() {
  if (compiled_.unchecked) {
    const UncheckedPhrase& phrase = *compiled_.unchecked;
    const std::string key = phrase_key(phrase.pattern, phrase.section);
    const DocumentListMemo::List known = memory_.phrases.find(key);
    if (known && !filters_) return *known;
    std::vector<Xapian::docid> candidates;
    if (const Scores* const known_scores = scores()) {
      candidates = documents_of(*known_scores);
    } else {
      candidates = all_matches(releases_, filtered(phrase.candidates));
    }
    if (known) return common(candidates, *known);
    std::vector<Xapian::docid> found =
        matching_candidates(*memory_.columns, phrase.pattern, phrase.section, candidates);
    if (!filters_) memory_.phrases.keep(key, found);
    return found;
  }
  const Scores* const known = scores();
  return known != nullptr ? documents_of(*known) : all_matches(releases_, query());
}

}  // namespace pressarkiv
