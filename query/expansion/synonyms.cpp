// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/synonyms.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/accents.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "query/expansion/synonyms_data.h"

namespace pressarkiv {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> entries_of(std::string_view list) {
  std::vector<std::string_view> entries;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (const auto entry = trimmed(list.substr(0, end)); !entry.empty()) entries.push_back(entry);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return entries;
}

/// Whether the analyzer may make words of it that are no part of the folded text: "10 000" is one
/// number, and accents can be written in two ways.
bool is_odd(std::string_view line) {
  return may_have_accents(line) || std::any_of(line.begin(), line.end(), is_digit);
}

/// No fewer than the entry has.
std::size_t most_words(std::string_view entry) {
  const auto apart = [](char byte) {
    return !is_ascii_letter(byte) && static_cast<unsigned char>(byte) < 0x80;
  };
  return 1 + static_cast<std::size_t>(std::count_if(entry.begin(), entry.end(), apart));
}

}  // namespace

void Synonyms::add_built_in() {
  // Its form is held by a test.
  static_cast<void>(add(std::string(expansion_data::kSynonyms), "built-in synonyms").ok());
}

Status Synonyms::add(std::string text, const std::string& name) {
  texts_.push_back(std::move(text));
  std::string_view rest = texts_.back();
  std::vector<Line> lines;  // Nothing is added of a text with a mistake further on.
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t arrow = line.find('>');
    const bool one_way = arrow != std::string_view::npos;
    Line read{line, entries_of(one_way ? line.substr(0, arrow) : line), {}};
    if (one_way) read.others = entries_of(line.substr(arrow + 1));
    if (read.words.empty() || (one_way ? read.others.empty() : read.words.size() < 2)) {
      return Error{ErrorCode::kInvalidArgument,
                   name + ":" + std::to_string(number) +
                       ": want words separated by commas, or word > words"};
    }
    lines.push_back(std::move(read));
  }
  for (Line& line : lines) add_line(std::move(line));
  return Done{};
}

void Synonyms::add_pair(std::string_view a, std::string_view b) {
  const std::string_view text = texts_.emplace_back(std::string(a) + ',' + std::string(b));
  add_line({text, {text.substr(0, a.size()), text.substr(a.size() + 1)}, {}});
}

void Synonyms::add_line(Line line) {
  for (const std::string_view word : line.words) longest_ = std::max(longest_, most_words(word));
  if (is_odd(line.text)) odd_lines_.push_back(static_cast<std::uint32_t>(lines_.size()));
  folded_ += fold_label(line.text) + '\n';
  ends_.push_back(folded_.size());
  lines_.push_back(std::move(line));
  groups_.emplace_back();
  by_stem_.clear();
}

/// The lines that may have a word with this stem, in order. A stem is the beginning of its word
/// (Swedish Snowball only cuts), so it is found in the folded line.
const std::vector<std::uint32_t>& Synonyms::lines_with(const std::string& stem) {
  const auto [place, is_new] = by_stem_.try_emplace(stem);
  std::vector<std::uint32_t>& lines = place->second;
  if (!is_new) return lines;
  lines = odd_lines_;
  for (std::size_t at = folded_.find(stem); at != std::string::npos && at < folded_.size();) {
    const auto end = std::upper_bound(ends_.begin(), ends_.end(), at);
    lines.push_back(static_cast<std::uint32_t>(end - ends_.begin()));
    at = folded_.find(stem, *end);
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

const Synonyms::Group& Synonyms::group_of(std::uint32_t line) {
  Group& group = groups_[line];
  if (!std::exchange(group.made, true)) {
    group.words = read(lines_[line].words);
    group.others = read(lines_[line].others);
  }
  return group;
}

std::vector<Synonyms::Entry> Synonyms::read(const std::vector<std::string_view>& entries) {
  std::vector<Entry> all;
  for (const std::string_view entry : entries) {
    Expression expression;
    analyzer_.analyze(entry, analyzed_);
    for (const Token& token : analyzed_.tokens()) {
      if (token.kind == TokenKind::kMain) expression.forms.push_back(fold_accents(token.form));
    }
    if (expression.forms.empty()) continue;
    std::string key = key_of(expression.forms, 0, expression.forms.size());
    all.push_back({std::move(key), std::move(expression)});
  }
  return all;
}

std::string Synonyms::key_of(const std::vector<std::string>& forms, std::size_t first,
                             std::size_t count) {
  std::string key;
  for (std::size_t i = first; i < first + count; ++i) key += analyzer_.term_of(forms[i]) + ' ';
  return key;
}

std::vector<Expression> Synonyms::find(const std::vector<std::string>& forms, std::size_t first,
                                       std::size_t count) {
  std::vector<Expression> found;
  const std::string key = key_of(forms, first, count);
  for (const std::uint32_t line : lines_with(analyzer_.term_of(forms[first]))) {
    const Group& group = group_of(line);
    const std::vector<Entry>& others = lines_[line].others.empty() ? group.words : group.others;
    for (const Entry& word : group.words) {
      if (word.key != key) continue;
      for (const Entry& other : others) {
        if (&other != &word) found.push_back(other.expression);
      }
    }
  }
  return found;
}

}  // namespace pressarkiv
