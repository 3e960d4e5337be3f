// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressarkiv {

enum class PeriodUnit : std::uint8_t { kYear, kQuarter, kMonth };
/// "year", "quarter", "month".
std::string_view unit_key(PeriodUnit unit);
/// The unit of such a key (also år, kvartal, månad); nullopt for anything else.
std::optional<PeriodUnit> find_period_unit(std::string_view name);

/// A year, quarter or month that releases are counted in. A release whose date is not known so
/// exactly is never put into one of them by guess: it is counted in the period of its year with
/// `part` kUnknownPart, or without any date in the one of kNoYear. So ascending order is: by time,
/// what is known only to the year after the months of that year, what has no date last.
struct TrendPeriod {
  static constexpr int kNoYear = 9999;
  static constexpr unsigned kUnknownPart = 99;

  int year = kNoYear;
  unsigned part = 0;  ///< Quarter 1–4 or month 1–12; 0 for whole years and without a date.
  auto operator<=>(const TrendPeriod&) const = default;

  bool known() const { return year != kNoYear && part != kUnknownPart; }
};

/// The period of a date as ContentEntry has it (20190514, 20190500, 20190000, 0).
TrendPeriod period_of(std::uint32_t date, PeriodUnit unit);
/// The period after a known one.
TrendPeriod next_period(const TrendPeriod& period, PeriodUnit unit);
/// The period before a known one.
TrendPeriod previous_period(const TrendPeriod& period, PeriodUnit unit);
/// "2019", "2019-Q2", "2019-05"; "2019-okänd", "okänd".
std::string period_label(const TrendPeriod& period, PeriodUnit unit);
/// Reads what period_label() writes, and says its unit ("2019-okänd" is one of both units: month).
struct NamedPeriod {
  TrendPeriod period;
  PeriodUnit unit = PeriodUnit::kYear;
};
std::optional<NamedPeriod> parse_period(std::string_view label);

/// Neighbouring periods, both ends included; one period is its own first and last.
struct PeriodRange {
  TrendPeriod first;
  TrendPeriod last;
  PeriodUnit unit = PeriodUnit::kYear;
};
/// Reads "2024-Q2" and "2025-11..2026-01".
std::optional<PeriodRange> parse_period_range(std::string_view text);
/// As parse_period_range() reads it.
std::string range_label(const PeriodRange& range);
/// As many periods right before.
PeriodRange range_before(const PeriodRange& range);
/// 1, 4 or 12.
unsigned periods_a_year(PeriodUnit unit);

/// The last day of a known period, as YYYYMMDD.
std::uint32_t last_day_of(const TrendPeriod& period, PeriodUnit unit);

}  // namespace pressarkiv
