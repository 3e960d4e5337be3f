// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace pressarkiv {

/// A word that inflects as no rule tells, with its forms ("ta": tar tog tagit …).
struct IrregularWord {
  enum class Kind : unsigned char { kNoun, kVerb, kAdjective, kPronoun };
  Kind kind = Kind::kNoun;
  std::string_view lemma;
  std::vector<std::string_view> forms;
};

/// The closed classes of data/irregular.sv.txt, in file order. Views of compiled-in text.
std::vector<IrregularWord> irregular_words();

/// Words that are never the first, never the last part of a compound, and the words that place
/// names end with: data/not_parts.sv.txt.
struct NotParts {
  std::vector<std::string_view> first;     ///< Particles, function words, prefixes.
  std::vector<std::string_view> prefixes;  ///< Those of them that are prefixes: "mikro".
  std::vector<std::string_view> last;
  std::vector<std::string_view> place;
};
NotParts not_parts();

/// The parts of compounds that the NST lexicon knows (data/README.md), for machines without a
/// Hunspell dictionary. First parts are without a linking -s, last parts with their inflections.
struct NstParts {
  std::vector<std::string_view> first;
  std::vector<std::string_view> last;
};
NstParts nst_parts();

}  // namespace pressarkiv
