// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/search/ranking.h"
#include "query/search/weighted_terms.h"

namespace pressarkiv {

/// What the best hits of a query have in common against the archive: blind relevance feedback.
/// The strongest has weight 1. Terms are weighed by how much of the hits they make up, the better
/// hits counting more, times their rarity (after RM3: Abdul-Jaleel et al., "UMass at TREC 2004").
/// May throw Xapian::Error.
std::vector<WeightedTerm> feedback_terms(const Xapian::Database& releases, const Xapian::MSet& best,
                                         const RankingParameters& parameters);

/// `query` with the terms as a help for the order of what it finds: nothing more is found.
Xapian::Query with_feedback(const Xapian::Query& query, const std::vector<WeightedTerm>& terms,
                            double weight);

}  // namespace pressarkiv
