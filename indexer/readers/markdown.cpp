// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/markdown_inline.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

using text::LineHint;

constexpr std::size_t kLongestNumber = 3;  // "2018. Chef för …" is a year, not the 2018th item.
constexpr std::string_view kBullet = "• ";
constexpr std::size_t kNowhere = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t indent_of(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) {
    if (!is_blank(c)) break;
    width += c == '\t' ? 4 : 1;
  }
  return width;
}

/// Three or more of one sign, blanks between allowed.
bool is_thematic_break(std::string_view line) {
  if (line.empty() || std::string_view("-*_").find(line.front()) == kNowhere) return false;
  std::size_t signs = 0;
  for (const char c : line) {
    if (c == line.front()) {
      ++signs;
    } else if (!is_blank(c)) {
      return false;
    }
  }
  return signs >= 3;
}

bool is_all(std::string_view line, char sign, std::size_t least) {
  return line.size() >= least && line.find_first_not_of(sign) == kNowhere;
}

/// The level of "## Heading"; 0 for anything else.
std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6) return 0;
  return level == line.size() || is_blank(line[level]) ? level : 0;
}

std::string_view heading_text(std::string_view line, std::size_t level) {
  std::string_view text = text::trim(line.substr(level));
  const std::size_t last = text.find_last_not_of('#');
  if (last == kNowhere) return {};
  if (last + 1 < text.size() && is_blank(text[last])) text = text::trim(text.substr(0, last));
  return text;
}

/// The length of "* ", "+ " or "- ".
std::size_t bullet_length(std::string_view line) {
  if (line.size() < 2 || std::string_view("*+-").find(line[0]) == kNowhere || !is_blank(line[1])) {
    return 0;
  }
  return std::min(line.find_first_not_of(" \t", 1), line.size());
}

bool is_numbered(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0 || digits > kLongestNumber || digits + 1 >= line.size()) return false;
  return (line[digits] == '.' || line[digits] == ')') && is_blank(line[digits + 1]);
}

/// "```" alone or with a language; not "```code``` in a line".
bool is_fence(std::string_view line) {
  const std::string_view mark = line.substr(0, 3);
  return (mark == "```" || mark == "~~~") && line.find(mark, 3) == kNowhere;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != kNowhere && line.find('|') != kNowhere &&
         line.find_first_not_of("|-: \t") == kNowhere;
}

/// "| a | | b |" → "a | b".
std::string table_row(std::string_view line) {
  std::string row;
  std::size_t begin = 1;
  for (std::size_t i = 1; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '\\') {
      ++i;
      continue;
    }
    if (i < line.size() && line[i] != '|') continue;
    const std::string_view cell = text::trim(line.substr(begin, i - begin));
    if (!cell.empty()) {
      if (!row.empty()) row += " | ";
      row += cell;
    }
    begin = i + 1;
  }
  return row;
}

std::string without_comments(std::string_view markdown) {
  std::string text;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t open = markdown.find("<!--", at);
    const std::size_t close = open == kNowhere ? kNowhere : markdown.find("-->", open);
    const std::size_t end = close == kNowhere ? markdown.size() : open;
    text += markdown.substr(at, end - at);
    at = close == kNowhere ? markdown.size() : close + 3;
  }
  return text;
}

/// First the blocks: one line of plain text for each line, with what it is; marks inside of lines
/// stay. Then wrapped lines are joined, as in plain text. Last the marks inside of lines.
class MarkdownReader {
 public:
  MarkedText run(std::string_view markdown) {
    for (std::size_t begin = 0; begin < markdown.size();) {
      const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
      ++number_;
      take(markdown.substr(begin, end - begin));
      begin = end + 1;
    }
    finish();
    return std::move(out_);
  }

 private:
  struct PlainLine {
    std::string text;
    LineHint hint = LineHint::kNone;
    std::size_t level = 0;  // Of a heading.
    std::size_t number = 0;
    bool verbatim = false;
  };

  void take(std::string_view line) {
    const std::size_t indent = indent_of(line);
    std::string_view text = text::trim(line);
    while (!in_code_ && !text.empty() && text.front() == '>') text = text::trim(text.substr(1));
    if (is_fence(text)) {
      in_code_ = !in_code_;
      return blank();
    }
    if (in_code_) return add(text, LineHint::kNone, true);
    if (text.empty()) return blank();
    if (text.back() == '\\') text = text::trim(text.substr(0, text.size() - 1));
    if (!take_heading(text) && !take_rule(text) && !take_table(text) && !take_reference(text)) {
      take_text(text, indent);
    }
  }

