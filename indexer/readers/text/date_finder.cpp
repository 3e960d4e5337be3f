// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/date_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

struct MonthName {
  std::string_view name;
  unsigned month;
};

// Longest first where one begins another.
constexpr std::array<MonthName, 34> kMonths = {{
    {"januari", 1},   {"january", 1},  {"jan", 1},       {"februari", 2},  {"february", 2},
    {"febr", 2},      {"feb", 2},      {"mars", 3},      {"march", 3},     {"mar", 3},
    {"april", 4},     {"apr", 4},      {"maj", 5},       {"may", 5},       {"juni", 6},
    {"june", 6},      {"jun", 6},      {"juli", 7},      {"july", 7},      {"jul", 7},
    {"augusti", 8},   {"august", 8},   {"aug", 8},       {"september", 9}, {"sept", 9},
    {"sep", 9},       {"oktober", 10}, {"october", 10},  {"okt", 10},      {"oct", 10},
    {"november", 11}, {"nov", 11},     {"december", 12}, {"dec", 12},
}};

// A reading position that only moves on success.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }
  bool take(char c) {
    if (done() || text[at] != c) return false;
    ++at;
    return true;
  }
  bool take(std::string_view word) {
    if (!begins_with(text.substr(at), word)) return false;
    at += word.size();
    return true;
  }
  void skip_blanks() {
    while (take(' ') || take('\t') || take('\n') || take("\xC2\xA0")) {
    }
  }
  // A number of exactly `min` to `max` digits.
  std::optional<int> number(std::size_t min, std::size_t max) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && end - at < max + 1 && is_digit(text[end])) {
      value = value * 10 + (text[end++] - '0');
    }
    if (end - at < min || end - at > max) return std::nullopt;
    at = end;
    return value;
  }
};

