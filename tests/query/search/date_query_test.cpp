// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/date_query.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

using Dates = std::vector<PartialDate>;

/// An index in memory of releases with these dates, and what it finds: the dates as ISO text.
class DatedReleases {
 public:
  explicit DatedReleases(const Dates& dates)
      : releases_(std::string(), Xapian::DB_BACKEND_INMEMORY) {
    for (const PartialDate& date : dates) {
      Xapian::Document document;
      document.add_boolean_term(year_term(date));
      if (date.month != 0) document.add_boolean_term(month_term(date));
      if (date.day != 0) document.add_boolean_term(day_term(date));
      document.set_data(date.to_iso());
      releases_.add_document(document);
    }
    releases_.add_document(Xapian::Document());  // One without a date.
  }

  std::set<std::string> find(const std::optional<PartialDate>& from,
                             const std::optional<PartialDate>& to) const {
    Xapian::Enquire enquire(releases_);
    enquire.set_query(date_range_query(releases_, from, to));
    std::set<std::string> found;
    const Xapian::MSet all = enquire.get_mset(0, releases_.get_doccount());
    for (auto hit = all.begin(); hit != all.end(); ++hit)
      found.insert(hit.get_document().get_data());
    return found;
  }

 private:
  Xapian::WritableDatabase releases_;
};

std::optional<PartialDate> day(std::string_view iso) { return parse_iso_date(iso); }

TEST_CASE("date query: ranges of years, months and days, with rough dates inside them") {
  const DatedReleases releases({{2018, 12, 31},
                                {2019, 0, 0},
                                {2019, 5, 0},
                                {2019, 5, 14},
                                {2019, 5, 20},
                                {2019, 12, 31},
                                {2020, 2, 29},
                                {2021, 1, 1}});
  struct Row {
    std::string_view from;
    std::string_view to;
    std::set<std::string> found;
  };
  const Row rows[] = {
      {"2019", "2019", {"2019", "2019-05", "2019-05-14", "2019-05-20", "2019-12-31"}},
      {"2019-05", "2019-05", {"2019-05", "2019-05-14", "2019-05-20"}},
      {"2019-05-14", "2019-05-14", {"2019-05-14"}},
      {"2019-05-10", "2019-05-20", {"2019-05-14", "2019-05-20"}},
      {"2019-05-01", "2019-05-31", {"2019-05", "2019-05-14", "2019-05-20"}},
      {"2019-05-02", "2019-12-31", {"2019-05-14", "2019-05-20", "2019-12-31"}},
      {"2018-12-31", "2019-05", {"2018-12-31", "2019-05", "2019-05-14", "2019-05-20"}},
      {"2020-02-29", "2021-01-01", {"2020-02-29", "2021-01-01"}},
      {"", "2019-04", {"2018-12-31"}},
      {"2020", "", {"2020-02-29", "2021-01-01"}},
      {"2022", "", {}},
      {"", "2017", {}},
      {"2020", "2019", {}},
      {"2019-06", "2019-05", {}},
  };
  for (const Row& row : rows) {
    INFO(row.from << ".." << row.to);
    CHECK(releases.find(day(row.from), day(row.to)) == row.found);
  }
  CHECK(releases.find(std::nullopt, std::nullopt).size() == 8);
}

TEST_CASE("date query: an index without dates finds none") {
  CHECK(DatedReleases({}).find(std::nullopt, std::nullopt).empty());
}

TEST_CASE("date query: finds what lies inside, day by day") {
  std::mt19937 random(5);
  const auto random_date = [&random](bool rough) {
    const int year = 2019 + static_cast<int>(random() % 3);
    const auto month = static_cast<unsigned>(1 + random() % 12);
    const auto date = static_cast<unsigned>(1 + random() % days_in_month(year, month));
    const auto precision = rough ? random() % 4 : 3;
    return PartialDate{year, precision == 0 ? 0 : month, precision <= 1 ? 0 : date};
  };
  Dates dates;
  for (int i = 0; i < 300; ++i) dates.push_back(random_date(true));
  const DatedReleases releases(dates);
  for (int round = 0; round < 500; ++round) {
    const PartialDate from = random_date(true);
    const PartialDate to = random_date(true);
    std::set<std::string> inside;
    for (const PartialDate& date : dates) {
      if (from.first_day() <= date.first_day() && date.last_day() <= to.last_day())
        inside.insert(date.to_iso());
    }
    INFO(from.to_iso() << ".." << to.to_iso());
    REQUIRE(releases.find(from, to) == inside);
  }
}

}  // namespace
}  // namespace pressarkiv
