// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/search/scored.h"

namespace pressarkiv {

/// What free words found, as far as it meets a condition.
struct NarrowedScores {
  Scores scores;
  std::vector<Scored> best;  ///< The first of them, in the order of their rank.
};

/// Those of `scores` that are among `documents`, which ascend, and the `most_best` first of them.
NarrowedScores narrowed(const Scores& scores, const std::vector<Xapian::docid>& documents,
                        std::size_t most_best);

/// What a session's free words found within its filters and dates: the next page and the order by
/// feedback go on from there. Belongs to one state of one index.
class NarrowedScoresMemo {
 public:
  using Found = std::shared_ptr<const NarrowedScores>;

  /// 16 MB; where it would become more, all are forgotten. What alone is more is not kept.
  static constexpr std::size_t kMostScores = std::size_t{1} << 20U;

  explicit NarrowedScoresMemo(std::size_t most_scores = kMostScores) : most_scores_(most_scores) {}

  /// Null where it is not known.
  Found find(const std::shared_ptr<const Scores>& whole, const std::string& condition) const;
  void keep(const std::shared_ptr<const Scores>& whole, const std::string& condition, Found found);

 private:
  struct Known {
    std::weak_ptr<const Scores> whole;  // Another may lie where one lay that was forgotten.
    Found found;
  };

  const std::size_t most_scores_;
  std::size_t kept_scores_ = 0;
  std::map<std::pair<const Scores*, std::string>, Known> known_;
};

}  // namespace pressarkiv
