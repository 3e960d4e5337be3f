// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/language/lexicon.h"
#include "common/language/word_automaton.h"

namespace pressarkiv {

/// One word form of an archive's vocabulary, lower case and NFC.
struct VocabularyWord {
  std::string_view form;
  std::uint32_t count = 0;  ///< Occurrences in the archive.
  /// Whether the form stands inside sentences with a capital only, so that it is a name.
  bool name_only = false;
};

/// One distinct form with what all rows of the lexicon say of it.
struct TableWord {
  std::string_view form;
  std::uint8_t roles = 0;     ///< WordRole bits.
  bool base = false;          ///< Some entry is written like this.
  bool can_be_first = false;  ///< Once the closed lists and the length had their say.
  bool can_be_last = false;
  bool can_follow = false;  ///< May stand behind another part, at the end or in the middle.
  std::uint8_t lemma_count = 0;
  std::array<std::uint32_t, 2> lemmas{};  ///< Index into WordTable::lemmas, the surest first.
};

/// All forms that a model knows, in the order of their numbers in the automaton. A building step:
/// views point into the lexicon and the vocabulary.
class WordTable {
 public:
  /// Merges the lexicon's rows and adds the names of the vocabulary. About 0.7 s with hunspell-sv.
  WordTable(const Lexicon& lexicon, const std::vector<VocabularyWord>& vocabulary);

  const std::vector<TableWord>& words() const { return words_; }
  const std::vector<std::string_view>& lemmas() const { return lemmas_; }
  const std::vector<Arc>& arcs() const { return arcs_; }
  WordAutomaton automaton() const { return {arcs_.data(), arcs_.size()}; }
  const TableWord* find(std::string_view form) const;
  /// How many bytes of `word` a particle and the letter after it take, where the word is a particle
  /// before a known word ("på|slag"): readings with such a first part ("pås|lag") are accidents.
  std::size_t prefix_reach(std::string_view word) const;

 private:
  void merge(const Lexicon& lexicon);
  void merge_row(const LexiconForm& row);
  void add_names(const std::vector<VocabularyWord>& vocabulary);
  void number();
  void mark_parts();
  void resolve_linking_elements();
  std::optional<std::uint32_t> unlinked(std::string_view first_part) const;
  TableWord* find_mutable(std::string_view form);

  std::vector<TableWord> words_;
  std::vector<std::string_view> lemmas_;
  std::vector<Arc> arcs_;
  std::vector<std::string_view> prefixes_;
};

}  // namespace pressarkiv
