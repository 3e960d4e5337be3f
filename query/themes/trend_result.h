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

/// What each query is split by.
enum class TrendSplit : std::uint8_t {
  kNone,
  kFacet,    ///< Values of a facet of the releases.
  kSpeaker,  ///< Who speaks: occurrences inside quotes alone, beside the speaker's own quotes.
  kMember,   ///< The words that occurrences consist of, each in all its forms.
};

struct TrendRequest {
  std::vector<std::string> queries;  ///< One or several, each in the query language.
  CountOptions options;
  PeriodUnit unit = PeriodUnit::kYear;
  TrendSplit split = TrendSplit::kNone;
  std::optional<Facet> by;       ///< Of kFacet: which.
  bool quotes = false;           ///< Count quotes with the query, too; costs 0.2 ms a release.
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
  std::uint64_t quotes = 0;        ///< Quotes that hold an occurrence; where they are asked for …
  std::uint64_t all_quotes = 0;    ///< … and every quote of the counted releases.
  Interval quote_share;            ///< 95 % interval of quotes / all_quotes.

  double per_thousand() const;         ///< Releases with the query of 1,000; 0 without releases.
  double per_million() const;          ///< Occurrences in a million words; 0 without words.
  double quotes_per_thousand() const;  ///< Quotes with the query of 1,000; 0 without quotes.
};

/// One line of a plot: a query, or with `by` a query in one group.
struct TrendSeries {
  std::string query;       ///< As typed.
  std::string understood;  ///< In canonical form.
  std::string group;       ///< What it is split by: a facet value, a speaker, a word; "" else.
  bool counts_occurrences = true;
  TrendPoint total;                ///< Over all periods.
  std::vector<TrendPoint> points;  ///< Beside TrendResult::periods.
};

struct TrendResult {
  PeriodUnit unit = PeriodUnit::kYear;
  TrendSplit split = TrendSplit::kNone;
  std::optional<Facet> by;
  bool quotes = false;  ///< Points have quotes.
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
