// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/language/hunspell_dictionary.h"
#include "common/language/word_lists.h"
#include "common/language/word_roles.h"
#include "common/text/byte_arena.h"

namespace pressarkiv {

/// How sure it is that a form belongs to a lemma: less is surer.
enum class LemmaRank : std::uint8_t {
  kIrregular = 0,  ///< A closed class says so.
  kBase = 1,       ///< The form is an entry that inflects.
  kDerived = 2,    ///< An affix rule makes it of an entry.
  kBareEntry = 3,  ///< The form is an entry without inflection.
  kName = 4,       ///< A proper name or its genitive.
};

/// One form of one word.
struct LexiconForm {
  std::string_view form;    ///< Lower case, NFC. Lives as long as the Lexicon.
  std::uint32_t lemma = 0;  ///< Index into Lexicon::lemmas().
  std::uint8_t roles = 0;   ///< WordRole bits.
  LemmaRank rank = LemmaRank::kDerived;
};

/// The words of Swedish with what compounds and inflection need: from an installed dictionary, or
/// from the NST parts. A building step only: what is kept of it is the LanguageModel.
class Lexicon {
 public:
  /// All forms of all words of a dictionary; some 0.5 s for Debian's hunspell-sv.
  static Lexicon from_hunspell(const HunspellDictionary& dictionary);
  /// The fall-back: parts without inflection; lemmas are Snowball stems.
  static Lexicon from_nst();

  /// One row for each form and lemma, in no order; the same form may come many times.
  const std::vector<LexiconForm>& forms() const { return forms_; }
  const std::vector<std::string_view>& lemmas() const { return lemmas_; }

 private:
  Lexicon();
  std::uint32_t lemma_of(std::string_view lemma);
  void add(std::string_view form, std::uint32_t lemma, std::uint8_t roles, LemmaRank rank);
  void add_entry(const HunspellDictionary& dictionary, const HunspellEntry& entry);
  void add_hanging(std::string_view part, std::uint32_t lemma);
  void add_irregular_words();
  void add_irregular(std::string_view prefix, const IrregularWord& word);
  bool knows_plural(std::string_view prefix, const IrregularWord& word) const;

  std::shared_ptr<ByteArena> arena_;
  std::vector<LexiconForm> forms_;
  std::vector<std::string_view> lemmas_;
  std::unordered_map<std::string_view, std::uint32_t> lemma_index_;
};

}  // namespace pressarkiv
