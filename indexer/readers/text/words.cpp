// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "common/eight_bytes.h"
#include "common/utf8.h"

namespace pressarkiv::text {
namespace {

constexpr std::array<std::string_view, 7> kWideBlanks = {
    "\xC2\xA0",      // no-break space
    "\xE2\x80\x8B",  // zero-width space
    "\xE2\x80\xAF",  // narrow no-break space
    "\xEF\xBB\xBF",  // zero-width no-break space
    "\xE2\x80\x83",  // em space
    "\xE2\x80\x82",  // en space
    "\xE2\x80\x89",  // thin space
};

bool is_ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::size_t blank_at_start(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(text.front())) return 1;
  if (static_cast<unsigned char>(text.front()) < 0xC2) return 0;
  for (const std::string_view blank : kWideBlanks) {
    if (begins_with(text, blank)) return blank.size();
  }
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(text.back())) return 1;
  if (static_cast<unsigned char>(text.back()) < 0x80) return 0;
  for (const std::string_view blank : kWideBlanks) {
    if (ends_with(text, blank)) return blank.size();
  }
  return 0;
}

// Which bytes a blank may begin with.
constexpr std::array<bool, 256> blank_openings() {
  std::array<bool, 256> opens{};
  for (const char c : {' ', '\t', '\n'}) opens[static_cast<unsigned char>(c)] = true;
  for (const std::string_view blank : kWideBlanks)
    opens[static_cast<unsigned char>(blank.front())] = true;
  return opens;
}
constexpr std::array<bool, 256> kBlankOpenings = blank_openings();

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// Sets the bit that tells small letters from capitals in each byte from A to Z.
EightBytes lower_ascii(EightBytes bytes) {
  const EightBytes low = bytes & ~kHighBits;
  const EightBytes from_a = low + eight_times(0x80U - 'A');
  const EightBytes beyond_z = low + eight_times(0x7FU - 'Z');
  return bytes | (((from_a & ~beyond_z & ~bytes) & kHighBits) >> 2U);
}

// One byte of a text in lower case: of ASCII, or the second one of a Latin-1 letter.
char lower_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 'A' && byte <= 'Z') return static_cast<char>(byte + 0x20);
  const bool capital = byte >= 0x80 && byte <= 0x9E && byte != 0x97 && at > 0 &&
                       static_cast<unsigned char>(text[at - 1]) == 0xC3;
  return capital ? static_cast<char>(byte + 0x20) : text[at];
}

bool is_soft_hyphen(std::string_view text, std::size_t at) {
  return text[at] == kSoftHyphen[0] && text.substr(at, kSoftHyphen.size()) == kSoftHyphen;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (const std::size_t n = blank_at_start(text)) text.remove_prefix(n);
  while (const std::size_t n = blank_at_end(text)) text.remove_suffix(n);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  bool soft_hyphens = false;
  std::size_t at = 0;
  for (; at + sizeof(EightBytes) <= text.size(); at += sizeof(EightBytes)) {
    const EightBytes bytes = eight_bytes(text, at);
    const EightBytes lowered = lower_ascii(bytes);
    std::memcpy(out.data() + at, &lowered, sizeof lowered);
    if (is_all_ascii(bytes)) continue;
    for (std::size_t i = at; i < at + sizeof(EightBytes); ++i) {
      out[i] = lower_byte(text, i);
      soft_hyphens = soft_hyphens || is_soft_hyphen(text, i);
    }
  }
  for (; at < text.size(); ++at) {
    out[at] = lower_byte(text, at);
    soft_hyphens = soft_hyphens || is_soft_hyphen(text, at);
  }
  if (!soft_hyphens) return out;
  std::size_t kept = 0;
  for (at = 0; at < out.size();) {
    if (is_soft_hyphen(out, at)) {
      at += kSoftHyphen.size();
    } else {
      out[kept++] = out[at++];
    }
  }
  out.resize(kept);
  return out;
}

