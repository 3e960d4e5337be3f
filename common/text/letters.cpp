// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

UChar32 code_at(std::string_view text, std::size_t at) {
  return static_cast<UChar32>(next_character(text, at));
}

}  // namespace

bool is_upper_at(std::string_view text, std::size_t at) {
  return at < text.size() && u_isupper(code_at(text, at)) != 0;
}

bool is_lower_at(std::string_view text, std::size_t at) {
  return at < text.size() && u_islower(code_at(text, at)) != 0;
}

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && u_isalnum(code_at(text, at)) != 0;
}

std::size_t character_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && is_utf8_tail(text[at])) --at;
  return at;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += is_utf8_tail(byte) ? 0U : 1U;
  return count;
}

void append_lower(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte);
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const auto code = static_cast<UChar32>(next_character(text, at));
    const UChar32 lower = u_tolower(code);
    if (lower == code) {
      out.append(text.substr(begin, at - begin));
    } else {
      std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
      std::int32_t length = 0;
      U8_APPEND_UNSAFE(bytes, length, lower);
      out.append(bytes.begin(), bytes.begin() + length);
    }
  }
}

}  // namespace pressarkiv
