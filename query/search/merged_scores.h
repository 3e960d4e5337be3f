// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/search/scored.h"

namespace pressarkiv {

/// What several lists say of one document.
struct MergedScore {
  double sum = 0;  ///< Added up from the shortest list to the longest.
  double best = 0;
  std::uint32_t lists = 0;  ///< Of those that have it.
  bool is_hit = false;
};

/// The size of the longest list.
inline std::size_t longest(const std::vector<Scores>& lists) {
  std::size_t size = 0;
  for (const Scores& list : lists) size = std::max(size, list.size());
  return size;
}

/// Calls `visit(document, MergedScore)` for each document of the lists, ascending. Goes on by
/// blocks of documents, whose sums stay in the cache however many lists there are: a step for each
/// score.
template <typename Visit>
void merge(const std::vector<Scores>& lists, Visit visit) {
  constexpr Xapian::docid kBlock = 2048;
  struct Rest {
    Scores::const_iterator at;
    Scores::const_iterator end;
  };
  std::vector<Rest> rests;
  rests.reserve(lists.size());
  for (const Scores& list : lists) rests.push_back({list.begin(), list.end()});
  std::stable_sort(rests.begin(), rests.end(),
                   [](const Rest& a, const Rest& b) { return a.end - a.at < b.end - b.at; });
  std::vector<MergedScore> block(kBlock);
  std::array<std::uint64_t, kBlock / 64> touched{};
  for (;;) {
    std::erase_if(rests, [](const Rest& rest) { return rest.at == rest.end; });
    if (rests.empty()) return;
    Xapian::docid begin = rests.front().at->document;
    for (const Rest& rest : rests) begin = std::min(begin, rest.at->document);
    for (Rest& rest : rests) {
      for (; rest.at != rest.end && rest.at->document - begin < kBlock; ++rest.at) {
        const std::size_t place = rest.at->document - begin;
        MergedScore& merged = block[place];
        merged.sum += rest.at->weight;
        merged.best = std::max(merged.best, rest.at->weight);
        ++merged.lists;
        merged.is_hit = merged.is_hit || rest.at->is_hit;
        touched[place / 64] |= std::uint64_t{1} << (place % 64);
      }
    }
    for (std::size_t word = 0; word < touched.size(); ++word) {
      for (std::uint64_t bits = touched[word]; bits != 0; bits &= bits - 1) {
        const std::size_t place = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        visit(begin + static_cast<Xapian::docid>(place), block[place]);
        block[place] = {};
      }
      touched[word] = 0;
    }
  }
}

}  // namespace pressarkiv
