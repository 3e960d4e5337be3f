// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/columns.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/text/header_line.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kMostLines = 8;
constexpr std::size_t kMostWords = 8;  // Of a column.
constexpr std::size_t kWidestLine = 300;

// The pieces between gaps of four blanks or more, tabs, or the bars of a table.
std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  const bool table = line.size() > 2 && line.front() == '|' && line.back() == '|';
  while (!line.empty()) {
    const std::size_t gap = table ? line.find('|') : std::min(line.find("    "), line.find('\t'));
    const std::string_view column = trim(line.substr(0, gap));
    if (!column.empty()) columns.push_back(column);
    if (gap == std::string_view::npos) break;
    line = trim(line.substr(gap + (table ? 1 : 0)));
  }
  return columns;
}

bool is_letterhead(const std::vector<std::string_view>& columns) {
  if (columns.size() < 2) return false;
  const bool narrow = std::all_of(columns.begin(), columns.end(), [](std::string_view column) {
    return count_words(column) <= kMostWords && !begins_with_dash(column);
  });
  return narrow && std::any_of(columns.begin(), columns.end(), [](std::string_view column) {
           return parse_header_line(column).has_value();
         });
}

}  // namespace

void split_columns(Document& document) {
  std::vector<Line> lines;
  const std::size_t top = std::min(kMostLines, document.size());
  for (std::size_t i = 0; i < top; ++i) {
    const Line& line = document.lines[i];
    const auto columns =
        line.text.size() <= kWidestLine ? columns_of(line.text) : std::vector<std::string_view>{};
    if (line.hint != LineHint::kNone || !is_letterhead(columns)) {
      lines.push_back(line);
      continue;
    }
    bool first = true;
    for (const std::string_view column : columns) {
      lines.push_back({std::string(column), line.number, first && line.starts_chunk, line.hint});
      first = false;
    }
  }
  if (lines.size() == top) return;
  std::move(document.lines.begin() + static_cast<std::ptrdiff_t>(top), document.lines.end(),
            std::back_inserter(lines));
  document = Document(std::move(lines));
}

}  // namespace pressarkiv::text
