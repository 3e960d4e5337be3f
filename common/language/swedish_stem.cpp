// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/swedish_stem.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

// Longest first where one ends with another, so that the first hit is the longest.
constexpr std::array<std::string_view, 36> kMainSuffixes{
    "heterna", "hetens", "andet", "anden", "andes", "heten", "heter", "arnas", "ernas",
    "ornas",   "arens",  "arna",  "erna",  "orna",  "ande",  "arne",  "aste",  "aren",
    "ades",    "erns",   "ade",   "are",   "ern",   "ens",   "het",   "ast",   "ad",
    "en",      "ar",     "er",    "or",    "as",    "es",    "at",    "a",     "e"};
constexpr std::string_view kValidBeforeS = "bcdfghjklmnoprtvy";
constexpr std::array<std::string_view, 7> kConsonantPairs{"dd", "gd", "nn", "dt", "gt", "kt", "tt"};

std::size_t next(std::string_view word, std::size_t at) {
  ++at;
  while (at < word.size() && is_utf8_tail(word[at])) ++at;
  return at;
}

bool is_vowel(std::string_view letter) {
  if (letter.size() == 1)
    return std::string_view("aeiouy").find(letter[0]) != std::string_view::npos;
  return letter == "å" || letter == "ä" || letter == "ö";
}

/// Where the region R1 begins: after the first consonant that follows a vowel, and not before the
/// fourth letter.
std::size_t region_begin(std::string_view word) {
  std::size_t at = 0;
  std::size_t letters = 0;
  std::size_t third = word.size();
  std::size_t found = word.size();
  bool vowel_seen = false;
  while (at < word.size() && (found == word.size() || third == word.size())) {
    const std::size_t end = next(word, at);
    const bool vowel = is_vowel(word.substr(at, end - at));
    if (vowel_seen && !vowel && found == word.size()) found = end;
    vowel_seen = vowel_seen || vowel;
    if (++letters == 3) third = end;
    at = end;
  }
  return letters < 3 ? word.size() : std::max(found, third);
}

/// Whether `suffix` ends the first `size` bytes of `word` without reaching before `begin`.
bool ends_in_region(std::string_view word, std::size_t size, std::size_t begin,
                    std::string_view suffix) {
  return size >= begin + suffix.size() &&
         word.substr(size - suffix.size(), suffix.size()) == suffix;
}

std::size_t drop_main_suffix(std::string_view word, std::size_t begin) {
  const std::size_t size = word.size();
  for (const std::string_view suffix : kMainSuffixes) {
    if (ends_in_region(word, size, begin, suffix)) return size - suffix.size();
  }
  if (ends_in_region(word, size, begin, "s") && size >= 2 &&
      kValidBeforeS.find(word[size - 2]) != std::string_view::npos) {
    return size - 1;
  }
  return size;
}

std::size_t drop_pair_and_ending(std::string_view word, std::size_t size, std::size_t begin) {
  for (const std::string_view pair : kConsonantPairs) {
    if (ends_in_region(word, size, begin, pair)) {
      --size;
      break;
    }
  }
  if (ends_in_region(word, size, begin, "fullt") || ends_in_region(word, size, begin, "löst")) {
    return size - 1;
  }
  for (const std::string_view suffix : {"lig", "els", "ig"}) {
    if (ends_in_region(word, size, begin, suffix)) return size - std::string_view(suffix).size();
  }
  return size;
}

}  // namespace

std::size_t swedish_stem_size(std::string_view word) {
  const std::size_t begin = region_begin(word);
  if (begin >= word.size()) return word.size();
  return drop_pair_and_ending(word, drop_main_suffix(word, begin), begin);
}

}  // namespace pressarkiv
