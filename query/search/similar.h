// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "common/release.h"
#include "common/text/analyzer.h"
#include "query/search/weighted_terms.h"

namespace pressarkiv {

inline constexpr std::size_t kMarkingTerms = 30;
/// Releases that share so much of their words (Jaccard) say the same: not similar but the same
/// again. The value is the usual one for near-duplicates (Manning, Raghavan, Schütze,
/// "Introduction to Information Retrieval", 19.6).
inline constexpr double kSameAgain = 0.8;

/// The word that each term of a release stands for, as it is written there most often. What stands
/// in lines for the press alone (press_service.h) is left out.
using WrittenWords = std::unordered_map<std::string, std::string>;
WrittenWords written_words(const Release& release, Analyzer& analyzer);

/// The terms of title, lead and body that mark a release best, by frequency and rarity, the
/// strongest first, among those that are `written`. The sender's text about itself has no part.
/// May throw Xapian::Error.
std::vector<WeightedTerm> marking_terms(const Xapian::Database& releases, Xapian::docid document,
                                        const WrittenWords& written);

/// The terms as a query: any of them, each by its weight.
Xapian::Query similar_query(const std::vector<WeightedTerm>& terms);

/// How much two token streams share of their distinct words, 0 to 1.
double shared_words(std::string_view a, std::string_view b);

}  // namespace pressarkiv
