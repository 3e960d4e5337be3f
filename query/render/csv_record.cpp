// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/csv_record.h"

namespace pressarkiv {

void append_csv(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out.push_back(',');
    first = false;
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out += cell;
      continue;
    }
    out.push_back('"');
    for (const char c : cell) {
      if (c == '"') out.push_back('"');
      out.push_back(c);
    }
    out.push_back('"');
  }
  out.push_back('\n');
}

}  // namespace pressarkiv
