// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/event_chain.h"

namespace pressarkiv {
namespace {

/// A value is written so that it can never look like the end of its line.
void append_value(std::string& out, std::string_view value) {
  if (value.find('\\') == std::string_view::npos && value.find('\n') == std::string_view::npos) {
    out += value;
    return;
  }
  for (const char byte : value) {
    if (byte == '\\') {
      out += "\\\\";
    } else if (byte == '\n') {
      out += "\\n";
    } else {
      out += byte;
    }
  }
}

void line(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  append_value(out, value);
  out += '\n';
}

}  // namespace

void event_text(const EventContent& event, std::string& out) {
  out = "pressarkiv event 1\n";
  line(out, "previous ", event.previous.hex());
  line(out, "number ", std::to_string(event.number));
  line(out, "at ", event.at);
  line(out, "kind ", event.kind);
  out += "release " + std::to_string(event.release_key);
  line(out, " ", event.release_id);
  line(out, "version ", std::to_string(event.version));
  line(out, "digest ", event.digest.hex());
  line(out, "source ", event.source_digest.hex());
  out += "bytes " + std::to_string(event.range.begin);
  line(out, " ", std::to_string(event.range.end));
  line(out, "path ", event.path);
  line(out, "default-id ", event.default_id);
  line(out, "format ", event.format);
  line(out, "mapping ", event.mapping);
}

}  // namespace pressarkiv
