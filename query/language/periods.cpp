// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/periods.h"

#include <algorithm>
#include <cstddef>

namespace pressarkiv {
namespace {

constexpr std::string_view kEnDash = "\u2013";
constexpr unsigned kMonthsPerQuarter = 3;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<Period> whole(const std::optional<PartialDate>& date) {
  if (!date) return std::nullopt;
  return Period{date, date};
}

std::optional<Period> quarter(int year, std::string_view text) {
  if (text.size() != 2 || std::string_view("QqKk").find(text[0]) == std::string_view::npos) {
    return std::nullopt;
  }
  if (text[1] < '1' || text[1] > '4') return std::nullopt;
  const unsigned last = number(text.substr(1)) * kMonthsPerQuarter;
  const auto from = make_date(year, last - 2);
  const auto to = make_date(year, last);
  if (!from || !to) return std::nullopt;
  return Period{from, to};
}

/// Month, or month and day, of one or two digits each: "05", "5-4".
std::optional<Period> month_and_day(int year, std::string_view text) {
  const std::size_t hyphen = text.find('-');
  const std::string_view month = text.substr(0, hyphen);
  if (!all_digits(month) || month.size() > 2 || number(month) == 0) return std::nullopt;
  if (hyphen == std::string_view::npos) return whole(make_date(year, number(month)));
  const std::string_view day = text.substr(hyphen + 1);
  if (!all_digits(day) || day.size() > 2 || number(day) == 0) return std::nullopt;
  return whole(make_date(year, number(month), number(day)));
}

std::string_view without_end_punctuation(std::string_view text) {
  while (!text.empty() && std::string_view(",;:!?").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  const bool one_stop = text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.';
  if (one_stop) text.remove_suffix(1);
  return text;
}

/// From the first to the last of two date words, either of which may be missing.
std::optional<Period> between(std::string_view first_text, std::string_view last_text) {
  std::optional<Period> first;
  std::optional<Period> last;
  if (!first_text.empty() && !(first = read_date_word(first_text))) return std::nullopt;
  if (!last_text.empty() && !(last = read_date_word(last_text))) return std::nullopt;
  const bool swapped = first && last && last->to->last_day() < first->from->first_day();
  if (swapped) first.swap(last);
  return Period{first ? first->from : std::nullopt, last ? last->to : std::nullopt, swapped};
}

/// Whether two dates are the first and the last month of one quarter.
bool is_quarter(const PartialDate& from, const PartialDate& to) {
  return from.year == to.year && from.precision() == DatePrecision::kMonth &&
         to.precision() == DatePrecision::kMonth && from.month % kMonthsPerQuarter == 1 &&
         to.month == from.month + 2;
}

}  // namespace

std::optional<Period> read_date_word(std::string_view text) {
  if (text.size() < 4 || !all_digits(text.substr(0, 4))) return std::nullopt;
  const int year = static_cast<int>(number(text.substr(0, 4)));
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return whole(make_date(year));
  if (rest.size() == 4 && all_digits(rest)) {
    const unsigned month = number(rest.substr(0, 2));
    const unsigned day = number(rest.substr(2));
    if (month == 0 || day == 0) return std::nullopt;
    return whole(make_date(year, month, day));
  }
  if (const auto period = quarter(year, rest[0] == '-' ? rest.substr(1) : rest)) return period;
  return rest[0] == '-' ? month_and_day(year, rest.substr(1)) : std::nullopt;
}

std::optional<Period> read_date_range(std::string_view text) {
  text = without_end_punctuation(text);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  return between(text.substr(0, dots), text.substr(dots + 2));
}

std::optional<Period> read_date_value(std::string_view text) {
  text = without_end_punctuation(text);
  if (const auto word = read_date_word(text)) return word;
  if (const auto range = read_date_range(text)) return range;
  const std::size_t dash = text.find(kEnDash);
  if (dash != std::string_view::npos) {
    const std::string_view first = text.substr(0, dash);
    const std::string_view last = text.substr(dash + kEnDash.size());
    return first.empty() && last.empty() ? std::nullopt : between(first, last);
  }
  const bool two_years = text.size() == 9 && text[4] == '-';
  return two_years ? between(text.substr(0, 4), text.substr(5)) : std::nullopt;
}

std::optional<Period> read_bare_date(std::string_view text) {
  text = without_end_punctuation(text);
  if (const auto range = read_date_range(text)) {
    return range->from || range->to ? range : std::nullopt;
  }
  const bool more_than_digits = !all_digits(text);
  return more_than_digits ? read_date_word(text) : std::nullopt;
}

std::string print_period(const std::optional<PartialDate>& from,
                         const std::optional<PartialDate>& to) {
  if (!from && !to) return "*";
  if (from == to) return from->to_iso();
  if (from && to && is_quarter(*from, *to)) {
    const std::string year = PartialDate{from->year, 0, 0}.to_iso();
    return year + "-Q" + std::to_string(to->month / kMonthsPerQuarter);
  }
  return (from ? from->to_iso() : std::string()) + ".." + (to ? to->to_iso() : std::string());
}

}  // namespace pressarkiv