int full_year(int year, std::size_t digits) {
  if (digits == 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

// Four digits, or two where the form allows it.
std::optional<int> read_year(Cursor& cursor, bool short_too) {
  const std::size_t begin = cursor.at;
  const auto year = cursor.number(short_too ? 2 : 4, 4);
  if (!year || cursor.at - begin == 3) return std::nullopt;
  return full_year(*year, cursor.at - begin);
}

std::optional<PartialDate> day_date(int year, unsigned month, int day) {
  if (year < 1900 || year > 2199 || day < 1 || month < 1) return std::nullopt;
  return make_date(year, month, static_cast<unsigned>(day));
}

// The first two letters of the months' names in small letters: most words need not be lower-cased
// to know that they are none.
constexpr BytePairs month_openings() {
  BytePairs openings;
  for (const MonthName& month : kMonths) {
    openings.add(static_cast<unsigned char>(month.name[0]),
                 static_cast<unsigned char>(month.name[1]));
  }
  return openings;
}

bool may_be_month(std::string_view text, std::size_t at) {
  static constexpr BytePairs kOpenings = month_openings();
  if (at + 2 >= text.size()) return false;
  constexpr unsigned kSmall = 0x20;  // Makes a letter small.
  const unsigned first = static_cast<unsigned char>(text[at]) | kSmall;
  const unsigned second = static_cast<unsigned char>(text[at + 1]);
  if (first < 'a' || first > 'z') return false;
  return kOpenings.may_hold(first, second | kSmall) || second == 0xC2;  // A soft hyphen.
}

std::optional<unsigned> read_month_name(Cursor& cursor) {
  if (!may_be_month(cursor.text, cursor.at)) return std::nullopt;
  const std::string word = lower(cursor.text.substr(cursor.at, 12));
  for (const MonthName& month : kMonths) {
    if (!begins_with(word, month.name)) continue;
    const std::string_view rest = std::string_view(word).substr(month.name.size());
    if (!rest.empty() && is_letter(first_character(rest))) continue;
    cursor.at += month.name.size();
    return month.month;
  }
  return std::nullopt;
}

// "2012-05-03", with the same one of - . / between the parts.
std::optional<PartialDate> read_year_first(Cursor& cursor) {
  Cursor c = cursor;
  const std::size_t begin = c.at;
  const auto year = c.number(4, 4);
  if (!year) return std::nullopt;
  for (const std::string_view separator : {"-", ".", "/", "–", "‑"}) {
    Cursor d = c;
    if (!d.take(separator)) continue;
    const auto month = d.number(1, 2);
    if (!month || !d.take(separator)) continue;
    const auto day = d.number(1, 2);
    if (!day || d.at - begin < 8) continue;
    const auto date = day_date(*year, static_cast<unsigned>(*month), *day);
    if (date) cursor.at = d.at;
    return date;
  }
  return std::nullopt;
}

// "20120503"
std::optional<PartialDate> read_compact(Cursor& cursor) {
  Cursor c = cursor;
  const auto number = c.number(8, 8);
  if (!number) return std::nullopt;
  const auto date =
      day_date(*number / 10000, static_cast<unsigned>(*number / 100 % 100), *number % 100);
  if (date) cursor.at = c.at;
  return date;
}

// "12-05-03"
std::optional<PartialDate> read_short_iso(Cursor& cursor) {
  Cursor c = cursor;
  const auto year = c.number(2, 2);
  if (!year || !c.take('-')) return std::nullopt;
  const auto month = c.number(2, 2);
  if (!month || !c.take('-')) return std::nullopt;
  const auto day = c.number(2, 2);
  if (!day) return std::nullopt;
  const auto date = day_date(full_year(*year, 2), static_cast<unsigned>(*month), *day);
  if (date) cursor.at = c.at;
  return date;
}

// "03.05.2012", "3/5 2012", "3/5-12", "3-5-2012"
std::optional<PartialDate> read_day_first(Cursor& cursor) {
  Cursor c = cursor;
  const auto day = c.number(1, 2);
  if (!day) return std::nullopt;
  const char separator = c.peek();
  if (separator != '.' && separator != '/' && separator != '-') return std::nullopt;
  c.take(separator);
  c.skip_blanks();
  const auto month = c.number(1, 2);
  if (!month) return std::nullopt;
  bool short_year = false;
  if (c.take(separator)) {
    short_year = separator != '-';
    c.skip_blanks();
  } else if (separator == '/' && (c.take('-') || c.take("–") || c.take(" -") || c.take(" –"))) {
    short_year = true;
  } else if (c.peek() == ' ' && separator != '-') {
    c.skip_blanks();
  } else {
    return std::nullopt;
  }
  const auto year = read_year(c, short_year);
  if (!year) return std::nullopt;
  const auto date = day_date(*year, static_cast<unsigned>(*month), *day);
  if (date) cursor.at = c.at;
  return date;
}

// After a month's name: "2012", ", 2012", ". 2012", "-12", "’12".
std::optional<int> read_year_after_name(Cursor& cursor) {
  cursor.take('.');
  cursor.take(',');
  cursor.skip_blanks();
  const bool marked = cursor.take('-') || cursor.take("–") || cursor.take('\'') || cursor.take("’");
  return read_year(cursor, marked);
}

void take_ordinal(Cursor& cursor) {
  for (const std::string_view ending : {":e", ":a", ":de", "st", "nd", "rd", "th", "e", "."}) {
    if (cursor.take(ending)) return;
  }
}

// "3 maj 2012", "3:e maj, 2012"; without `year` the year is left out.
std::optional<PartialDate> read_day_name(Cursor& cursor, bool with_year) {
  Cursor c = cursor;
  const auto day = c.number(1, 2);
  if (!day) return std::nullopt;
  take_ordinal(c);
  c.skip_blanks();
  c.take("of ");
  const auto month = read_month_name(c);
  if (!month) return std::nullopt;
  const std::size_t after_name = c.at;
  const auto year = read_year_after_name(c);
  if (!year && with_year) return std::nullopt;
  const auto date = day_date(year ? *year : 2000, *month, *day);
  if (date) cursor.at = year ? c.at : after_name;
  return date;
}

// "May 3rd, 2012", "Feb 14, 2019"
std::optional<PartialDate> read_name_day(Cursor& cursor) {
  Cursor c = cursor;
  const auto month = read_month_name(c);
  if (!month) return std::nullopt;
  c.take('.');
  c.skip_blanks();
  const auto day = c.number(1, 2);
  if (!day) return std::nullopt;
  take_ordinal(c);
  const auto year = read_year_after_name(c);
  if (!year) return std::nullopt;
  const auto date = day_date(*year, *month, *day);
  if (date) cursor.at = c.at;
  return date;
}

bool glued_before(std::string_view line, std::size_t at) {
  if (at == 0) return false;
  const auto before = static_cast<unsigned char>(line[at - 1]);
  if (before >= 0x80) {
    std::size_t begin = at;
    while (begin > 0 && (static_cast<unsigned char>(line[--begin]) & 0xC0U) == 0x80U) {
    }
    return is_letter(first_character(line.substr(begin)));
  }
  const bool number_sign = before == '-' || before == '.' || before == '/' || before == ':';
  return is_digit(line[at - 1]) || is_letter(before) ||
         (number_sign && at > 1 && is_digit(line[at - 2]));
}

bool glued_after(std::string_view line, std::size_t at) {
  if (at >= line.size()) return false;
  if (line[at] == 'T' && at + 1 < line.size() && is_digit(line[at + 1])) return false;
  if (is_digit(line[at]) || is_letter(first_character(line.substr(at)))) return true;
  return line[at] == '-' && at + 1 < line.size() && is_digit(line[at + 1]);
}

std::optional<FoundDate> date_at(std::string_view line, std::size_t at) {
  using Reader = std::optional<PartialDate> (*)(Cursor&);
  constexpr std::array<Reader, 4> kNumeric = {read_year_first, read_compact, read_day_first,
                                              read_short_iso};
  Cursor cursor{line, at};
  std::optional<PartialDate> date;
  if (is_digit(line[at])) {
    date = read_day_name(cursor, true);
    for (std::size_t i = 0; i < kNumeric.size() && !date; ++i) date = kNumeric[i](cursor);
  } else {
    date = read_name_day(cursor);
  }
  if (!date || glued_after(line, cursor.at)) return std::nullopt;
  return FoundDate{*date, {at, cursor.at}};
}

bool may_begin_date(std::string_view line, std::size_t at) {
  return is_digit(line[at]) || may_be_month(line, at);
}

// A word to leave out beside a date.
bool is_date_word(std::string_view word) {
  std::string_view bare = strip_right(strip_left(word, ".,:;()[]|/*"), ".,:;()[]|/*");
  for (std::string_view mark : {"–", "—", "•", "·"}) {
    if (bare == mark) return true;
  }
  if (bare.empty() || bare == "-") return true;
  const std::string plain = lower(bare);
  static constexpr auto kDateWords =
      word_list("den", "datum", "datum/tid", "kl", "klockan", "publicerad", "publicerat",
                "publicerades", "publiceringsdatum", "publ", "utgivet", "utgiven", "uppdaterad",
                "uppdaterat", "ändrad", "ändrat", "senast", "skapad", "skapat", "inlagd", "date",
                "published", "updated", "cet", "cest", "gmt", "utc", "on", "the", "at", "posted",
                "tid", "i", "dag", "idag", "sänt", "skickat", "skickad", "släppt");
  static constexpr auto kWeekdays =
      word_list("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "monday",
                "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mån", "tis",
                "ons", "tor", "tors", "fre", "lör", "sön");
  if (kDateWords.has(plain) || kWeekdays.has(plain)) return true;
  if (plain.ends_with("en") && kWeekdays.has(std::string_view(plain).substr(0, plain.size() - 2)))
    return true;
  // A time of day: "10.30", "06:00:00", "T10:00:00+02:00".
  const bool clock = std::all_of(plain.begin(), plain.end(), [](char c) {
    return is_digit(c) || c == ':' || c == '.' || c == '+' || c == 't' || c == 'z' || c == '-';
  });
  return clock && plain.size() >= 4 &&
         (is_digit(plain.front()) || plain.front() == 't' || plain.front() == '+') &&
         plain.find_first_of(".:") != std::string::npos;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view line, std::size_t from) {
  for (std::size_t at = from; at < line.size(); ++at) {
    if (!may_begin_date(line, at) || glued_before(line, at)) continue;
    auto found = date_at(line, at);
    if (!found) continue;
    for (const std::string_view prefix : {"den ", "Den ", "DEN "}) {
      const std::size_t size = prefix.size();
      if (at >= from + size && line.substr(at - size, size) == prefix &&
          !glued_before(line, at - size)) {
        found->range.begin -= size;
      }
    }
    return found;
  }
  return std::nullopt;
}

std::vector<FoundDate> find_dates(std::string_view line) {
  std::vector<FoundDate> dates;
  for (auto found = find_date(line); found; found = find_date(line, found->range.end)) {
    dates.push_back(*found);
  }
  return dates;
}

std::optional<FoundDate> find_month(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_digit(line[at]) || !may_be_month(line, at) || glued_before(line, at)) continue;
    Cursor cursor{line, at};
    const auto month = read_month_name(cursor);
    if (!month) continue;
    const auto year = read_year_after_name(cursor);
    if (!year || glued_after(line, cursor.at)) continue;
    if (const auto date = make_date(*year, *month)) return FoundDate{*date, {at, cursor.at}};
  }
  return std::nullopt;
}

