// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date.h"

#include <catch2/catch.hpp>

using namespace pressarkiv;

TEST_CASE("date: ISO texts are read with the precision they have") {
  const auto [text, iso] = GENERATE(table<std::string, std::string>({
      {"2019", "2019"},
      {"2019-05", "2019-05"},
      {"2019-05-14", "2019-05-14"},
      {"2019-05-14T10:00:00+02:00", "2019-05-14"},
      {"2019-05-14 10:00", "2019-05-14"},
      {"2024-02-29", "2024-02-29"},
  }));
  CAPTURE(text);
  const auto date = parse_iso_date(text);
  REQUIRE(date);
  CHECK(date->to_iso() == iso);
}

TEST_CASE("date: what is no date of the calendar is refused") {
  const auto text = GENERATE(as<std::string>{}, "", "19", "2019-13", "2019-00", "2023-02-29",
                             "2019-06-31", "2019/05/14", "2019-5-14", "0999", "20190514", "x019");
  CAPTURE(text);
  CHECK_FALSE(parse_iso_date(text));
}

TEST_CASE("date: a month spans its first to its last day") {
  const auto month = parse_iso_date("2024-02");
  REQUIRE(month);
  CHECK(month->first_day().to_iso() == "2024-02-01");
  CHECK(month->last_day().to_iso() == "2024-02-29");
  CHECK(PartialDate{2019, 0, 0}.last_day().to_iso() == "2019-12-31");
}
