// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/date_query.h"

#include <charconv>
#include <string>
#include <vector>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

constexpr unsigned kMonths = 12;

/// The years that the index has releases of, ascending.
std::vector<int> years_in(const Xapian::Database& releases) {
  std::vector<int> years;
  const std::string start(prefix::kYear);
  const auto end = releases.allterms_end(start);
  for (auto term = releases.allterms_begin(start); term != end; ++term) {
    const std::string text = (*term).substr(start.size());
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    years.push_back(year);
  }
  return years;
}

/// Adds the terms that cover exactly the part of [from, to] inside one year.
void add_year(int year, const PartialDate& from, const PartialDate& to,
              std::vector<std::string>& terms) {
  const PartialDate whole{year, 0, 0};
  if (from <= whole.first_day() && whole.last_day() <= to) {
    terms.push_back(year_term(whole));
    return;
  }
  for (unsigned month = 1; month <= kMonths; ++month) {
    const PartialDate part{year, month, 0};
    if (part.last_day() < from || to < part.first_day()) continue;
    if (from <= part.first_day() && part.last_day() <= to) {
      terms.push_back(month_term(part));
      continue;
    }
    for (unsigned day = 1; day <= days_in_month(year, month); ++day) {
      const PartialDate date{year, month, day};
      if (from <= date && date <= to) terms.push_back(day_term(date));
    }
  }
}

}  // namespace

Xapian::Query date_range_query(const Xapian::Database& releases,
                               const std::optional<PartialDate>& from,
                               const std::optional<PartialDate>& to) {
  const PartialDate first = from ? from->first_day() : PartialDate{0, 1, 1};
  const PartialDate last = to ? to->last_day() : PartialDate{9999, 12, 31};
  std::vector<std::string> terms;
  for (const int year : years_in(releases)) {
    if (first.year <= year && year <= last.year) add_year(year, first, last, terms);
  }
  if (terms.empty()) return {};
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace pressarkiv
