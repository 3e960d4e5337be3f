// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/noun_phrase.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/normalizer.h"

namespace pressarkiv {
namespace {

// What no phrase that names something begins with, beside the function words: prepositions, the
// nouns of those that are several words ("med anledning av", "i samband med"), and ordinals.
constexpr std::array<std::string_view, 26> kNoBeginnings{
    "första",   "andra",     "tredje", "sista",     "senaste",

    "angående", "anledning", "bland",  "enligt",    "exklusive", "förutom", "genom",
    "gentemot", "inför",     "inom",   "inklusive", "jämte",     "kring",   "per",
    "rörande",  "samband",   "sedan",  "trots",     "under",     "utöver",  "via"};

bool has_definite_form(const LanguageModel& model, std::string_view lemma) {
  const auto knows = [&](std::string_view ending) {
    return model.knows(std::string(lemma).append(ending));
  };
  // Adjectives; "avsiktligen" is an adverb.
  if (lemma.ends_with("ig") || lemma.ends_with("isk")) return false;
  if (lemma.ends_with('e')) return knows("n") || knows("t");
  if (knows("en") || knows("et") || knows("n")) return true;
  // "säker|het|en" is one for all like it; "center", "centret"; "medel", "medlet".
  const std::size_t size = lemma.size();
  if (size < 4 || lemma[size - 2] != 'e') return false;
  std::string short_form(lemma.substr(0, size - 2));
  short_form.push_back(lemma[size - 1]);
  return model.knows(short_form + "et") || model.knows(short_form + "en");
}

/// Whether the archive has the form with and without a Swedish ending.
bool is_inflected(const Vocabulary& vocabulary, std::string_view form) {
  for (const std::string_view ending :
       {"en", "et", "n", "t", "ar", "er", "or", "na", "arna", "erna"}) {
    if (vocabulary.releases(std::string(form).append(ending)) > 0) return true;
    const bool ends = form.size() > ending.size() + 2 && form.ends_with(ending);
    if (ends && vocabulary.releases(form.substr(0, form.size() - ending.size())) > 0) return true;
  }
  return false;
}

bool is_noun(const Vocabulary& vocabulary, std::string_view form) {
  const LanguageModel& model = vocabulary.model();
  const WordParts parts = model.split(form);
  std::string_view last = form;
  if (parts.count > 0) last.remove_prefix(parts.ranges[parts.count - 1].begin);
  if (!model.knows(last)) return parts.count > 0 || is_inflected(vocabulary, form);
  WordKeys lemmas;
  model.lemmas(last, lemmas);
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](std::string_view lemma) { return has_definite_form(model, lemma); });
}

}  // namespace

bool can_name(const Vocabulary& vocabulary, std::string_view expression) {
  const std::string first = fold_label(expression.substr(0, expression.find(' ')));
  if (std::find(kNoBeginnings.begin(), kNoBeginnings.end(), first) != kNoBeginnings.end()) {
    return false;
  }
  const bool counts = std::all_of(first.begin(), first.end(), [](char c) { return is_digit(c); });
  if (counts && first.size() < expression.size()) return false;  // "2024 föreslår regeringen"
  const std::size_t blank = expression.find_last_of(" -");
  const std::string_view last =
      blank == std::string_view::npos ? expression : expression.substr(blank + 1);
  const std::string folded = fold_accents(fold_label(last));
  if (folded != fold_accents(last)) return true;  // Capitals: a name.
  if (std::any_of(last.begin(), last.end(), [](char c) { return is_digit(c); })) return true;
  return is_noun(vocabulary, folded);
}

}  // namespace pressarkiv
