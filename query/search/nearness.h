// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/columns/columns.h"
#include "query/expansion/expansion.h"
#include "query/search/concept_scorer.h"

namespace pressarkiv {

/// Raises the best of `scores` (RankingParameters::nearness) by how many of the concepts stand
/// together in one passage: all of them within kPassageWords words give the whole bonus, one alone
/// gives none. Reads the token streams of the kNearnessDepth best releases, nothing more.
void add_nearness(const Columns& columns, const std::vector<Concept>& concepts, double bonus,
                  Scores& scores);

inline constexpr std::uint32_t kPassageWords = 15;
inline constexpr std::size_t kNearnessDepth = 60;

}  // namespace pressarkiv
