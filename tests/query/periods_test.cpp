// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/periods.h"

#include <catch2/catch.hpp>
#include <string>

namespace pressarkiv {
namespace {

/// "2012-01|2014", "|2014", "2014|2012 swapped"; "" where nothing was read.
std::string shown(const std::optional<Period>& period) {
  if (!period) return "";
  return (period->from ? period->from->to_iso() : std::string()) + "|" +
         (period->to ? period->to->to_iso() : std::string()) + (period->swapped ? " swapped" : "");
}

struct Row {
  const char* text;
  const char* want;
};

TEST_CASE("periods: one date word") {
  const auto row = GENERATE(values<Row>({
      {"2019", "2019|2019"},
      {"2019-05", "2019-05|2019-05"},
      {"2019-5", "2019-05|2019-05"},
      {"2019-05-14", "2019-05-14|2019-05-14"},
      {"2019-5-4", "2019-05-04|2019-05-04"},
      {"20190514", "2019-05-14|2019-05-14"},
      {"2024-02-29", "2024-02-29|2024-02-29"},
      {"2024-Q2", "2024-04|2024-06"},
      {"2024Q1", "2024-01|2024-03"},
      {"2024-K4", "2024-10|2024-12"},
      {"2024k3", "2024-07|2024-09"},
      {"", ""},
      {"19", ""},
      {"0999", ""},
      {"3000", ""},
      {"2019-13", ""},
      {"2019-00", ""},
      {"2019-06-31", ""},
      {"2023-02-29", ""},
      {"2019-05-", ""},
      {"2019-", ""},
      {"2019-05-14-3", ""},
      {"2019-005", ""},
      {"20191301", ""},
      {"20190500", ""},
      {"2024-Q5", ""},
      {"2024-Q0", ""},
      {"2024-Q", ""},
      {"2019x", ""},
      {"2019..2020", ""},
      {"i maj", ""},
  }));
  CAPTURE(row.text);
  CHECK(shown(read_date_word(row.text)) == row.want);
}

TEST_CASE("periods: ranges include both ends and may be open") {
  const auto row = GENERATE(values<Row>({
      {"2012..2014", "2012|2014"},
      {"2012-03..2014-K1", "2012-03|2014-03"},
      {"2012-Q2..2013", "2012-04|2013"},
      {"..2014", "|2014"},
      {"2020..", "2020|"},
      {"..", "|"},
      {"2012..2014,", "2012|2014"},
      {"2012..2014.", "2012|2014"},
      {"2012..2012", "2012|2012"},
      {"2014..2012", "2012|2014 swapped"},
      {"2014-Q2..2012-Q1", "2012-01|2014-06 swapped"},
      {"2019-05..2019", "2019-05|2019"},
      {"2012", ""},
      {"2012...2014", ""},
      {"2012..2014..2016", ""},
      {"2012..2014-13", ""},
      {"a..b", ""},
      {"2020...", ""},
  }));
  CAPTURE(row.text);
  CHECK(shown(read_date_range(row.text)) == row.want);
}

TEST_CASE("periods: what may stand after datum:") {
  const auto row = GENERATE(values<Row>({
      {"2019", "2019|2019"},
      {"2019,", "2019|2019"},
      {"2019.", "2019|2019"},
      {"2019-2021", "2019|2021"},
      {"2021-2019", "2019|2021 swapped"},
      {"2019–2021", "2019|2021"},
      {"2019-05–2019-Q3", "2019-05|2019-09"},
      {"–2021", "|2021"},
      {"2019–", "2019|"},
      {"–", ""},
      {"..2014", "|2014"},
      {"2019-2021-2", ""},
      {"maj", ""},
      {"", ""},
      {".", ""},
  }));
  CAPTURE(row.text);
  CHECK(shown(read_date_value(row.text)) == row.want);
}

TEST_CASE("periods: among free words only what must be a date is one") {
  const auto row = GENERATE(values<Row>({
      {"2012..2014", "2012|2014"},
      {"..2014", "|2014"},
      {"2020..", "2020|"},
      {"2019-05", "2019-05|2019-05"},
      {"2019-05-14,", "2019-05-14|2019-05-14"},
      {"2024-Q2", "2024-04|2024-06"},
      {"2024Q2?", "2024-04|2024-06"},
      {"2019", ""},
      {"2019.", ""},
      {"20190514", ""},
      {"2014-2020", ""},
      {"2019–2021", ""},
      {"..", ""},
      {"1..5", ""},
      {"2019:12", ""},
  }));
  CAPTURE(row.text);
  CHECK(shown(read_bare_date(row.text)) == row.want);
}

TEST_CASE("periods: printed as short as they can be read") {
  const auto text = GENERATE(as<std::string>(), "2019", "2019-05", "2019-05-14", "2024-Q2",
                             "2012..2014", "2012-03..2014", "..2014", "2020..", "2019-05..2019",
                             "2019-04..2019-07", "2019-05..2019-07");
  const auto period = read_date_value(text);
  REQUIRE(period);
  CHECK(print_period(period->from, period->to) == text);
  CHECK(print_period(std::nullopt, std::nullopt) == "*");
}

}  // namespace
}  // namespace pressarkiv
