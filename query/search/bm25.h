// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cmath>

#include "query/search/document_lengths.h"
#include "query/search/ranking.h"

namespace pressarkiv {

/// BM25 as Xapian 1.4 has it (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
/// and Beyond", 2009), for scores that we work out ourselves: the same numbers as its BM25Weight
/// with ranking_weight(). Lengths are asked for once a release.
class Bm25 {
 public:
  /// All must outlive the object.
  Bm25(const Xapian::Database& releases, DocumentLengths& lengths,
       const RankingParameters& parameters)
      : lengths_(lengths),
        parameters_(parameters),
        documents_(releases.get_doccount()),
        average_length_(std::max(1.0, releases.get_avlength())) {}

  /// What a word in `releases` releases is worth where it is all that a release says. Never below
  /// 0, also for words that most releases hold.
  double most(double releases) const {
    double odds = (documents_ - releases + 0.5) / (releases + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;
    return std::log(odds) * (parameters_.k1 + 1);
  }

  /// The share of most() that `frequency` occurrences (wdf) earn in a release.
  double share(Xapian::docid document, double frequency) const {
    const double length = std::max(lengths_[document] / average_length_, parameters_.min_length);
    const double slowness = parameters_.k1 * (1 - parameters_.b + parameters_.b * length);
    return frequency / (frequency + slowness);
  }

 private:
  DocumentLengths& lengths_;
  const RankingParameters& parameters_;
  double documents_ = 0;
  double average_length_ = 1;
};

}  // namespace pressarkiv
