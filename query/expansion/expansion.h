// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "query/expansion/shared_words.h"

namespace pressarkiv {

/// Why a word that was not typed is searched too.
enum class ExpansionReason : std::uint8_t {
  kForms,      ///< The word itself in all its forms.
  kCompounds,  ///< The word and the compounds that hold it.
  kParts,      ///< All parts of a compound, apart.
  kOnePart,    ///< One part of a compound.
  kSpelling,   ///< What was probably meant by an unknown spelling.
  kJoined,     ///< Neighbours written as one: "el pris" → "elpris".
  kDivided,    ///< Words run together: "civiltförsvar" → "civilt försvar".
  kSynonym,    ///< Another word for the same, an abbreviation, or what one stands for.
  kPlaces,     ///< Places inside the place.
};

/// Index terms of which any will do.
struct TermGroup {
  SharedWords terms;  ///< Ascending, not empty.
  /// In every other release: looked for beside its neighbours only.
  bool common = false;
  SharedWords shown;  ///< Words for people, the most frequent first; some of them.
};

/// One way to meet a concept: a release with a term of every group.
struct Alternative {
  ExpansionReason reason = ExpansionReason::kForms;
  double weight = 1;  ///< Relative to the typed word itself.
  std::vector<TermGroup> all;
  bool adjacent = false;  ///< The groups' words stand side by side, in this order.
};

/// Whether an alternative is about parts of the word, which say less than the word.
inline bool is_of_parts(const Alternative& alternative) {
  return alternative.reason == ExpansionReason::kParts ||
         alternative.reason == ExpansionReason::kOnePart;
}

/// One typed word, or several that make one, with everything that is searched for it.
struct Concept {
  std::string typed;
  std::vector<Alternative> alternatives;
};

/// Which layers of a search are on. All are; a user can switch each off for one query.
struct ExpansionLayers {
  bool forms = true;      ///< Lemmas beyond the Snowball stem.
  bool compounds = true;  ///< Parts and compounds.
  bool spelling = true;   ///< Slips of typing, joined and divided words.
  bool synonyms = true;
  bool places = true;

  bool operator==(const ExpansionLayers&) const = default;
  static ExpansionLayers none() { return {false, false, false, false, false}; }
};

}  // namespace pressarkiv
