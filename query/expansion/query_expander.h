// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/places/place_tree.h"
#include "query/expansion/expansion.h"
#include "query/expansion/expansion_weights.h"
#include "query/expansion/spelling_corrector.h"
#include "query/expansion/synonyms.h"
#include "query/expansion/word_expander.h"

namespace pressarkiv {

/// What expansion draws on; all must outlive it.
struct ExpansionSources {
  const Vocabulary& vocabulary;
  Synonyms& synonyms;
  PlaceTree& places;
  Analyzer& analyzer;
};

/// What free words beside each other stand for, together.
struct ExpandedQuery {
  std::vector<Concept> concepts;
  std::vector<std::string> notes;  ///< For people, in Swedish: what was searched for instead.
};

/// Turns the free words of a query into concepts: each word with its forms, compounds and parts;
/// corrected where the archive does not know it; joined with its neighbour where that is a word;
/// with other words for the same and the places inside a place.
class QueryExpander {
 public:
  QueryExpander(const ExpansionSources& sources, const ExpansionLayers& layers,
                const ExpansionWeights& weights)
      : sources_(sources),
        layers_(layers),
        weights_(weights),
        words_(sources.vocabulary, sources.analyzer, layers_, weights_),
        spelling_(sources.vocabulary) {}

  /// `forms` are the folded forms of the words in their order, function words left out.
  ExpandedQuery expand(const std::vector<std::string>& forms);

 private:
  /// The word to go on with: the correction where one is sure enough.
  /// Neighbours [first, last] that the archive has as one word.
  struct Joined {
    std::string word;
    std::size_t first = 0;
    std::size_t last = 0;
  };
  std::vector<Joined> joined_words(const std::vector<std::string>& forms) const;
  /// Which forms no release has, but one has them together with their neighbours as one word.
  std::vector<bool> pieces_of_words(const std::vector<std::string>& forms) const;
  /// Whether a word that no release has still leads to some: it is no slip of typing then.
  bool is_understood(const std::string& form, const Concept& word) const;
  std::string spelled(const std::string& form, Concept& word, ExpandedQuery& expanded);
  void join_neighbours(const std::vector<std::string>& forms, ExpandedQuery& expanded);
  void add_synonyms(const std::vector<std::string>& forms, ExpandedQuery& expanded);
  void add_places(const std::vector<std::string>& forms, ExpandedQuery& expanded);
  bool is_in_archive(const Expression& expression) const;
  Alternative in_other_words(const Expression& expression, double weight);
  void add_places_inside(const PlaceTree::Inside& inside, double weight, Concept& place);
  bool is_surely_a_place(const std::string& form) const;

  ExpansionSources sources_;
  ExpansionLayers layers_;
  ExpansionWeights weights_;
  WordExpander words_;
  SpellingCorrector spelling_;
};

}  // namespace pressarkiv
