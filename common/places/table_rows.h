// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressarkiv {

/// Calls `row(columns)` for each line of a tab-separated table but the first, which names them.
template <typename Row>
void each_row(std::string_view table, Row row) {
  bool header = true;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || std::exchange(header, false)) continue;
    std::vector<std::string> columns;
    for (std::size_t tab = 0; tab != std::string_view::npos;) {
      tab = line.find('\t');
      columns.emplace_back(line.substr(0, tab));
      if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
    }
    row(columns);
  }
}

}  // namespace pressarkiv