  bool take_heading(std::string_view text) {
    if (const std::size_t level = heading_level(text)) {
      blank();
      const std::string_view heading = heading_text(text, level);
      if (heading.empty()) return true;
      add(heading, LineHint::kHeading);
      lines_.back().level = level;
      blank();
      return true;
    }
    const bool underlined = follows_lone_line() && (is_all(text, '=', 3) || is_all(text, '-', 3));
    if (!underlined) return false;
    PlainLine& above = lines_.back();
    above.hint = LineHint::kHeading;
    above.level = text.front() == '=' ? 1 : 2;
    blank();
    return true;
  }

  bool follows_lone_line() const {
    if (lines_.empty() || lines_.back().text.empty() || lines_.back().hint != LineHint::kNone) {
      return false;
    }
    return lines_.size() < 2 || lines_[lines_.size() - 2].text.empty();
  }

  bool take_rule(std::string_view text) {
    if (!is_thematic_break(text)) return false;
    blank();
    add(text, LineHint::kRule, true);
    blank();
    return true;
  }

  bool take_table(std::string_view text) {
    if (is_table_rule(text)) return true;
    if (text.front() != '|' || text.size() < 2) return false;
    const std::string row = table_row(text);
    if (!row.empty()) add(row, LineHint::kNone);
    return true;
  }

  // "[label]: address".
  bool take_reference(std::string_view text) {
    const std::size_t end = text.front() == '[' ? text.find("]:") : kNowhere;
    if (end == kNowhere || end < 2 || text[1] == '^') return false;
    std::string_view address = text::trim(text.substr(end + 2));
    address = address.substr(0, address.find_first_of(" \t"));
    if (address.find('/') == kNowhere) return false;
    if (address.front() == '<' && address.back() == '>') {
      address = address.substr(1, address.size() - 2);
    }
    references_.emplace(text::lower(text.substr(1, end - 1)), address);
    if (leads_to_file(address)) out_.add_file(address);
    return true;
  }

  void take_text(std::string_view text, std::size_t indent) {
    const std::size_t bullet = bullet_length(text);
    const bool nested = indent >= 2 && in_list_;
    if (bullet > 0 && bullet < text.size()) {
      in_list_ = true;
      if (text.front() == '-' && !nested) return add(text, LineHint::kNone);
      return add(std::string(kBullet) + std::string(text.substr(bullet)), LineHint::kListItem);
    }
    if (is_numbered(text)) {
      in_list_ = true;
      return add(text, LineHint::kListItem);
    }
    if (nested && !lines_.empty() && !lines_.back().text.empty()) {
      lines_.back().text += ' ';
      lines_.back().text += text;
      return;
    }
    in_list_ = nested;
    add(text, LineHint::kNone);
  }

  void add(std::string_view text, LineHint hint, bool verbatim = false) {
    lines_.push_back({std::string(text), hint, 0, number_, verbatim});
  }

  void blank() {
    if (lines_.empty() || lines_.back().text.empty()) return;
    lines_.emplace_back();
  }

  void finish() {
    std::string plain;
    for (const PlainLine& line : lines_) {
      plain += line.text;
      plain += '\n';
    }
    for (text::Line& line : text::split_lines(plain)) finish_line(std::move(line));
  }

  void finish_line(text::Line line) {
    const PlainLine& source = lines_[line.number - 1];
    line.number = source.number;
    line.hint = source.hint;
    if (line.hint == LineHint::kListItem && text::begins_with(line.text, kBullet)) {
      line.text.erase(0, kBullet.size());
    }
    if (!source.verbatim) line.text = markdown_line(line.text, references_, out_);
    if (source.level == 1 && out_.lines.empty() && out_.title.empty()) {
      std::replace(line.text.begin(), line.text.end(), '\n', ' ');
      out_.title = text::trim(line.text);
      return;
    }
    // "<br>" became a line feed.
    const std::string all = std::move(line.text);
    for (std::size_t begin = 0; begin <= all.size();) {
      const std::size_t end = std::min(all.find('\n', begin), all.size());
      line.text = text::trim(std::string_view(all).substr(begin, end - begin));
      if (!line.text.empty()) {
        out_.lines.push_back(line);
        line.starts_chunk = false;
        line.hint = LineHint::kNone;
      }
      begin = end + 1;
    }
  }

  MarkedText out_;
  std::vector<PlainLine> lines_;
  LinkReferences references_;
  std::size_t number_ = 0;
  bool in_code_ = false;
  bool in_list_ = false;
};

}  // namespace

MarkedText parse_markdown(std::string_view markdown) {
  if (markdown.find("<!--") == kNowhere) return MarkdownReader().run(markdown);
  return MarkdownReader().run(without_comments(markdown));
}

}  // namespace pressarkiv
