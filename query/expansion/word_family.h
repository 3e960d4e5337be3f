// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/vocabulary/vocabulary.h"

namespace pressarkiv {

enum class FamilyRelation : std::uint8_t {
  kInflection,  ///< A form of the word itself.
  kCompound,    ///< A compound, or what is derived from one, in which the word is a part.
};
/// "böjning", "sammansättning".
std::string_view relation_name(FamilyRelation relation);

struct FamilyMember {
  std::string form;
  std::uint64_t releases = 0;  ///< That hold just this form.
  FamilyRelation relation = FamilyRelation::kInflection;
};

/// The forms of the archive that belong to the family of a word (folded, lower case): what a theme
/// is written with. Inflections first, then compounds; each by releases, then in byte order.
std::vector<FamilyMember> word_family(const Vocabulary& vocabulary, std::string_view word);

}  // namespace pressarkiv
