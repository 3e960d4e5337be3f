// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/scored.h"

#include <algorithm>

namespace pressarkiv {

std::vector<Scored*> best_of(Scores& scores, std::size_t count) {
  // A heap of the best so far, the last of them on top: few of a long list get past it.
  const auto before = [](const Scored* a, const Scored* b) { return ranks_before(*a, *b); };
  std::vector<Scored*> best;
  best.reserve(std::min(count, scores.size()));
  for (Scored& one : scores) {
    if (best.size() == count) {
      if (count == 0 || !ranks_before(one, *best.front())) continue;
      std::pop_heap(best.begin(), best.end(), before);
      best.pop_back();
    }
    best.push_back(&one);
    std::push_heap(best.begin(), best.end(), before);
  }
  std::sort(best.begin(), best.end(),
            [](const Scored* a, const Scored* b) { return a->document < b->document; });
  return best;
}

}  // namespace pressarkiv
