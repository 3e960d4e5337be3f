// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/expansion/word_association.h"
#include "query/expansion/word_family.h"

namespace pressarkiv {

/// What is near the family and no part of it: derivations, then relatives; each by releases, then
/// in byte order. Relatives are found for compounds: first parts are of the same matter where one
/// begins the other ("företag", "företagar-") or where releases hold both so much more often than
/// chance has it.
std::vector<FamilyMember> word_relatives(const Vocabulary& vocabulary,
                                         const WordAssociation& association, std::string_view word);

/// A compound as the lemma of what stands before its last part, and that part as written:
/// "företagarklimat" → företagare, klimat. Empty for any other word.
struct CompoundHalves {
  std::string first;
  std::string last;
};
CompoundHalves compound_halves(const LanguageModel& model, std::string_view word);

}  // namespace pressarkiv
