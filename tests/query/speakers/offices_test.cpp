// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/offices.h"

#include <catch2/catch.hpp>

#include "query/speakers/role_timeline.h"

namespace pressarkiv {
namespace {

struct OfficeCase {
  const char* held;
  const char* asked;
  bool holds;
};

TEST_CASE("offices: the same or a part of a longer title, never a deputy or a former holder") {
  const OfficeCase cases[] = {
      {"statsminister", "statsminister", true},
      {"statsministern", "statsminister", true},
      {"statsminister", "statsministern", true},
      {"infrastruktur- och bostadsminister", "bostadsminister", true},
      {"infrastruktur- och bostadsminister", "infrastrukturminister", true},
      {"infrastruktur- och bostadsminister", "infrastrukturministern", true},
      {"infrastruktur- och bostadsminister", "infrastruktur- och bostadsminister", true},
      {"gymnasie-, högskole- och forskningsminister", "högskoleminister", true},
      {"gymnasie-, högskole- och forskningsminister", "skolminister", false},
      {"minister för civilt försvar", "ministern för civilt försvar", true},
      {"minister för civilt försvar", "minister", false},
      {"minister för civilt försvar", "ministern", false},
      {"vd och koncernchef", "vd", true},
      {"vd och koncernchef", "koncernchef", true},
      {"rektor vid bruksskolan", "rektor", true},
      {"vice statsminister", "statsminister", false},
      {"energi- och näringsminister och vice statsminister", "statsminister", false},
      {"jämställdhets- och biträdande arbetsmarknadsminister", "jämställdhetsminister", true},
      {"jämställdhets- och biträdande arbetsmarknadsminister", "arbetsmarknadsminister", false},
      {"tidigare utrikesminister", "utrikesminister", false},
      {"tidigare utrikesminister", "tidigare utrikesminister", true},
      {"socialtjänstminister", "socialminister", false},
      {"", "statsminister", false},
      {"statsminister", "", false},
  };
  for (const OfficeCase& c : cases) {
    INFO(c.held << " / " << c.asked);
    CHECK(holds_office(c.held, c.asked) == c.holds);
  }
}

OfficeHolder holder(const char* name, std::initializer_list<PartialDate> dates) {
  OfficeHolder holder{name, "ordförande", "", {}};
  for (const PartialDate& date : dates) holder.evidence.push_back({date, "id", "titel"});
  return holder;
}

TEST_CASE("holder: from the first to the last release that says so, and nobody outside") {
  const std::vector<OfficeHolder> holders{
      holder("Anna Ek", {{2015, 3, 0}, {2016, 1, 10}, {2018, 6, 0}}),
      holder("Bo Ås", {{2019, 2, 5}, {2021, 12, 1}}),
      holder("Cia Ro", {{2020, 1, 1}}),
  };
  CHECK(holder_at(holders, {2015, 3, 1}).name == "Anna Ek");  // Dated to the month.
  CHECK(holder_at(holders, {2018, 6, 30}).name == "Anna Ek");
  CHECK(holder_at(holders, {2015, 2, 28}).name.empty());
  CHECK(holder_at(holders, {2018, 7, 1}).name.empty());
  CHECK(holder_at(holders, {2020, 1, 1}).name == "Bo Ås");  // One release is no evidence.
  CHECK(holder_at(holders, {2024, 1, 1}).name.empty());
  CHECK(holder_at({}, {2020, 1, 1}).name.empty());
}

TEST_CASE("holder: where two are seen at once, only one who is seen far more often") {
  const std::vector<OfficeHolder> even{holder("Anna Ek", {{2015, 3, 1}, {2015, 4, 1}}),
                                       holder("Bo Ås", {{2015, 3, 1}, {2015, 4, 1}})};
  CHECK(holder_at(even, {2015, 3, 15}).name.empty());
  const std::vector<OfficeHolder> uneven{
      holder("Anna Ek",
             {{2015, 3, 1}, {2015, 3, 2}, {2015, 3, 3}, {2015, 3, 4}, {2015, 3, 5}, {2015, 4, 1}}),
      holder("Bo Ås", {{2015, 3, 1}, {2015, 4, 1}})};
  CHECK(holder_at(uneven, {2015, 3, 15}).name == "Anna Ek");
}

TEST_CASE("holder: one release long before the rest does not stretch a time in office") {
  OfficeHolder lately = holder("Anna Ek", {{2015, 3, 1}});
  for (unsigned day = 1; day <= 25; ++day) lately.evidence.push_back({{2020, 5, day}, "id", "t"});
  CHECK(holder_at({lately}, {2017, 1, 1}).name.empty());
  CHECK(holder_at({lately}, {2020, 5, 10}).name == "Anna Ek");
}

TEST_CASE("day numbers count days of the calendar") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({2000, 3, 1}) - day_number({2000, 2, 28}) == 2);
  CHECK(day_number({2024, 0, 0}) == day_number({2024, 1, 1}));
}

}  // namespace
}  // namespace pressarkiv
