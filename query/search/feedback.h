// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/search/ranking.h"

namespace pressarkiv {

/// A term that marks the best hits, and how much (the strongest has 1).
struct FeedbackTerm {
  std::string term;
  double weight = 0;
};

/// What the best hits of a query have in common against the archive: blind relevance feedback.
/// Terms are weighed by how much of the hits they make up, the better hits counting more, times
/// their rarity (after RM3: Abdul-Jaleel et al., "UMass at TREC 2004"). May throw Xapian::Error.
std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& releases, const Xapian::MSet& best,
                                         const RankingParameters& parameters);

/// `query` with the terms as a help for the order of what it finds: nothing more is found.
Xapian::Query with_feedback(const Xapian::Query& query, const std::vector<FeedbackTerm>& terms,
                            double weight);

}  // namespace pressarkiv
