// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/vocabulary/vocabulary.h"
#include "query/expansion/word_association.h"

namespace pressarkiv {

enum class FamilyRelation : std::uint8_t {
  kInflection,  ///< A form of the word itself.
  kCompound,    ///< A compound, or what is derived from one, in which the word is a part.
  kDerivation,  ///< Derived from the word alone: "brottslighet" of "brott".
  kRelative,    ///< A compound with the same last part and a first part of the same matter:
                ///< "näringslivsklimat" of "företagarklimat".
  kExpression,  ///< The two parts of a compound as an expression: "klimat för företagare".
  kAdded,       ///< What the user adds.
};
/// "böjning", "sammansättning", "avledning", "närliggande", "uttryck", "tillagd".
std::string_view relation_name(FamilyRelation relation);

struct FamilyMember {
  std::string form;
  std::uint64_t releases = 0;  ///< That hold just this form.
  FamilyRelation relation = FamilyRelation::kInflection;
};

/// By relation, then by releases, then in byte order.
void sort_members(std::vector<FamilyMember>& members);

/// Two words are of the same matter where both stand in the same releases so much more often than
/// chance has it (WordAssociation). A noun behind a particle belongs to the family of its last part
/// only then ("förskola" and "skola": .57; "utbrott" and "brott": .10).
inline constexpr double kSameMatter = 0.3;

/// A family as its user wants it: "skola -högskola +lärosäte". All folded, lower case.
struct FamilySpec {
  std::string word;
  std::vector<std::string> without;  ///< Taken out with their whole families.
  std::vector<std::string> with;     ///< Taken in with their own forms.
};

/// Reads a family as it is typed. `single_word` gives the folded form of a piece that is one word
/// for the analyzer, "" for others; nullopt where a piece is none, or has no sign behind the first.
std::optional<FamilySpec> read_family_spec(
    std::string_view text, const std::function<std::string(std::string_view)>& single_word);

/// The forms of the archive that belong to the family of a word (folded, lower case): what a theme
/// is written with. Inflections first, then compounds; each by releases, then in byte order.
std::vector<FamilyMember> word_family(const Vocabulary& vocabulary,
                                      const WordAssociation& association, std::string_view word);

std::vector<FamilyMember> word_family(const Vocabulary& vocabulary,
                                      const WordAssociation& association, const FamilySpec& spec);

}  // namespace pressarkiv
