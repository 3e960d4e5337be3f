// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/schema/facets.h"
#include "query/themes/count_options.h"
#include "query/themes/period.h"
#include "query/themes/statistics.h"

namespace pressarkiv {

struct TrendRequest {
  std::vector<std::string> queries;  ///< One or several, each in the query language.
  CountOptions options;
  PeriodUnit unit = PeriodUnit::kYear;
  std::optional<Facet> by;       ///< Split each query by the values of this facet.
  std::uint32_t max_groups = 6;  ///< The values with the most matching releases; 0: all.
  std::uint32_t thin = 30;       ///< Periods with fewer releases in the archive are marked.
};

/// One period of one series. Counts are exact.
struct TrendPoint {
  std::uint64_t releases = 0;      ///< With the query.
  std::uint64_t occurrences = 0;   ///< Of the query in them.
  std::uint64_t all_releases = 0;  ///< Denominator: every counted release of period (and group).
  std::uint64_t all_words = 0;     ///< Denominator: their words.
  Interval share;                  ///< 95 % interval of releases / all_releases.
  bool thin = false;               ///< Too few releases to tell anything.
  // Occurrences inside quotes join here once the archive has a database of quotes.

  double per_thousand() const;  ///< Releases with the query of 1,000; 0 without releases.
  double per_million() const;   ///< Occurrences in a million words; 0 without words.
};

/// One line of a plot: a query, or with `by` a query in one group.
struct TrendSeries {
  std::string query;       ///< As typed.
  std::string understood;  ///< In canonical form.
  std::string group;       ///< Label of the facet value; "" where there is no split.
  bool counts_occurrences = true;
  TrendPoint total;                ///< Over all periods.
  std::vector<TrendPoint> points;  ///< Beside TrendResult::periods.
};

struct TrendResult {
  PeriodUnit unit = PeriodUnit::kYear;
  std::optional<Facet> by;
  std::vector<TrendPeriod>
      periods;  ///< Without gaps from the first release to the last; then unknown.
  std::vector<TrendSeries> series;
  std::uint32_t thin = 30;
  std::uint64_t revision = 0;          ///< Last event of the record that the index contains.
  std::uint64_t archive_releases = 0;  ///< In the index, duplicates and all.
  std::uint64_t duplicates = 0;        ///< Of them, left out as copies.
  std::uint32_t newest = 0;            ///< Date of the newest release (YYYYMMDD), 0 where none has.
  bool unfinished = false;             ///< The last known period goes on after `newest`.
  std::vector<std::string> conditions;  ///< What else bounds the counts, in Swedish.
  std::vector<std::string> notes;       ///< For the user, in Swedish.
};

}  // namespace pressarkiv
