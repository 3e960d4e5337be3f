// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/csv_record.h"

#include "common/utf8.h"

namespace pressarkiv {

void append_csv_record(std::string& out, const std::vector<std::string_view>& cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out.push_back(',');
    first = false;
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out += valid_utf8(cell);
      continue;
    }
    out.push_back('"');
    for (const char c : valid_utf8(cell)) {
      if (c == '"') out.push_back('"');
      out.push_back(c);
    }
    out.push_back('"');
  }
  out.push_back('\n');
}

}  // namespace pressarkiv
