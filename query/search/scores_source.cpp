// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/scores_source.h"

#include <algorithm>

#include "query/search/gallop.h"

namespace pressarkiv {

ScoresSource::ScoresSource(std::shared_ptr<const Scores> scores)
    : ScoresSource(std::move(scores), 0) {
  for (const Scored& one : *scores_) most_ = std::max(most_, one.weight);
}

void ScoresSource::init(const Xapian::Database& /*releases*/) {
  set_maxweight(most_);
  at_ = scores_->begin();
  begun_ = false;
}

void ScoresSource::next(double min_weight) {
  if (begun_) ++at_;
  begun_ = true;
  while (at_ != scores_->end() && at_->weight < min_weight) ++at_;
}

void ScoresSource::skip_to(Xapian::docid document, double min_weight) {
  begun_ = true;
  at_ = gallop(at_, scores_->end(), document);
  while (at_ != scores_->end() && at_->weight < min_weight) ++at_;
}

}  // namespace pressarkiv
