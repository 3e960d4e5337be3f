// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/period.h"

#include <array>
#include <charconv>
#include <cstdio>

#include "common/date.h"
#include "common/text/fold.h"

namespace pressarkiv {
namespace {

constexpr unsigned kMonthsPerQuarter = 3;
constexpr std::string_view kUnknown = "okänd";

std::optional<unsigned> number_of(std::string_view digits) {
  unsigned value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

unsigned parts_of(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kYear:
      return 0;
    case PeriodUnit::kQuarter:
      return 4;
    case PeriodUnit::kMonth:
      return 12;
  }
  return 0;
}

}  // namespace

std::string_view unit_key(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kYear:
      return "year";
    case PeriodUnit::kQuarter:
      return "quarter";
    case PeriodUnit::kMonth:
      return "month";
  }
  return {};
}

std::optional<PeriodUnit> find_period_unit(std::string_view name) {
  const std::string wanted = fold_label(name);
  if (wanted == "year" || wanted == "år") return PeriodUnit::kYear;
  if (wanted == "quarter" || wanted == "kvartal") return PeriodUnit::kQuarter;
  if (wanted == "month" || wanted == "månad") return PeriodUnit::kMonth;
  return std::nullopt;
}

TrendPeriod period_of(std::uint32_t date, PeriodUnit unit) {
  if (date == 0) return {};
  TrendPeriod period{static_cast<int>(date / 10000), 0};
  if (unit == PeriodUnit::kYear) return period;
  const unsigned month = date / 100 % 100;
  if (month == 0) {
    period.part = TrendPeriod::kUnknownPart;
  } else {
    period.part = unit == PeriodUnit::kMonth ? month : (month - 1) / kMonthsPerQuarter + 1;
  }
  return period;
}

TrendPeriod next_period(const TrendPeriod& period, PeriodUnit unit) {
  if (period.part >= parts_of(unit)) {
    return {period.year + 1, unit == PeriodUnit::kYear ? 0U : 1U};
  }
  return {period.year, period.part + 1};
}

TrendPeriod previous_period(const TrendPeriod& period, PeriodUnit unit) {
  if (period.part <= 1) return {period.year - 1, parts_of(unit)};
  return {period.year, period.part - 1};
}

std::string period_label(const TrendPeriod& period, PeriodUnit unit) {
  if (period.year == TrendPeriod::kNoYear) return std::string(kUnknown);
  std::array<char, 32> text{};
  if (period.part == TrendPeriod::kUnknownPart) {
    std::snprintf(text.data(), text.size(), "%04d-okänd", period.year);
  } else if (unit == PeriodUnit::kYear) {
    std::snprintf(text.data(), text.size(), "%04d", period.year);
  } else {
    std::snprintf(text.data(), text.size(), unit == PeriodUnit::kMonth ? "%04d-%02u" : "%04d-Q%u",
                  period.year, period.part);
  }
  return text.data();
}

std::optional<NamedPeriod> parse_period(std::string_view label) {
  if (label == kUnknown) return NamedPeriod{};
  const auto year = number_of(label.substr(0, 4));
  if (!year || label.size() < 4 || *year < 1000 || *year > 2999) return std::nullopt;
  const int number = static_cast<int>(*year);
  if (label.size() == 4) return NamedPeriod{{number, 0}, PeriodUnit::kYear};
  if (label[4] != '-') return std::nullopt;
  const std::string_view part = label.substr(5);
  if (part == kUnknown) return NamedPeriod{{number, TrendPeriod::kUnknownPart}, PeriodUnit::kMonth};
  const bool quarter = part.size() == 2 && (part[0] == 'Q' || part[0] == 'K');
  const PeriodUnit unit = quarter ? PeriodUnit::kQuarter : PeriodUnit::kMonth;
  const auto which = number_of(quarter ? part.substr(1) : part);
  if (!which || (!quarter && part.size() != 2)) return std::nullopt;
  if (*which < 1 || *which > parts_of(unit)) return std::nullopt;
  return NamedPeriod{{number, *which}, unit};
}

std::optional<PeriodRange> parse_period_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto first = parse_period(text.substr(0, dots));
  if (!first) return std::nullopt;
  if (dots == std::string_view::npos) return PeriodRange{first->period, first->period, first->unit};
  const auto last = parse_period(text.substr(dots + 2));
  const bool fits = last && last->unit == first->unit && first->period.known() &&
                    last->period.known() && first->period <= last->period;
  if (!fits) return std::nullopt;
  return PeriodRange{first->period, last->period, first->unit};
}

std::string range_label(const PeriodRange& range) {
  const std::string first = period_label(range.first, range.unit);
  return range.first == range.last ? first : first + ".." + period_label(range.last, range.unit);
}

PeriodRange range_before(const PeriodRange& range) {
  PeriodRange before{range.first, previous_period(range.first, range.unit), range.unit};
  for (TrendPeriod at = range.first; at <= range.last; at = next_period(at, range.unit)) {
    before.first = previous_period(before.first, range.unit);
  }
  return before;
}

unsigned periods_a_year(PeriodUnit unit) { return std::max(1U, parts_of(unit)); }

std::uint32_t last_day_of(const TrendPeriod& period, PeriodUnit unit) {
  PartialDate date{period.year, 0, 0};
  if (unit == PeriodUnit::kMonth) date.month = period.part;
  if (unit == PeriodUnit::kQuarter) date.month = period.part * kMonthsPerQuarter;
  const PartialDate last = date.last_day();
  return static_cast<std::uint32_t>(last.year) * 10000 + last.month * 100 + last.day;
}

}  // namespace pressarkiv
