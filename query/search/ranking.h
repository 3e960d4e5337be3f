// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace pressarkiv {

/// All numbers that ranking depends on (with the field weights of common/schema/fields.h). Chosen
/// on the development topics of the retrieval collection; figures in benchmarks/README.md.
inline constexpr double kBm25K1 = 1.2;         ///< How soon repetition stops to count.
inline constexpr double kBm25B = 0.5;          ///< How much length counts.
inline constexpr double kBm25MinLength = 1.0;  ///< Releases shorter than this share of the average
                                               ///< count as so long: no flood of bare titles.
inline constexpr double kAllWordsBonus =
    0.6;  ///< Share of the words' weight added when all are there.

/// Forms that one `ord*` stands for at most, the commonest first.
inline constexpr std::size_t kMaxPrefixForms = 2000;

Xapian::BM25Weight ranking_weight();

/// `any` (an OR of `words`) with more weight for releases that hold all of them.
Xapian::Query with_all_words_bonus(const Xapian::Query& any,
                                   const std::vector<Xapian::Query>& words);

}  // namespace pressarkiv