std::string without_dates(std::string_view line) {
  std::string rest;
  std::size_t from = 0;
  for (const FoundDate& found : find_dates(line)) {
    rest.append(line.substr(from, found.range.begin - from)).push_back(' ');
    from = found.range.end;
  }
  rest.append(line.substr(from));
  std::string kept;
  bool after_clock = false;
  for (const std::string_view word : words(rest)) {
    static constexpr auto kInner =
        word_list("i", "den", "the", "at", "on", "-", "–", "—", "tid", "dag", "•", "·", "|");
    static constexpr auto kClock = word_list("kl", "kl.", "klockan");
    const std::string lowered = lower(word);
    // "kl 11"
    const bool hour =
        after_clock && word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit);
    after_clock = kClock.has(lowered);
    // Inside a name a separator or a small word counts: "Högskolan i Borås".
    if (hour || (is_date_word(word) && (kept.empty() || !kInner.has(lowered)))) continue;
    if (!kept.empty()) kept.push_back(' ');
    kept.append(word);
  }
  // Small words and separators that stayed at the end.
  while (!kept.empty()) {
    const std::size_t space = kept.rfind(' ');
    const std::string_view last =
        std::string_view(kept).substr(space == std::string::npos ? 0 : space + 1);
    if (!is_date_word(last)) break;
    kept.resize(space == std::string::npos ? 0 : space);
  }
  return std::string(strip_right(kept, ".,:;(|/-"));
}

