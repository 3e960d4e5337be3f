// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <vector>

#include "query/search/bm25.h"
#include "query/search/index_memory.h"
#include "query/search/ranking.h"
#include "query/search/scored.h"
#include "query/search/term_names.h"
#include "query/search/weighted_terms.h"

namespace pressarkiv {

/// Hits that feedback puts in a new order: the first so many. It only ever adds to a score, so
/// those behind them stay behind.
inline constexpr std::size_t kFeedbackDepth = 200;

/// What the best hits of a query have in common against the archive: blind relevance feedback.
/// The strongest has weight 1. Terms are weighed by how much of the hits they make up, the better
/// hits counting more, times their rarity (after RM3: Abdul-Jaleel et al., "UMass at TREC 2004").
/// `best`: in the order of their rank. May throw Xapian::Error.
std::vector<WeightedTerm> feedback_terms(const Xapian::Database& releases, IndexMemory& memory,
                                         const TermNames& names, std::span<const Scored> best,
                                         const RankingParameters& parameters);

/// Adds to the scores of the first kFeedbackDepth of `ranked` what they have of the terms
/// (RankingParameters::feedback is the strongest's weight; nobody gains more than feedback_most),
/// and puts these hits in their new order: nothing more is found. Cost: a step through each term's
/// postings from hit to hit. May throw Xapian::Error.
void add_feedback(const Xapian::Database& releases, PostingCache& postings,
                  const std::vector<WeightedTerm>& terms, const RankingParameters& parameters,
                  const Bm25& bm25, std::vector<Scored>& ranked);

}  // namespace pressarkiv
