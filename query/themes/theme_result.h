// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/themes/count_options.h"
#include "query/themes/period.h"
#include "query/themes/statistics.h"

namespace pressarkiv {

/// What marks a selection of releases. Filters and dates of `options` and the query select; with
/// periods, what they select in them is compared with what they select in as many before, and must
/// have more of a theme than the year before those too; else with all other releases of the
/// archive.
struct ThemeRequest {
  std::string query;  ///< Empty: everything that the options select.
  CountOptions options;
  std::optional<PeriodRange> period;
  std::uint32_t limit = 20;          ///< Themes in each list.
  std::uint32_t least_releases = 5;  ///< Of the selection; Fewer tell nothing.
};

/// A word or an expression of two or three words, a name also of more.
struct Theme {
  std::string words;       ///< As written in the texts, never a stem.
  Contingency releases;    ///< Releases with it in the selection, and in what it is compared with.
  std::uint64_t past = 0;  ///< With it in the year before that; only of rising themes …
  std::uint64_t past_all = 0;  ///< … among so many.
  double log_likelihood = 0;   ///< Against all that the selection is compared with, together.
  double log_ratio = 0;        ///< log2 of how many times as frequent; the effect size. Likewise.
  std::vector<std::string> beside;  ///< Other themes that mostly the same releases have.
};

struct ThemeResult {
  std::string query;
  std::string period;    ///< "" where the selection is compared with the rest.
  std::string previous;  ///< The period that it is compared with.
  std::uint64_t selected = 0;
  std::uint64_t compared = 0;
  std::uint64_t past = 0;  ///< Releases of the year before what it is compared with.
  std::uint64_t revision = 0;
  std::vector<Theme> rising;   ///< What the selection has surely most of.
  std::vector<Theme> falling;  ///< What it has less of; only with a period.
  std::vector<std::string> conditions;
  std::vector<std::string> notes;
};

enum class CollocateOrder : std::uint8_t { kLogDice, kLogLikelihood };

struct CooccurRequest {
  std::string query;
  CountOptions options;
  std::uint32_t window = 5;  ///< Words on either side, in the same section …
  bool sentence = false;     ///< … or all of the sentence instead; reads the texts, 0.2 ms each.
  CollocateOrder order = CollocateOrder::kLogDice;
  std::uint32_t limit = 25;
  std::uint32_t least = 5;  ///< Fewer times together tell nothing.
};

/// A word that stands near the query.
struct Collocate {
  std::string word;         ///< As written.
  std::uint64_t both = 0;   ///< Occurrences of the query with the word in their window.
  std::uint64_t alone = 0;  ///< Occurrences of the word in the counted text altogether.
  double log_dice = 0;
  double log_likelihood = 0;
  std::vector<std::uint64_t> by_year;  ///< `both`, beside CooccurResult::years.
};

struct CooccurYear {
  int year = 0;
  std::uint64_t occurrences = 0;  ///< Of the query.
};

struct CooccurResult {
  std::string query;
  std::string understood;
  std::uint32_t window = 0;
  bool sentence = false;
  std::uint64_t occurrences = 0;  ///< Of the query: the number that trends give.
  std::uint64_t revision = 0;
  std::vector<CooccurYear> years;  ///< Without gaps; what has no date is in none.
  std::vector<Collocate> collocates;
  std::vector<std::string> conditions;
  std::vector<std::string> notes;
};

}  // namespace pressarkiv
