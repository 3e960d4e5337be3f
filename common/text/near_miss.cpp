// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/near_miss.h"

#include <algorithm>

namespace pressarkiv {
namespace {

constexpr std::size_t kShortestGuessed = 4;
constexpr std::size_t kTwoEditsFrom = 6;
constexpr std::size_t kLongestCompared = 40;

}  // namespace

unsigned edit_distance(std::string_view a, std::string_view b) {
  std::vector<unsigned> before(b.size() + 1);  // Row i-2, for swaps.
  std::vector<unsigned> above(b.size() + 1);
  std::vector<unsigned> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string_view nearest_name(std::string_view typed,
                              const std::vector<std::string_view>& candidates) {
  if (typed.size() < kShortestGuessed || typed.size() > kLongestCompared) return {};
  unsigned best = typed.size() < kTwoEditsFrom ? 2 : 3;
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    const unsigned edits = edit_distance(typed, candidate);
    if (candidate.size() < kShortestGuessed && edits > 1) continue;
    if (edits < best) {
      best = edits;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace pressarkiv
