// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/document_tokens.h"
#include "indexer/extract/person_finder.h"
#include "indexer/extract/role_phrase.h"

namespace pressarkiv::extract {

/// One role that the release gives a person, and how plainly.
struct FoundRole {
  std::string role;
  std::string base;  ///< Lower case, indefinite form: what "säger regionrådet" is compared with.
  std::string organisation;
  double weight = 0;  ///< How plainly it is said; the rules in role_finder.cpp give the scale.
  std::uint32_t token = 0;
};

/// What a tie of kinship weighs ("sonen"); every office weighs more.
inline constexpr double kKinWeight = 1;

/// The roles of one person, plainest first; and the party.
struct PersonRoles {
  std::vector<FoundRole> roles;
  std::string party;
};

/// The roles of each person of the table. The rules stand in role_finder.cpp.
std::vector<PersonRoles> find_roles(const Document& doc, const PersonTable& people);

/// Lower case, soft hyphens out, definite ending off: "Regionrådet" → "regionråd".
std::string role_base_text(const Document& doc, const RolePhrase& role);

}  // namespace pressarkiv::extract