std::vector<std::string_view> words(std::string_view text) {
  constexpr std::size_t kBytesPerWord = 6;
  std::vector<std::string_view> found;
  found.reserve(text.size() / kBytesPerWord + 1);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size();) {
    if (i < text.size() && !kBlankOpenings[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    const std::size_t blank = i < text.size() ? blank_at_start(text.substr(i)) : 1;
    if (blank == 0) {
      ++i;
      continue;
    }
    if (i > begin) found.push_back(text.substr(begin, i - begin));
    i += blank;
    begin = i;
  }
  return found;
}

std::size_t count_words(std::string_view text) { return count_words_up_to(text, text.size()); }

std::size_t count_words_up_to(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    if (is_ascii_blank(c)) {
      inside = false;
    } else if (!inside) {
      if (count == most) return count;
      inside = true;
      ++count;
    }
  }
  return count;
}

bool has_more_words(std::string_view text, std::size_t most) {
  return count_words_up_to(text, most + 1) > most;
}

std::size_t count_characters(std::string_view text) {
  std::size_t tails = 0;
  std::size_t at = 0;
  for (; at + sizeof(EightBytes) <= text.size(); at += sizeof(EightBytes)) {
    const EightBytes bytes = eight_bytes(text, at);
    // The highest bit is set and the one below is not.
    tails += count_high_bits(bytes & ~(bytes << 1U));
  }
  for (; at < text.size(); ++at) tails += is_utf8_tail(text[at]) ? 1U : 0U;
  return text.size() - tails;
}

char32_t first_character(std::string_view text) {
  if (text.empty()) return 0;
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 4));
  std::int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(data, i, size, c);
  return static_cast<char32_t>(c);
}

char32_t last_character(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
  }
  return first_character(text.substr(begin));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_capitalised(std::string_view word) { return is_upper(first_character(word)); }

bool is_all_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    const char32_t c = first_character(text.substr(i));
    if (u_islower(static_cast<UChar32>(c)) != 0) return false;
    if (is_letter(c)) ++letters;
  }
  return letters >= 2;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_opening_quote(char32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == '\'';
}

std::size_t bullet_length(std::string_view line) {
  const char32_t c = first_character(line);
  const bool sign = c == 0x2022 || c == 0xB7 || c == 0x25E6 || c == 0x25AA || c == 0x25CF ||
                    c == 0x2023 || c == 0x25A0 || c == 0x25CB || c == 0xF0B7 || c == 0x2043;
  if (!sign && c != '*' && c != '+' && !is_dash(c)) return 0;
  const std::size_t width = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  const std::string_view rest = trim(line.substr(width));
  if (rest.empty()) return 0;
  const auto blanks = static_cast<std::size_t>(rest.data() - line.data()) - width;
  return sign || blanks > 0 ? width + blanks : 0;
}

bool begins_with_dash(std::string_view line) { return is_dash(first_character(line)); }

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool begins_with_phrase(std::string_view lowered, std::string_view phrase) {
  if (!begins_with(lowered, phrase)) return false;
  const std::string_view rest = lowered.substr(phrase.size());
  return rest.empty() || (!is_letter(first_character(rest)) && !is_digit(rest.front()));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool ends_with_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(),
                     [word](std::string_view suffix) { return ends_with(word, suffix); });
}

std::string_view strip_right(std::string_view text, std::string_view characters) {
  for (text = trim(text);
       !text.empty() && characters.find(text.back()) != std::string_view::npos;) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

std::string_view strip_left(std::string_view text, std::string_view characters) {
  for (text = trim(text);
       !text.empty() && characters.find(text.front()) != std::string_view::npos;) {
    text = trim(text.substr(1));
  }
  return text;
}

std::string unwrap(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool feed = false;
    while (end < text.size() && is_ascii_blank(text[end])) feed = text[end++] == '\n' || feed;
    if (feed) {
      out.push_back(' ');
    } else {
      out.append(text, i, end - i);
    }
    i = end;
    if (i < text.size()) out.push_back(text[i++]);
  }
  return out;
}

}  // namespace pressarkiv::text
