// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/language/word_lists.h"
#include "common/vocabulary/vocabulary.h"

namespace pressarkiv {

/// Says whether a form holds one given word as a part. LanguageModel::split() answers "what are the
/// parts of this form?" and must leave alone what is no sure compound; here one part is known
/// beforehand, so that less evidence will do: a known word beside it, or for long words nothing but
/// letters that nobody else claims.
class PartFinder {
 public:
  /// The vocabulary must outlive the finder. `word`: folded, lower case.
  PartFinder(const Vocabulary& vocabulary, std::string_view word);

  struct Answer {
    bool is_part = false;
    /// Where the word stands behind a particle or an adverb, the letters of both without an ending:
    /// "försko" of "förskolan", "utbrott" of "krigsutbrottet". Such nouns are words of their own
    /// ("utbrott" is no "brott") or not ("förskola" is a "skola"): the letters cannot tell.
    std::string after_particle;
  };
  Answer find(const VocabularyForm& form) const;
  /// Whether a form that does not hold the word is derived from it: "brottslighet" of "brott".
  bool is_derivation(std::string_view form) const;

  /// Letters one of which every form with the word has; for words of fewer than three letters
  /// empty.
  const std::vector<std::string>& roots() const { return roots_; }

 private:
  enum class Side : unsigned char { kNothing, kWord, kParticle, kEnding, kUnknown };
  /// A place where the word may stand in a text.
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  Answer find_in(std::string_view text, bool is_name) const;
  Answer judge(std::string_view text, const Place& place, bool is_name) const;
  Answer judge_unsplit(std::string_view text, const Place& place, bool is_name) const;
  bool is_derived(std::string_view text, const Place& place) const;
  std::string particle_noun(std::string_view before) const;
  bool is_particle_verb_noun(std::string_view text) const;
  bool is_inflected_as(std::string_view text, std::string_view after) const;
  bool ends_in_lemma(std::string_view text) const;
  bool is_known(std::string_view letters) const;
  std::vector<Place> places(std::string_view text) const;
  bool is_long(std::string_view match) const;
  bool has_linking_vowel(std::string_view letters) const;
  bool is_surely_before(std::string_view before, std::string_view after) const;
  bool may_join(std::string_view letters) const;
  bool is_ending(std::string_view letters) const;
  bool shares_lemma(std::string_view letters) const;
  Side left_side(std::string_view letters) const;
  Side right_side(std::string_view letters) const;
  bool is_listed(const std::vector<std::string_view>& list, std::string_view word) const;

  const Vocabulary& vocabulary_;
  const LanguageModel& model_;
  NotParts not_parts_;
  std::string word_;
  std::size_t letters_ = 0;    ///< Of the word.
  bool names_places_ = false;  ///< Many place names and surnames end with the word: "skog".
  std::vector<std::string> lemmas_;
  std::set<std::string, std::less<>> endings_;  ///< What the word looks like as the last part …
  std::set<std::string, std::less<>> joins_;    ///< … and surely before another.
  std::vector<std::string> roots_;
};

}  // namespace pressarkiv
