// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/extract/document_tokens.h"

namespace pressarkiv::extract {

/// An office or occupation as a phrase of tokens, and the organisation that was written with it.
struct RolePhrase {
  std::uint32_t begin = 0;  ///< The role itself: [begin, end), without owner and organisation.
  std::uint32_t end = 0;
  std::uint32_t phrase_begin = 0;  ///< With a genitive owner before it …
  std::uint32_t phrase_end = 0;    ///< … and an organisation behind it.
  std::uint32_t org_begin = 0;     ///< [org_begin, org_end): empty if none.
  std::uint32_t org_end = 0;
  bool org_genitive = false;  ///< The organisation stood as owner before the role.
};

/// The role that ends right before token `end` ("gymnasie-, högskole- och forskningsminister",
/// "tekniska nämndens ordförande", "minister för civilt försvar", "f.d. generaldirektören").
std::optional<RolePhrase> role_before(const Document& doc, std::uint32_t end);

/// The role that begins at token `begin` ("ordförande i X", "myndighetens generaldirektör",
/// "vd och koncernchef för Y"). With `open`, a single lower-case noun that no list knows counts
/// too when nothing but an organisation or the end of the clause follows ("granne,").
std::optional<RolePhrase> role_at(const Document& doc, std::uint32_t begin, bool open);

/// The role as text: lower case at the start but for names and abbreviations.
std::string role_text(const Document& doc, const RolePhrase& role);
/// The organisation as text, a genitive -s taken off; empty if none.
std::string organisation_text(const Document& doc, const RolePhrase& role);

/// A word without its genitive -s, as far as it has one ("Natos" → "Nato", "EU:s" → "EU").
std::string strip_genitive(std::string word);

}  // namespace pressarkiv::extract
