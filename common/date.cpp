// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace pressarkiv {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

DatePrecision PartialDate::precision() const {
  if (month == 0) return DatePrecision::kYear;
  return day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
}

std::string PartialDate::to_iso() const {
  char buffer[40];
  switch (precision()) {
    case DatePrecision::kYear:
      std::snprintf(buffer, sizeof buffer, "%04d", year);
      break;
    case DatePrecision::kMonth:
      std::snprintf(buffer, sizeof buffer, "%04d-%02u", year, month);
      break;
    case DatePrecision::kDay:
      std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", year, month, day);
      break;
  }
  return buffer;
}

PartialDate PartialDate::first_day() const { return {year, month ? month : 1, day ? day : 1}; }

PartialDate PartialDate::last_day() const {
  const unsigned last_month = month ? month : 12;
  return {year, last_month, day ? day : days_in_month(year, last_month)};
}

unsigned days_in_month(int year, unsigned month) {
  namespace chrono = std::chrono;
  const chrono::year_month_day_last last{chrono::year{year} / chrono::month{month} / chrono::last};
  return static_cast<unsigned>(last.day());
}

std::optional<PartialDate> make_date(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear || month > 12) return std::nullopt;
  if (month == 0 && day != 0) return std::nullopt;
  if (day != 0 && day > days_in_month(year, month)) return std::nullopt;
  return PartialDate{year, month, day};
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
  if (const auto time = text.find_first_of("T "); time == 10) text = text.substr(0, 10);
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() >= 7) {
    const auto parsed = digits(text.substr(5, 2));
    if (text[4] != '-' || !parsed || *parsed == 0) return std::nullopt;
    month = *parsed;
  }
  if (text.size() == 10) {
    const auto parsed = digits(text.substr(8, 2));
    if (text[7] != '-' || !parsed || *parsed == 0) return std::nullopt;
    day = *parsed;
  }
  return make_date(static_cast<int>(*year), month, day);
}

}  // namespace pressarkiv
