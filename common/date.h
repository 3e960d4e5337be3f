// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressarkiv {

/// How exactly a date is known.
enum class DatePrecision : std::uint8_t { kYear, kMonth, kDay };

/// A calendar date (proleptic Gregorian) known to the year, the month or the day. `month` and
/// `day` are 1-based, and 0 where the precision does not reach them.
struct PartialDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;

  DatePrecision precision() const;
  /// "2019", "2019-05" or "2019-05-14".
  std::string to_iso() const;
  /// The first and the last day that the date can mean, both with day precision.
  PartialDate first_day() const;
  PartialDate last_day() const;

  // clang-tidy 14 takes the 0 that a <=> is compared with for a null pointer.
  auto operator<=>(const PartialDate&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// The date if it is one of the calendar (no 31 June), with a year in 1000–2999.
std::optional<PartialDate> make_date(int year, unsigned month = 0, unsigned day = 0);
/// Reads what to_iso() writes, and the date part of "2019-05-14T10:00:00+02:00" or
/// "2019-05-14 10:00". Anything else is nullopt.
std::optional<PartialDate> parse_iso_date(std::string_view text);
/// Number of days in a month: 29 for (2024, 2).
unsigned days_in_month(int year, unsigned month);

}  // namespace pressarkiv
