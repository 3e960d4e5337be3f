// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/utf8.h"

namespace pressarkiv::test {

/// Whether a range lies in the text and neither end is inside of a character. A byte that is no
/// UTF-8 is a character of its own.
inline bool on_borders(std::string_view text, ByteRange range) {
  if (range.begin > range.end || range.end > text.size()) return false;
  std::size_t at = 0;
  while (at < range.begin) next_character(text, at);
  if (at != range.begin) return false;
  while (at < range.end) next_character(text, at);
  return at == range.end;
}

/// Pieces that the rules for Swedish text are about, and some that no text should hold.
inline const std::vector<std::string>& hard_pieces() {
  static const std::vector<std::string> kPieces = {"företagarna",
                                                   "EU:s",
                                                   "S:t",
                                                   "bl.a.",
                                                   "t.ex.",
                                                   "kl. 09.00",
                                                   "2023:15",
                                                   "2022/23:91",
                                                   "500\u00A0000",
                                                   "1,5",
                                                   "19:e",
                                                   "e-post",
                                                   "IT-",
                                                   "skol- och",
                                                   "sjukvård",
                                                   "www.exempel.se",
                                                   "nils@exempel.se",
                                                   "https://å.se/x?y=å",
                                                   "a\u030A",
                                                   "o\u0308",
                                                   "\u00AD",
                                                   "\u200B",
                                                   "\u200D",
                                                   "\uFEFF",
                                                   "CO\u2082",
                                                   "\uFB01n",
                                                   "O\u2019Brien",
                                                   "– Ja",
                                                   "”citat”",
                                                   "Erasmus+",
                                                   "COP28",
                                                   "\U0001F600",
                                                   "漢字",
                                                   "ж",
                                                   " ",
                                                   "  ",
                                                   "\n",
                                                   "\n\n",
                                                   "\t",
                                                   "\r\n",
                                                   "\u2028",
                                                   ".",
                                                   ",",
                                                   "-",
                                                   "/",
                                                   "&",
                                                   ":",
                                                   "\xC3",
                                                   "\xA5",
                                                   "\xF0\x9F",
                                                   "\xFF",
                                                   "André",
                                                   "Jørgensen",
                                                   "ß",
                                                   "I\u0307"};
  return kPieces;
}

/// A text of `count` pieces, the same one for each seed.
inline std::string random_text(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  const std::vector<std::string>& pieces = hard_pieces();
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += pieces[random() % pieces.size()];
    if (random() % 3 == 0) text += ' ';
  }
  return text;
}

}  // namespace pressarkiv::test
