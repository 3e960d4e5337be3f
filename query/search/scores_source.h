// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <utility>

#include "query/search/scored.h"

namespace pressarkiv {

/// Scores that were worked out beforehand, as a part of a Xapian::Query of the same index. Hand it
/// to a Query with release().
class ScoresSource final : public Xapian::PostingSource {
 public:
  explicit ScoresSource(std::shared_ptr<const Scores> scores);
  /// `most`: their greatest weight, where it is known.
  ScoresSource(std::shared_ptr<const Scores> scores, double most)
      : scores_(std::move(scores)), at_(scores_->begin()), most_(most) {}

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  double get_weight() const override { return at_->weight; }
  Xapian::docid get_docid() const override { return at_->document; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return begun_ && at_ == scores_->end(); }
  void init(const Xapian::Database& releases) override;
  PostingSource* clone() const override { return new ScoresSource(scores_, most_); }
  std::string get_description() const override { return "ScoresSource"; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(scores_->size()); }

  std::shared_ptr<const Scores> scores_;
  Scores::const_iterator at_;
  bool begun_ = false;
  double most_ = 0;
};

}  // namespace pressarkiv
