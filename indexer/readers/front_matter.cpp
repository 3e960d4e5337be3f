// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter.h"

#include <algorithm>

#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMostLines = 200;  // A rule far below is not the end of front matter.

std::string unquoted(std::string_view value) {
  value = text::trim(value);
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  if (!quoted) return std::string(value);
  const char quote = value.front();
  std::string text;
  value = value.substr(1, value.size() - 2);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool escape = i + 1 < value.size() && ((quote == '"' && value[i] == '\\') ||
                                                 (quote == '\'' && value.substr(i, 2) == "''"));
    if (escape) ++i;
    text.push_back(value[i]);
  }
  return text;
}

// "[a, "b, c"]" → a; b, c.
std::vector<std::string> list_values(std::string_view inside) {
  std::vector<std::string> values;
  std::size_t begin = 0;
  char quote = 0;
  for (std::size_t i = 0; i <= inside.size(); ++i) {
    const char c = i < inside.size() ? inside[i] : ',';
    if (quote != 0 && i < inside.size()) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text::trim(inside.substr(begin, i - begin)).empty()) {
      quote = c;
    } else if (c == ',') {
      std::string value = unquoted(inside.substr(begin, i - begin));
      if (!value.empty()) values.push_back(std::move(value));
      begin = i + 1;
    }
  }
  return values;
}

void take_line(std::string_view line, FrontMatter& matter) {
  const std::string_view text = text::trim(line);
  if (text.empty() || text.front() == '#') return;
  if (text.front() == '-' && !matter.entries.empty()) {
    std::string value = unquoted(text.substr(1));
    if (!value.empty()) matter.entries.back().values.push_back(std::move(value));
    return;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || text.data() != line.data()) return;
  FrontMatterEntry entry;
  entry.key = text::lower(text::trim(text.substr(0, colon)));
  const std::string_view value = text::trim(text.substr(colon + 1));
  if (value.size() >= 2 && value.front() == '[' && value.back() == ']') {
    entry.values = list_values(value.substr(1, value.size() - 2));
  } else if (!value.empty() && value != "|" && value != ">") {
    entry.values.push_back(unquoted(value));
  }
  matter.entries.push_back(std::move(entry));
}

}  // namespace

const std::vector<std::string>* FrontMatter::find(
    std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys) {
    for (const FrontMatterEntry& entry : entries) {
      if (entry.key == key && !entry.values.empty()) return &entry.values;
    }
  }
  return nullptr;
}

std::string FrontMatter::first(std::initializer_list<std::string_view> keys) const {
  const std::vector<std::string>* values = find(keys);
  return values == nullptr ? std::string() : values->front();
}

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter matter;
  if (text.substr(0, 4) != "---\n") return matter;
  std::size_t begin = 4;
  for (std::size_t lines = 0; lines < kMostLines && begin < text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = std::min(end + 1, text.size());
    if (text::trim(line) == "---" || text::trim(line) == "...") {
      if (matter.entries.empty()) break;
      matter.end = begin;
      return matter;
    }
    take_line(line, matter);
  }
  return {};
}

}  // namespace pressarkiv
