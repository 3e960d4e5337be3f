// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text_table.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/grouped.h"
#include "query/render/text_layout.h"

namespace pressarkiv {

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - display_width(row[i]), ' ');
      if (i > 0) line += "  ";
      line += i == 0 ? row[i] + padding : padding + row[i];
    }
    line.resize(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string swedish_number(std::uint64_t number) { return grouped(number, "\u00A0"); }

std::string swedish_decimal(double value, int decimals) {
  std::array<char, 48> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
  std::string text = digits.data();
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string sparkline(const std::vector<double>& values) {
  constexpr std::array<const char*, 8> kBars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const double most = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
  std::string line;
  for (const double value : values) {
    if (value < 0) {
      line += "·";
      continue;
    }
    const double height = most > 0 ? value / most * static_cast<double>(kBars.size()) : 0;
    line += kBars[std::min(static_cast<std::size_t>(height), kBars.size() - 1)];
  }
  return line;
}

}  // namespace pressarkiv