std::optional<PartialDate> date_of_today(std::string_view paragraph) {
  constexpr std::size_t kMostBytes = 1000;
  constexpr std::size_t kWindow = 60;  // The date and what may stand before it.
  paragraph = paragraph.substr(0, kMostBytes);
  for (const std::string_view today : {"i dag", "I dag", "idag", "Idag"}) {
    for (std::size_t at = paragraph.find(today); at != std::string_view::npos;
         at = paragraph.find(today, at + 1)) {
      const std::string_view behind = paragraph.substr(at + today.size(), kWindow);
      const auto found = find_date(behind);
      if (!found || behind.empty() || is_letter(first_character(behind))) continue;
      const auto between = words(behind.substr(0, found->range.begin));
      const bool only_date_words = std::all_of(between.begin(), between.end(), [](auto word) {
        return strip_right(word, ",").empty() || is_date_word(strip_right(word, ","));
      });
      if (between.size() <= 2 && only_date_words) return found->date;
    }
  }
  return std::nullopt;
}

std::size_t dateline_length(std::string_view paragraph) {
  constexpr std::size_t kMostWordsBefore = 4;
  constexpr std::size_t kLongest = 100;
  const std::string_view start = paragraph.substr(0, kLongest);
  std::size_t begin = 0;
  std::size_t end = 0;
  bool needs_place = false;
  for (std::size_t at = 0; at < start.size() && end == 0; ++at) {
    if (!may_begin_date(start, at) || glued_before(start, at)) continue;
    Cursor cursor{start, at};
    if (const auto found = date_at(start, at)) {
      end = found->range.end;
    } else if (is_digit(start[at]) && read_day_name(cursor, false) && at > 0) {
      end = cursor.at;
      needs_place = true;
    }
    begin = at;
  }
  if (end == 0) return 0;
  // Before it a place: capitalised words, or nothing.
  const std::vector<std::string_view> before = words(start.substr(0, begin));
  if (before.size() > kMostWordsBefore) return 0;
  for (const std::string_view word : before) {
    const std::string_view bare = strip_left(word, "([");
    if (!is_capitalised(bare) && !is_date_word(word) && bare != "i") return 0;
    if (ends_with(bare, ".") && !is_date_word(word)) return 0;
    if (!is_date_word(word)) needs_place = false;
  }
  if (needs_place) return 0;
  // After it a separator and the text.
  Cursor cursor{paragraph, end};
  cursor.skip_blanks();
  bool separated = false;
  if (cursor.take(')') || cursor.take(']')) {
    separated = true;
    cursor.skip_blanks();
  }
  for (const std::string_view mark : {".", ":", "–", "—", "-", "/", "|", "•"}) {
    if (cursor.take(mark)) {
      separated = true;
      break;
    }
  }
  cursor.skip_blanks();
  const char before_text = cursor.at > 0 ? paragraph[cursor.at - 1] : '\0';
  const bool blank = before_text == ' ' || before_text == '\t' || before_text == '\xA0';
  if (!separated || !blank || cursor.done()) return 0;
  return cursor.at;
}

}  // namespace pressarkiv::text
