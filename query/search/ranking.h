// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string_view>
#include <vector>

#include "query/expansion/expansion_weights.h"

namespace pressarkiv {

/// All numbers that ranking depends on (with the field weights of common/schema/fields.h). Chosen
/// on the development topics of the retrieval collection; figures in benchmarks/README.md.
struct RankingParameters {
  double k1 = 1.4;           ///< BM25: how soon repetition stops to count.
  double b = 0.5;            ///< BM25: how much length counts.
  double min_length = 0.75;  ///< Releases shorter than this share of the average count as so long:
                             ///< no flood of bare titles.
  double all_words = 0.7;    ///< Share of the words' weight added when all are there.
  double more_evidence = 0.2;  ///< Share of what further ways to meet a word add to the best one.
  double weak_hits = 0.1;  ///< Share of the best score that a release with a mere part must reach.
  double nearness = 0.2;   ///< Share added when all stand in one passage.
  double unit_overlap =
      0.55;  ///< Words that share so much of the rarer one's releases are a unit …
  double unit_discount = 0.8;  ///< … of n words, each counting n^-this.
  double feedback = 0.6;       ///< Weight of what the best hits have in common …
  double feedback_most = 0.6;  ///< … at most this share of the best score, so that what was typed
                               ///< decides first …
  double feedback_hits = 9;    ///< … of so many hits …
  double feedback_terms = 30;  ///< … and so many terms.
  ExpansionWeights expansion;

  bool operator==(const RankingParameters&) const = default;
};

/// A parameter by its name, for measuring what each is worth.
struct NamedParameter {
  std::string_view name;
  double& (*of)(RankingParameters&);
};
std::span<const NamedParameter> ranking_parameters();

/// Forms that the `ord*` of a query stand for at most, taken together; the commonest first.
inline constexpr std::size_t kMaxPrefixForms = 2000;

Xapian::BM25Weight ranking_weight(const RankingParameters& parameters);

/// `any` (an OR of `words`) with more weight for releases that hold all of them.
Xapian::Query with_all_words_bonus(const Xapian::Query& any,
                                   const std::vector<Xapian::Query>& words, double bonus);

}  // namespace pressarkiv
