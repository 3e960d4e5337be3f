// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text_layout.h"

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr std::string_view kMarkOn = "\033[1;33m";
constexpr std::string_view kMarkOff = "\033[0m";

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

/// Appends `text` without control characters: C0, DEL and C1 (U+0080–U+009F), which some terminals
/// also obey as bare bytes.
void append_safe(std::string& out, std::string_view text, bool keep_line_feeds) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = next_valid_character(text, at);
    if (is_control(character) && !(keep_line_feeds && character == "\n")) {
      out.push_back(' ');
    } else {
      out += character;
    }
  }
}

}  // namespace

std::string marked_text(std::string_view text, const std::vector<ByteRange>& marks,
                        const TextStyle& style) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& mark : marks) {
    append_safe(out, text.substr(at, mark.begin - at), false);
    out += style.color ? kMarkOn : std::string_view("*");
    append_safe(out, text.substr(mark.begin, mark.size()), false);
    out += style.color ? kMarkOff : std::string_view("*");
    at = mark.end;
  }
  append_safe(out, text.substr(at), false);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  append_safe(out, text, true);
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\033') {
      while (at < text.size() && text[at] != 'm') ++at;
      at += at < text.size() ? 1 : 0;
      continue;
    }
    const auto code = static_cast<UChar32>(next_character(text, at));
    const auto type = u_charType(code);
    const bool unseen = type == U_NON_SPACING_MARK || code == 0xAD || code == 0x200B;
    columns += unseen ? 0 : 1;
  }
  return columns;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  const std::string margin(indent, ' ');
  std::string out = margin;
  std::size_t column = indent;
  bool first = true;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const std::size_t columns = display_width(word);
    if (!first && width > 0 && column + 1 + columns > width) {
      out += "\n" + margin;
      column = indent;
      first = true;
    }
    if (!first) {
      out.push_back(' ');
      ++column;
    }
    out += word;
    column += columns;
    first = false;
  }
  out.push_back('\n');
  return out;
}

}  // namespace pressarkiv
