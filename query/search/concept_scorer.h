// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/expansion/expansion.h"
#include "query/search/bm25.h"
#include "query/search/index_memory.h"
#include "query/search/postings.h"
#include "query/search/ranking.h"
#include "query/search/scored.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// The pattern of an alternative whose words stand side by side, in any of their forms.
TokenPattern side_by_side(const Alternative& alternative);

/// Scores concepts against one index, all matching releases at once. Each alternative is scored by
/// BM25, a group of terms counting as one word; a concept is worth its best alternative and a
/// share of the others (RankingParameters::more_evidence): many ways to say one thing must not
/// outweigh another thing that was asked for. (Xapian's OP_MAX would serve for the first half, but
/// crashes in 1.4 when a part of it ends early.) Methods may throw Xapian::Error.
///
/// Cost: one pass over the postings of all terms.
class ConceptScorer {
 public:
  /// All must outlive the scorer.
  ConceptScorer(const Xapian::Database& releases, IndexMemory& memory,
                const RankingParameters& parameters);

  /// `more`: the share of further alternatives, 0 to 1.
  Scores score(const Concept& meant, double more);
  /// `most`: what a word can be worth at most (Bm25::most), however rare it is.
  Scores score(const Alternative& alternative, double most);

  /// Takes weight from neighbours that are one thing (names, fixed expressions): of words that
  /// hardly stand without each other ("Ebba Busch", "artificiell intelligens"), each counts by its
  /// share.
  void weigh_as_units(const std::vector<Concept>& concepts, std::vector<Scores>& scores);

  /// The sum over all concepts, with the bonus for releases that meet all of them. Releases that
  /// have nothing but single parts of compounds are kept where they score well beside the best
  /// (RankingParameters::weak_hits): a rare part says a lot ("adoption"), a common one nothing.
  Scores combine(const std::vector<Scores>& concepts) const;

 private:
  Scores score(const Frequencies& frequencies, double weight, double most) const;
  double worth_of_typed(const Concept& meant);
  bool are_one_unit(const Concept& a, const Concept& b);
  Scores where_side_by_side(Scores&& scores, const Alternative& alternative) const;

  const Columns& columns_;
  const RankingParameters& parameters_;
  Bm25 bm25_;
  Postings postings_;
};

}  // namespace pressarkiv
