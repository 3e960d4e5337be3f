// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/ranking.h"

namespace pressarkiv {

Xapian::BM25Weight ranking_weight() {
  constexpr double kNoQueryLength = 0;
  constexpr double kRepeatedInQuery = 1;
  return {kBm25K1, kNoQueryLength, kRepeatedInQuery, kBm25B, kBm25MinLength};
}

Xapian::Query with_all_words_bonus(const Xapian::Query& any,
                                   const std::vector<Xapian::Query>& words) {
  const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
  return Xapian::Query(Xapian::Query::OP_OR, any,
                       Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, all, kAllWordsBonus));
}

}  // namespace pressarkiv
