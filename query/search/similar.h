// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/release.h"
#include "common/schema/token_stream.h"
#include "common/text/analyzer.h"
#include "query/search/weighted_terms.h"

namespace pressarkiv {

inline constexpr std::size_t kMarkingTerms = 30;
/// Releases that share so much of their words (Jaccard) say the same: not similar but the same
/// again. The value is the usual one for near-duplicates (Manning, Raghavan, Schütze,
/// "Introduction to Information Retrieval", 19.6).
inline constexpr double kSameAgain = 0.8;

/// A term as a release has it.
struct WrittenWord {
  std::string spelling;         ///< As it is written there most often.
  std::uint32_t frequency = 0;  ///< How often it stands there, by the weights of fields (wdf).
};
/// The terms of title, lead and body. What stands in lines for the press alone (press_service.h) is
/// left out.
using WrittenWords = std::unordered_map<std::string, WrittenWord>;
WrittenWords written_words(const Release& release, Analyzer& analyzer);

/// The terms that mark a release best, by frequency and rarity, the strongest first. The sender's
/// text about itself has no part. May throw Xapian::Error.
std::vector<WeightedTerm> marking_terms(const Xapian::Database& releases,
                                        const WrittenWords& written);

/// The terms as a query: any of them, each by its weight.
Xapian::Query similar_query(const std::vector<WeightedTerm>& terms);

/// How much two token streams share of their distinct words, 0 to 1.
double shared_words(const TokenStreamView& a, const TokenStreamView& b);

}  // namespace pressarkiv
