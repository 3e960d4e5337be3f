// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/vocabulary/vocabulary.h"
#include "query/expansion/expansion.h"
#include "query/expansion/expansion_weights.h"

namespace pressarkiv {

/// What is searched for one word of the query: its forms, the compounds that hold it, and, where
/// it is a compound itself, its parts. Works the answer out from the archive's own vocabulary, once
/// for each word.
class WordExpander {
 public:
  /// All must outlive the expander.
  WordExpander(const Vocabulary& vocabulary, Analyzer& analyzer, const ExpansionLayers& layers,
               const ExpansionWeights& weights)
      : vocabulary_(vocabulary), analyzer_(analyzer), layers_(layers), weights_(weights) {}

  /// Whether the archive has the word in any form.
  bool is_known(std::string_view form) const;
  /// Releases with any form of the word; a form in several releases counts several times.
  std::uint64_t frequency(std::string_view form) const;
  /// The word in all its forms, itself included even where the archive lacks it.
  TermGroup forms(std::string_view form);
  /// The word's forms and the compounds with it.
  TermGroup forms_and_compounds(std::string_view form);
  /// The alternatives for one word, each weight multiplied by `scale`.
  std::vector<Alternative> expand(std::string_view form, double scale = 1);

 private:
  using Groups = std::map<std::string, TermGroup, std::less<>>;

  TermGroup group_of(std::string_view form, std::vector<VocabularyFormView> forms);
  TermGroup find_forms(std::string_view form);
  TermGroup find_forms_and_compounds(std::string_view form);
  void add_parts(std::string_view form, double scale, std::vector<Alternative>& alternatives);

  const Vocabulary& vocabulary_;
  Analyzer& analyzer_;
  const ExpansionLayers& layers_;
  const ExpansionWeights& weights_;
  // What was asked before: a word's parts, corrections and synonyms come to the same words.
  Groups forms_;
  Groups with_compounds_;
};

}  // namespace pressarkiv
