// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/near_duplicates.h"

#include <algorithm>
#include <array>
#include <boost/sort/spreadsort/integer_sort.hpp>

#include "indexer/duplicate_judge.h"

namespace pressarkiv {
namespace {

/// For each place and band the last place before it with the same values there: chains that lead
/// from a release to all earlier ones that may be its original.
class Bands {
 public:
  Bands(const std::vector<DuplicateCandidate>& candidates, const std::vector<std::uint32_t>& order)
      : before_(order.size()), met_by_(order.size(), kNoPlace) {
    std::vector<std::uint64_t> band(order.size());  // The values, then the place.
    for (std::size_t number = 0; number < kBands; ++number) {
      for (std::uint32_t place = 0; place < order.size(); ++place) {
        band[place] =
            std::uint64_t{band_of(candidates[order[place]].minima, number)} << 32U | place;
      }
      boost::sort::spreadsort::integer_sort(band.begin(), band.end());
      for (std::size_t i = 0; i < band.size(); ++i) {
        const bool chained = i > 0 && band[i - 1] >> 32U == band[i] >> 32U;
        before_[place_of(band[i])][number] = chained ? place_of(band[i - 1]) : kNoPlace;
      }
    }
  }

  /// Earlier places that share a band, the nearest kNeighbours of each; ascending, each once.
  void before(std::uint32_t place, std::vector<std::uint32_t>& earlier) {
    earlier.clear();
    for (std::size_t number = 0; number < kBands; ++number) {
      std::uint32_t at = before_[place][number];
      for (std::size_t back = 0; back < kNeighbours && at != kNoPlace; ++back) {
        if (met_by_[at] != place) earlier.push_back(at);
        met_by_[at] = place;
        at = before_[at][number];
      }
    }
    std::sort(earlier.begin(), earlier.end());
  }

 private:
  static std::uint32_t place_of(std::uint64_t in_band) {
    return static_cast<std::uint32_t>(in_band);
  }

  std::vector<std::array<std::uint32_t, kBands>> before_;
  std::vector<std::uint32_t> met_by_;  // The place that last came upon each one.
};

}  // namespace

bool within_distance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                     std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return false;
  const std::size_t far = limit + 1;  // Anything above the limit.
  const std::size_t width = 2 * limit + 1;
  // row[d]: the distance of a's first i words and b's first i + d - limit.
  std::vector<std::size_t> row(width, far);
  for (std::size_t d = limit; d < width; ++d) row[d] = d - limit;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t least = far;
    for (std::size_t d = 0; d < width; ++d) {
      const std::size_t j = i + d;  // One past b's place, moved by limit.
      if (j < limit || j - limit > b.size()) {
        row[d] = far;
        continue;
      }
      const std::size_t place = j - limit;
      std::size_t cost = far;
      if (place > 0) cost = row[d] + (a[i - 1] == b[place - 1] ? 0 : 1);
      if (d + 1 < width) cost = std::min(cost, row[d + 1] + 1);
      if (d > 0) cost = std::min(cost, row[d - 1] + 1);
      row[d] = std::min(cost, far);
      least = std::min(least, row[d]);
    }
    if (least > limit) return false;
  }
  return row[limit + b.size() - a.size()] <= limit;
}

std::vector<std::uint32_t> find_duplicates(const std::vector<DuplicateCandidate>& candidates,
                                           const WordsOf& words_of) {
  const std::vector<std::uint32_t> order = publication_order(candidates);
  Bands bands(candidates, order);
  DuplicateJudge judge(candidates, order, words_of);
  std::vector<std::uint32_t> original_of(order.size(), kNoPlace);
  std::vector<std::uint32_t> proposed;
  for (std::uint32_t later = 0; later < order.size(); ++later) {
    bands.before(later, proposed);
    original_of[later] = judge.original(later, proposed, original_of);
  }
  std::vector<std::uint32_t> duplicate_of(candidates.size(), 0);
  for (std::size_t place = 0; place < order.size(); ++place) {
    if (original_of[place] == kNoPlace) continue;
    duplicate_of[order[place]] = candidates[order[original_of[place]]].docid;
  }
  return duplicate_of;
}

}  // namespace pressarkiv
