// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_scan.h"

#include <algorithm>

namespace pressarkiv::json {
namespace {

constexpr char kNotAscii = '\x7F';  // Stands for any code unit beyond ASCII.

// JSON begins with an ASCII character, so its first two bytes tell UTF-16 for certain
// (RFC 4627, section 3); statistics, as for other text, are not needed.
std::optional<Encoding> wide_encoding_of(std::string_view bytes) {
  const Encoding guess = detect_encoding(bytes.substr(0, 4));
  if (guess == Encoding::kUtf16Le || guess == Encoding::kUtf16Be) return guess;
  if (bytes.size() < 2) return std::nullopt;
  if (bytes[0] != '\0' && bytes[1] == '\0') return Encoding::kUtf16Le;
  if (bytes[0] == '\0' && bytes[1] != '\0') return Encoding::kUtf16Be;
  return std::nullopt;
}

std::size_t mark_size(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return 3;
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return 2;
  return 0;
}

std::string narrowed(std::string_view bytes, bool little) {
  std::string units(bytes.size() / 2, kNotAscii);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char low = bytes[2 * i + (little ? 0 : 1)];
    const char high = bytes[2 * i + (little ? 1 : 0)];
    if (high == '\0' && static_cast<unsigned char>(low) < 0x80) units[i] = low;
  }
  return units;
}

// Behind the string that opens at `at`; the end of the text where it is not closed. A quotation
// mark closes it unless a backslash stands before it that is not itself behind another one.
std::size_t end_of_string(std::string_view units, std::size_t at) {
  const std::size_t begin = at + 1;
  for (at = units.find('"', begin); at != std::string_view::npos; at = units.find('"', at + 1)) {
    std::size_t first = at;
    while (first > begin && units[first - 1] == '\\') --first;
    if ((at - first) % 2 == 0) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

Scan::Scan(std::string_view bytes) : wide_(wide_encoding_of(bytes)), mark_(mark_size(bytes)) {
  if (wide_) {
    narrow_ = narrowed(bytes.substr(mark_), *wide_ == Encoding::kUtf16Le);
    units_ = narrow_;
  } else {
    units_ = bytes.substr(mark_);
  }
}

ByteRange Scan::bytes_of(ByteRange units) const {
  const std::size_t width = wide_ ? 2 : 1;
  return {mark_ + units.begin * width, mark_ + units.end * width};
}

// 1E is the record separator of RFC 7464.
bool is_blank(char unit) {
  return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t' || unit == '\x1E';
}

std::size_t skip_blanks(std::string_view units, std::size_t at) {
  while (at < units.size() && is_blank(units[at])) ++at;
  return std::min(at, units.size());
}

ValueEnd end_of_value(std::string_view units, std::size_t at) {
  ValueEnd value;
  std::size_t open = 0;
  while (at < units.size()) {
    const char unit = units[at];
    if (unit == '"') {
      at = end_of_string(units, at);
      if (at == std::string_view::npos) break;
      if (open == 0) return {at, value.depth, true};
      continue;
    }
    if (unit == '{' || unit == '[') {
      value.depth = std::max(value.depth, ++open);
    } else if (unit == '}' || unit == ']') {
      if (open == 0) return {at, value.depth, true};
      if (--open == 0) return {at + 1, value.depth, true};
    } else if (open == 0 && (unit == ',' || is_blank(unit))) {
      return {at, value.depth, true};
    }
    ++at;
  }
  return {units.size(), value.depth, open == 0 && at == units.size()};
}

bool MemberScan::next() {
  if (at_value_) {
    const ValueEnd value = end_of_value(units_, value_at_);
    if (!value.complete) return false;
    at_ = value.end;
  }
  at_ = skip_blanks(units_, at_);
  if (at_value_ && at_ < units_.size() && units_[at_] == ',') at_ = skip_blanks(units_, at_ + 1);
  if (at_ >= units_.size() || units_[at_] != '"') return false;
  const std::size_t key_end = end_of_string(units_, at_);
  if (key_end == std::string_view::npos) return false;
  key_ = units_.substr(at_ + 1, key_end - at_ - 2);
  const std::size_t colon = skip_blanks(units_, key_end);
  if (colon >= units_.size() || units_[colon] != ':') return false;
  value_at_ = skip_blanks(units_, colon + 1);
  at_value_ = value_at_ < units_.size();
  return at_value_;
}

}  // namespace pressarkiv::json
