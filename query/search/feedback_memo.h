// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include "query/search/scored.h"

namespace pressarkiv {

/// Hits in the order that feedback gave them, by the list that they were in before: for as long as
/// a session remembers that list (ScoredWordsMemo), as its next page or its facets are asked for.
/// Belongs to one state of one index.
class FeedbackMemo {
 public:
  using Hits = std::shared_ptr<const std::vector<Scored>>;

  /// What the first `most` of `before` became; null where it is not known.
  Hits find(const Hits& before, std::size_t most) const {
    const auto known = known_.find(before.get());
    if (known == known_.end() || known->second.most != most) return nullptr;
    // Another list may lie where one lay that was forgotten.
    return known->second.before.lock() == before ? known->second.after : nullptr;
  }

  void keep(const Hits& before, std::size_t most, const std::vector<Scored>& after) {
    if (known_.size() >= kMostLists) known_.clear();
    known_[before.get()] = {before, most, std::make_shared<const std::vector<Scored>>(after)};
  }

 private:
  static constexpr std::size_t kMostLists = 256;  // Some 4 kB each.

  struct Known {
    std::weak_ptr<const std::vector<Scored>> before;
    std::size_t most = 0;
    Hits after;
  };
  std::unordered_map<const void*, Known> known_;
};

}  // namespace pressarkiv
