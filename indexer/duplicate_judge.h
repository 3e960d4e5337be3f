// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "indexer/near_duplicates.h"

namespace pressarkiv {

// What finding duplicates and keeping them up to date have in common.

/// Values of a signature that are one band.
inline constexpr std::size_t kBandValues = 2;
inline constexpr std::size_t kBands = kMinima / kBandValues;
/// Releases of a band that one is paired with: those right before it in the order. All copies of a
/// text lead to the same original, so that more would only cost.
inline constexpr std::size_t kNeighbours = 12;

/// The values of a band as one number.
inline std::uint32_t band_of(const MinHashView& minima, std::size_t number) {
  const std::size_t first = number * kBandValues;
  return std::uint32_t{minima[first]} << 16U | minima[first + 1];
}

/// Places in `candidates`, the release that would be the original first.
std::vector<std::uint32_t> publication_order(const std::vector<DuplicateCandidate>& candidates);

inline constexpr std::uint32_t kNoPlace = std::numeric_limits<std::uint32_t>::max();

/// Settles which of the releases that were proposed for one is its original, the words of recent
/// ones remembered. All references must outlive it.
class DuplicateJudge {
 public:
  DuplicateJudge(const std::vector<DuplicateCandidate>& candidates,
                 const std::vector<std::uint32_t>& order, const WordsOf& words_of)
      : candidates_(candidates), order_(order), words_of_(words_of) {}

  /// The place of the original of the release at `later`; kNoPlace where it is none's copy.
  /// `proposed`: earlier places, ascending; `original_of`: what is settled of those.
  std::uint32_t original(std::uint32_t later, const std::vector<std::uint32_t>& proposed,
                         const std::vector<std::uint32_t>& original_of);

 private:
  const DuplicateCandidate& at(std::uint32_t place) const { return candidates_[order_[place]]; }
  bool same(const DuplicateCandidate& original, const DuplicateCandidate& copy);
  const std::vector<std::uint32_t>& words(std::uint32_t docid);

  const std::vector<DuplicateCandidate>& candidates_;
  const std::vector<std::uint32_t>& order_;
  const WordsOf& words_of_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> cache_;
};

}  // namespace pressarkiv
