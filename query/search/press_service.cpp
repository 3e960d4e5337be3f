// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/press_service.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"

namespace pressarkiv {
namespace {

/// Beginnings of words that lines for the press have in common.
constexpr std::array<std::string_view, 16> kServiceWords{
    "presskontakt",      "pressekreterare", "presstjänst",  "pressansvarig",
    "presslegitimation", "pressjour",       "mediekontakt", "mediakontakt",
    "kontaktperson",     "intervjuförfråg", "intervjutill", "fototill",
    "ackreditering",     "anmälningsform",  "föranmäl",     "pressackredit"};

}  // namespace

ByteRange line_around(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return {begin, std::min(text.find('\n', offset), text.size())};
}

bool is_press_service(std::string_view line) {
  if (line.find('@') != std::string_view::npos) return true;
  const std::string folded = " " + fold_label(line);
  return std::any_of(kServiceWords.begin(), kServiceWords.end(), [&](std::string_view start) {
    const std::size_t at = folded.find(start);
    return at != std::string::npos &&
           std::string_view(" (,;:-–/\"").find(folded[at - 1]) != std::string_view::npos;
  });
}

}  // namespace pressarkiv
