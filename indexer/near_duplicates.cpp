// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/near_duplicates.h"

#include <algorithm>
#include <array>
#include <boost/sort/spreadsort/integer_sort.hpp>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace pressarkiv {
namespace {

constexpr std::size_t kBandValues = 2;
/// Releases of a band that one is paired with: those right before it in the order. All copies of a
/// text lead to the same original, so that more would only cost.
constexpr std::size_t kNeighbours = 12;
/// Pairs with fewer equal values (an estimate of .2 for what is .3 at least) are not looked at.
constexpr int kLeastEqualMinima = 10;
constexpr std::size_t kCachedTexts = 2048;

int equal_minima(const MinHash& a, const MinHash& b) {
  int equal = 0;
  for (std::size_t i = 0; i < kMinima; ++i) equal += a[i] == b[i] ? 1 : 0;
  return equal;
}

/// Places in `candidates`, the release that would be the original first.
std::vector<std::uint32_t> publication_order(const std::vector<DuplicateCandidate>& candidates) {
  std::vector<std::uint32_t> order(candidates.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    const DuplicateCandidate& a = candidates[left];
    const DuplicateCandidate& b = candidates[right];
    if (a.date != b.date) return b.date == 0 || (a.date != 0 && a.date < b.date);
    return a.docid < b.docid;
  });
  return order;
}

/// For each place and band the last place before it with the same values there: chains that lead
/// from a release to all earlier ones that may be its original.
class Bands {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  Bands(const std::vector<DuplicateCandidate>& candidates, const std::vector<std::uint32_t>& order)
      : before_(order.size()), met_by_(order.size(), kNone) {
    std::vector<std::uint64_t> band(order.size());  // The values, then the place.
    for (std::size_t number = 0; number < kBands; ++number) {
      for (std::uint32_t place = 0; place < order.size(); ++place) {
        const MinHash& minima = candidates[order[place]].minima;
        const std::size_t first = number * kBandValues;
        band[place] =
            std::uint64_t{minima[first]} << 48U | std::uint64_t{minima[first + 1]} << 32U | place;
      }
      boost::sort::spreadsort::integer_sort(band.begin(), band.end());
      for (std::size_t i = 0; i < band.size(); ++i) {
        const bool chained = i > 0 && band[i - 1] >> 32U == band[i] >> 32U;
        before_[place_of(band[i])][number] = chained ? place_of(band[i - 1]) : kNone;
      }
    }
  }

  /// Earlier places that share a band, the nearest kNeighbours of each; ascending, each once.
  void before(std::uint32_t place, std::vector<std::uint32_t>& earlier) {
    earlier.clear();
    for (std::size_t number = 0; number < kBands; ++number) {
      std::uint32_t at = before_[place][number];
      for (std::size_t back = 0; back < kNeighbours && at != kNone; ++back) {
        if (met_by_[at] != place) earlier.push_back(at);
        met_by_[at] = place;
        at = before_[at][number];
      }
    }
    std::sort(earlier.begin(), earlier.end());
  }

 private:
  static constexpr std::size_t kBands = kMinima / kBandValues;
  static std::uint32_t place_of(std::uint64_t in_band) {
    return static_cast<std::uint32_t>(in_band);
  }

  std::vector<std::array<std::uint32_t, kBands>> before_;
  std::vector<std::uint32_t> met_by_;  // The place that last came upon each one.
};

/// Months from the earlier date to the later; 0 where one is not known.
std::uint32_t months_between(std::uint32_t earlier, std::uint32_t later) {
  if (earlier == 0 || later == 0) return 0;
  const auto months = [](std::uint32_t date) { return date / 10000 * 12 + date / 100 % 100; };
  return months(later) > months(earlier) ? months(later) - months(earlier) : 0;
}

/// Words that two releases may differ in; `words` of the shorter one.
std::size_t most_changes(std::size_t words, std::uint32_t earlier, std::uint32_t later) {
  const bool equal_only = words < kShortText || months_between(earlier, later) > kMostMonthsApart;
  return equal_only ? 0 : kMostChangedWords;
}

/// Compares the words of two releases, those of recent ones remembered.
class TextComparer {
 public:
  explicit TextComparer(const WordsOf& words_of) : words_of_(words_of) {}

  bool same(const DuplicateCandidate& original, const DuplicateCandidate& copy) {
    const std::size_t shorter = std::min(original.words, copy.words);
    const std::size_t longer = std::max(original.words, copy.words);
    const std::size_t limit = most_changes(shorter, original.date, copy.date);
    if (longer == 0 || longer - shorter > limit) return false;
    if (shorter < kFormText && (original.date != copy.date || original.date == 0)) return false;
    if (shorter < kShortText && original.date % 100 == 0) return false;  // Only the month is known.
    if (cache_.size() > kCachedTexts) cache_.clear();
    // References into an unordered_map stay when it grows.
    return within_distance(words(original.docid), words(copy.docid), limit);
  }

 private:
  const std::vector<std::uint32_t>& words(std::uint32_t docid) {
    const auto [entry, added] = cache_.try_emplace(docid);
    if (added) entry->second = words_of_(docid);
    return entry->second;
  }

  const WordsOf& words_of_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> cache_;
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
  std::vector<std::uint32_t> original_of(order.size(), Bands::kNone);  // Places in the order.
  TextComparer comparer(words_of);
  std::vector<std::uint32_t> proposed;
  for (std::uint32_t later = 0; later < order.size(); ++later) {
    const DuplicateCandidate& copy = candidates[order[later]];
    bands.before(later, proposed);
    for (const std::uint32_t earlier : proposed) {
      const MinHash& minima = candidates[order[earlier]].minima;
      if (equal_minima(copy.minima, minima) < kLeastEqualMinima) continue;
      const bool is_copy = original_of[earlier] != Bands::kNone;
      const std::uint32_t original = is_copy ? original_of[earlier] : earlier;
      if (!comparer.same(candidates[order[original]], copy)) continue;
      original_of[later] = original;
      break;
    }
  }
  std::vector<std::uint32_t> duplicate_of(candidates.size(), 0);
  for (std::size_t place = 0; place < order.size(); ++place) {
    if (original_of[place] == Bands::kNone) continue;
    duplicate_of[order[place]] = candidates[order[original_of[place]]].docid;
  }
  return duplicate_of;
}

}  // namespace pressarkiv
