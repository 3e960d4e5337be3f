// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/closing.h"

#include <algorithm>

#include "indexer/readers/text/body.h"
#include "indexer/readers/text/header.h"
#include "indexer/readers/text/header_line.h"
#include "indexer/readers/text/lines.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kLongestDateLine = 100;

std::optional<PartialDate> date_of_line(const std::string& line) {
  // No day and year are written with fewer digits: "3 maj -12".
  constexpr std::ptrdiff_t kFewestDigits = 3;
  if (std::count_if(line.begin(), line.end(), is_digit) < kFewestDigits ||
      count_characters(line) > kLongestDateLine || begins_with_dash(line))
    return std::nullopt;
  const auto parsed = parse_header_line(line);
  if (!parsed || parsed->embargo || !parsed->date || parsed->date->day == 0) return std::nullopt;
  return parsed->date;
}

// "Kristianstad som ovan", "Dag som ovan".
bool says_as_above(const std::string& line) {
  return !has_more_words(line, 5) && ends_with(lower(strip_right(line, ".")), " som ovan");
}

// "Styrelsen för Kyrkbyns IF", "Maja Ek, ordförande": who signs below place and date.
bool is_signature(const std::string& line) {
  constexpr std::size_t kMostWords = 8;
  if (has_more_words(line, kMostWords) || begins_with_dash(line) || has_sentence(line) ||
      line.find(':') != std::string::npos)
    return false;
  return begins_with_phrase(lower(line), "styrelsen") || begins_with(line, "/") ||
         is_organisation_like(line) || !person_in(line.substr(0, line.find(','))).empty();
}

}  // namespace

void take_end_marks(Document& document, std::size_t from) {
  for (std::size_t i = from; i < document.size(); ++i) {
    if (document.is_text(i) && is_end_mark(document.line(i))) document.roles[i] = Role::kEndMark;
  }
}

std::optional<PartialDate> take_date_lines(Document& document, std::size_t from) {
  constexpr std::size_t kMostSigning = 2;
  std::optional<PartialDate> date;
  std::size_t signing = 0;
  for (std::size_t i = document.size(); i-- > from;) {
    if (!document.is_text(i)) continue;
    if (is_caption_or_link(document.line(i))) continue;
    const auto found = date_of_line(document.line(i));
    if (!found && !says_as_above(document.line(i))) {
      if (!date && is_signature(document.line(i)) && ++signing <= kMostSigning) continue;
      break;
    }
    document.roles[i] = Role::kDateLine;
    if (found) date = found;
  }
  return date;
}

}  // namespace pressarkiv::text
