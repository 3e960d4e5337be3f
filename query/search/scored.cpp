// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/scored.h"

#include <algorithm>

namespace pressarkiv {

std::vector<Scored*> best_of(Scores& scores, std::size_t count) {
  std::vector<Scored*> best;
  best.reserve(scores.size());
  for (Scored& one : scores) best.push_back(&one);
  if (best.size() > count) {
    std::nth_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(),
                     [](const Scored* a, const Scored* b) { return ranks_before(*a, *b); });
    best.resize(count);
  }
  std::sort(best.begin(), best.end(),
            [](const Scored* a, const Scored* b) { return a->document < b->document; });
  return best;
}

}  // namespace pressarkiv
