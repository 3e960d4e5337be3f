// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "query/themes/period.h"

using namespace pressarkiv;

TEST_CASE("periods: a date is counted where it is known to belong, and nowhere else") {
  struct Row {
    std::uint32_t date;
    PeriodUnit unit;
    const char* label;
  };
  const Row row = GENERATE(values<Row>({{20190514, PeriodUnit::kYear, "2019"},
                                        {20190514, PeriodUnit::kQuarter, "2019-Q2"},
                                        {20190514, PeriodUnit::kMonth, "2019-05"},
                                        {20190500, PeriodUnit::kMonth, "2019-05"},
                                        {20191200, PeriodUnit::kQuarter, "2019-Q4"},
                                        {20190000, PeriodUnit::kYear, "2019"},
                                        {20190000, PeriodUnit::kQuarter, "2019-okänd"},
                                        {20190000, PeriodUnit::kMonth, "2019-okänd"},
                                        {0, PeriodUnit::kYear, "okänd"},
                                        {0, PeriodUnit::kMonth, "okänd"}}));
  const TrendPeriod period = period_of(row.date, row.unit);
  CHECK(period_label(period, row.unit) == row.label);
  const auto read = parse_period(row.label);
  REQUIRE(read);
  CHECK(read->period == period);
  CHECK(period_of(row.date, read->unit) == period);
}

TEST_CASE("periods: in order, without gaps, the unknown last") {
  TrendPeriod period{2019, 11};
  period = next_period(period, PeriodUnit::kMonth);
  CHECK(period == TrendPeriod{2019, 12});
  CHECK(period < TrendPeriod{2019, TrendPeriod::kUnknownPart});
  period = next_period(period, PeriodUnit::kMonth);
  CHECK(period == TrendPeriod{2020, 1});
  CHECK(TrendPeriod{2019, TrendPeriod::kUnknownPart} < period);
  CHECK(next_period({2019, 4}, PeriodUnit::kQuarter) == TrendPeriod{2020, 1});
  CHECK(next_period({2019, 0}, PeriodUnit::kYear) == TrendPeriod{2020, 0});
  CHECK(period < TrendPeriod{});
  CHECK_FALSE(TrendPeriod{}.known());
}

TEST_CASE("periods: a range and as many periods before it") {
  const auto range = parse_period_range("2025-11..2026-01");
  REQUIRE(range);
  CHECK(range_label(*range) == "2025-11..2026-01");
  CHECK(range_label(range_before(*range)) == "2025-08..2025-10");
  const auto quarter = parse_period_range("2024-Q1");
  REQUIRE(quarter);
  CHECK(range_label(*quarter) == "2024-Q1");
  CHECK(range_label(range_before(*quarter)) == "2023-Q4");
  for (const char* text :
       {"", "2026-01..2025-11", "2025..2026-01", "2025-Q1..", "..2025", "okänd..2025"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period_range(text));
  }
}

TEST_CASE("periods: what is none is refused") {
  const char* text = GENERATE("", "19", "2019-", "2019-13", "2019-00", "2019-Q5", "2019-Q0",
                              "2019-5", "2019-05-01", "3019", "2019-x", "20199", "okänt");
  CAPTURE(text);
  CHECK_FALSE(parse_period(text));
}

TEST_CASE("periods: last days") {
  CHECK(last_day_of({2024, 2}, PeriodUnit::kMonth) == 20240229);
  CHECK(last_day_of({2023, 1}, PeriodUnit::kQuarter) == 20230331);
  CHECK(last_day_of({2023, 0}, PeriodUnit::kYear) == 20231231);
}
