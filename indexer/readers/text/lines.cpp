// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/lines.h"

#include <algorithm>

#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

// Text is wrapped somewhere between these widths, in characters; wider lines are paragraphs.
constexpr std::size_t kNarrowestWrap = 40;
constexpr std::size_t kWidestWrap = 100;
constexpr std::size_t kWidestLooked = 400;  // Nothing set by hand is wider.
constexpr std::size_t kFewestWraps = 3;
constexpr std::size_t kLongestEndMark = 80;  // In bytes.
// Of the lines that have a neighbour below; fewer blanks than this mean a line is a paragraph.
constexpr std::size_t kLinesPerBlank = 8;

struct RawLine {
  std::string_view text;  // Trimmed; may be empty.
  std::size_t width = 0;
};

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    lines.push_back({line, count_characters(line)});
    begin = end + 1;
  }
  return lines;
}

std::size_t first_word_width(std::string_view line) {
  return count_characters(line.substr(0, line.find(' ')));
}

// The first word of `below` would not have fitted on the line above.
bool is_full(const RawLine& above, const RawLine& below, std::size_t width) {
  return above.width + 1 + first_word_width(below.text) > width;
}

bool ends_sentence(std::string_view line) {
  return std::string_view(".!?:").find(line.back()) != std::string_view::npos;
}

// In a wrapped text: full, or nearly so, as people wrap by hand; or a long line whose sentence goes
// on.
bool is_wrapped(const RawLine& above, const RawLine& below, std::size_t width) {
  constexpr std::size_t kSlack = 4;
  if (is_full(above, below, width - std::min(width, kSlack))) return true;
  const char32_t first = first_character(below.text);
  return above.width * 4 >= width * 3 && !ends_sentence(above.text) && is_letter(first) &&
         !is_upper(first);
}

// In a text that is not wrapped: a long line that breaks off in its sentence, which the line below
// takes up.
bool is_broken_off(const RawLine& above, const RawLine& below) {
  if (above.width < kNarrowestWrap || ends_sentence(above.text)) return false;
  const char32_t first = first_character(below.text);
  return is_letter(first) && (!is_upper(first) || ends_with_link_word(above.text));
}

// "Nordans AB            Sid 1 (2)": columns, no line of running text.
bool has_gap(std::string_view line) {
  constexpr std::string_view kGap = "        ";
  return line.size() <= kWidestLooked && line.find(kGap) != std::string_view::npos;
}

bool may_go_on(const RawLine& above, const RawLine& below) {
  return !above.text.empty() && !below.text.empty() && bullet_length(below.text) == 0 &&
         !is_rule(above.text) && !is_rule(below.text) && !has_gap(above.text);
}

// Lines that no wrapping made: rules, addresses of the web, and columns set with blanks.
bool is_set_by_hand(std::string_view line) {
  return line.find("    ") != std::string_view::npos || line.find('\t') != std::string_view::npos ||
         line.find("://") != std::string_view::npos || is_rule(line);
}

// The width at which the text is wrapped; 0 where it is not.
std::size_t wrap_width(const std::vector<RawLine>& lines) {
  std::size_t width = 0;
  for (const RawLine& line : lines) {
    if (line.width > width && (line.width > kWidestLooked || !is_set_by_hand(line.text)))
      width = line.width;
  }
  if (width < kNarrowestWrap || width > kWidestWrap) return 0;
  std::size_t full = 0;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!may_go_on(lines[i], lines[i + 1])) continue;
    if (lines[i].width * 2 >= width) ++pairs;  // Shorter ones were ended by hand: addresses, lists.
    // Lines that end with a sentence may be paragraphs of like length.
    if (is_full(lines[i], lines[i + 1], width) && !ends_sentence(lines[i].text)) ++full;
  }
  return full >= kFewestWraps && full * 2 >= pairs ? width : 0;
}

bool blanks_part_paragraphs(const std::vector<RawLine>& lines) {
  std::size_t filled = 0;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].text.empty()) {
      ++filled;
    } else if (i > 0 && !lines[i - 1].text.empty()) {
      ++blanks;
    }
  }
  return filled <= blanks * kLinesPerBlank + 2;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  const std::vector<RawLine> raw = raw_lines(text);
  const std::size_t width = wrap_width(raw);
  const bool parted = width > 0 || blanks_part_paragraphs(raw);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i].text.empty()) continue;
    const bool below_blank = i == 0 || raw[i - 1].text.empty();
    if (!below_blank && may_go_on(raw[i - 1], raw[i]) &&
        (width > 0 ? is_wrapped(raw[i - 1], raw[i], width) : is_broken_off(raw[i - 1], raw[i]))) {
      lines.back().text += ' ';
      lines.back().text += raw[i].text;
      continue;
    }
    lines.push_back({std::string(raw[i].text), i + 1, below_blank || !parted, LineHint::kNone});
  }
  return lines;
}

bool ends_with_link_word(std::string_view line) {
  const std::string_view last = line.substr(line.rfind(' ') + 1);
  for (const std::string_view word : {"och", "att", "för", "som", "i", "på", "av", "till", "med",
                                      "en", "ett", "den", "det", "eller", "från", "vid", "om"}) {
    if (last == word) return true;
  }
  return false;
}

bool is_rule(std::string_view line) {
  if (line.empty()) return false;
  std::size_t signs = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U || line[i] == ' ') continue;
    const char32_t c = first_character(line.substr(i));
    if (c != '*' && c != '#' && c != '_' && c != '=' && c != '~' && c != '+' && c != 0x2022 &&
        c != 0x2026 && c != '.' && !is_dash(c)) {
      return false;
    }
    ++signs;
  }
  return signs >= 3 || line == "--" || line == "–" || line == "—" || line == "-";
}

bool is_end_mark(std::string_view line) {
  if (is_rule(line)) return true;
  if (line.size() > kLongestEndMark) return false;
  std::string word;
  for (const char c : lower(line)) {
    if (is_digit(c) || static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
        c == ' ') {
      word.push_back(c);
    }
  }
  for (const std::string_view dash : {"–", "—", "•"}) {
    for (std::size_t at = 0; (at = word.find(dash)) != std::string::npos;)
      word.erase(at, dash.size());
  }
  if (trim(word) == "30") return is_dash(first_character(line));
  return is_one_of(trim(word), {"slut", "slut på pressmeddelande", "slut på pressmeddelandet",
                                "slut på meddelandet", "slut på text", "slut text", "end", "ends"});
}

}  // namespace pressarkiv::text
