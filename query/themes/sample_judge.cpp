// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/sample_judge.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/sentences.h"
#include "query/search/press_service.h"

namespace pressarkiv {
namespace {

/// Verbs that name a speaker behind or before what is said.
constexpr std::array<std::string_view, 18> kSayingVerbs{
    "säger",        "sade",    "sa",         "menar",       "kommenterar", "berättar",
    "understryker", "uppger",  "tillägger",  "konstaterar", "förklarar",   "skriver",
    "anser",        "betonar", "poängterar", "hälsar",      "avslutar",    "fortsätter"};

bool ends_sentence(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r\"')*_");
  if (last == std::string_view::npos) return false;
  if (std::string_view(".!?:…").find(line[last]) != std::string_view::npos) return true;
  return line.substr(0, last + 1).ends_with("”") || line.substr(0, last + 1).ends_with("»") ||
         line.substr(0, last + 1).ends_with("…");
}

/// Calls `word(text, begin)` for each run of letters.
template <typename Word>
void each_word(std::string_view text, Word word) {
  constexpr std::string_view kNoLetters = " \t\r\n.,;:!?()[]\"'/*_";
  for (std::size_t at = text.find_first_not_of(kNoLetters); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kNoLetters, at), text.size());
    word(text.substr(at, end - at), at);
    at = text.find_first_not_of(kNoLetters, end);
  }
}

/// Whether a saying verb with a comma, a dash or a quotation mark before it, or at the beginning,
/// stands in a sentence before `end`.
bool is_attributed(std::string_view sentence, std::size_t end) {
  bool found = false;
  each_word(sentence.substr(0, end), [&](std::string_view word, std::size_t at) {
    const std::string folded = fold_label(word);
    if (std::find(kSayingVerbs.begin(), kSayingVerbs.end(), folded) == kSayingVerbs.end()) return;
    const std::string_view before = sentence.substr(0, at);
    const std::size_t last = before.find_last_not_of(' ');
    found = found || last == std::string_view::npos || before[last] == ',' || before[last] == '"' ||
            before.substr(0, last + 1).ends_with("”");
  });
  return found;
}

}  // namespace

SampleKind judge_sample(std::string_view text, const ByteRange& place) {
  const ByteRange line = line_around(text, place.begin);
  if (place.end > line.end) return SampleKind::kCrossing;
  const std::string_view words = text.substr(line.begin, line.size());
  if (is_press_service(words)) return SampleKind::kService;
  if (!ends_sentence(words)) return SampleKind::kFragment;
  const ByteRange inside{place.begin - line.begin, place.end - line.begin};
  for (const ByteRange& sentence : split_sentences(words)) {
    if (sentence.end <= inside.begin || sentence.begin >= inside.end) continue;
    if (sentence.begin > inside.begin || sentence.end < inside.end) return SampleKind::kCrossing;
    const std::string_view around = words.substr(sentence.begin, sentence.size());
    return is_attributed(around, inside.end - sentence.begin) ? SampleKind::kAttribution
                                                              : SampleKind::kContent;
  }
  return SampleKind::kCrossing;
}

}  // namespace pressarkiv
