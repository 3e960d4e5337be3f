// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/extract/document_tokens.h"
#include "indexer/extract/person_finder.h"
#include "indexer/extract/role_phrase.h"

namespace pressarkiv::extract {

/// A clause that names the speaker is shorter; what is longer is cut, so that reading stays linear.
inline constexpr std::uint32_t kMostClauseTokens = 120;

/// Who an attribution says is speaking, before it is resolved to a person.
enum class SubjectKind : std::uint8_t {
  kName,       ///< A mention of a known person.
  kPronoun,    ///< han, hon, hen
  kRole,       ///< "utrikesministern", "kommunens näringslivschef"
  kAnonymous,  ///< "en av eleverna", a first name that nobody else carries
};

/// The subject of an attribution.
struct Subject {
  SubjectKind kind = SubjectKind::kAnonymous;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t mention = 0;         ///< For kName: index into PersonTable::mentions.
  Gender gender = Gender::kUnknown;  ///< For kPronoun.
  RolePhrase role;                   ///< For kRole.
  bool is_definite = true;           ///< For kRole: "undersköterskan", not "undersköterska".
};

/// The subject that begins at token `i`; nullopt if there is none.
std::optional<Subject> subject_at(const Document& doc, const PersonTable& people, std::uint32_t i,
                                  std::uint32_t end);

}  // namespace pressarkiv::extract
