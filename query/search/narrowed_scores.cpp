// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/narrowed_scores.h"

#include <algorithm>

#include "query/search/gallop.h"

namespace pressarkiv {

NarrowedScores narrowed(const Scores& scores, const std::vector<Xapian::docid>& documents,
                        std::size_t most_best) {
  NarrowedScores found;
  auto at = scores.begin();
  for (const Xapian::docid document : documents) {
    at = gallop(at, scores.end(), document);
    if (at == scores.end()) break;
    if (at->document == document) found.scores.push_back(*at);
  }
  found.best.resize(std::min(most_best, found.scores.size()));
  std::partial_sort_copy(found.scores.begin(), found.scores.end(), found.best.begin(),
                         found.best.end(), ranks_before);
  return found;
}

NarrowedScoresMemo::Found NarrowedScoresMemo::find(const std::shared_ptr<const Scores>& whole,
                                                   const std::string& condition) const {
  const auto known = known_.find({whole.get(), condition});
  if (known == known_.end() || known->second.whole.lock() != whole) return nullptr;
  return known->second.found;
}

void NarrowedScoresMemo::keep(const std::shared_ptr<const Scores>& whole,
                              const std::string& condition, Found found) {
  const std::size_t size = found->scores.size() + found->best.size();
  if (size > most_scores_) return;
  if (kept_scores_ + size > most_scores_) {
    known_.clear();
    kept_scores_ = 0;
  }
  kept_scores_ += size;
  known_[{whole.get(), condition}] = {whole, std::move(found)};
}

}  // namespace pressarkiv
