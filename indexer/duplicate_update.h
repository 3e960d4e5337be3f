// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/near_duplicates.h"

namespace pressarkiv {

/// A release that is new or other than it was, or whose repeated paragraphs are.
struct ChangedCandidate {
  std::uint32_t number = 0;  ///< In the candidates.
  MinHashView before;        ///< Its signature as it was; empty: it is new.
};

/// What find_duplicates() gives, where most candidates (ascending by docid) are as they were:
/// `duplicate_of` is what was found of them before, by candidate, and 0 for new ones. Looks only at
/// those whose answer can be another now: the changed, the copies of changed ones, and releases
/// behind them, in order of publication, that share a band with one of these or with one whose
/// answer has become another. Cost: some passes over all signatures, some 100 ns a release each.
std::vector<std::uint32_t> update_duplicates(const std::vector<DuplicateCandidate>& candidates,
                                             const std::vector<std::uint32_t>& duplicate_of,
                                             const std::vector<ChangedCandidate>& changed,
                                             const WordsOf& words_of);

}  // namespace pressarkiv
