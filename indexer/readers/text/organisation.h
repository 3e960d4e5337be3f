// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv::text {

/// Whether a word is or ends with a word for a body that issues releases: "kommun",
/// "Handelsstadsförbundet", "Bruksarvet"? no, "AB" yes.
bool is_organisation_word(std::string_view word);
/// The same without the words that may be part of a family or place name ("Berg", "Stift").
bool is_strong_organisation_word(std::string_view word);

/// Whether a line can be the name of an organisation and nothing else: up to 7 words, each with a
/// capital or a small link ("i", "och"), no sentence mark.
bool is_name_like(std::string_view line);
/// is_name_like, and one of its words says that it is an organisation.
bool is_organisation_like(std::string_view line);

/// An organisation named in running text.
struct NamedOrganisation {
  std::string name;
  std::size_t begin = 0;  ///< Offset in the text.
};

/// Organisations whose names show that they are some: "Ulricehamns kommun", "Föreningen
/// Sundsloppet", "Länsstyrelsen i Värmlands län", "Norrlod Energi AB (publ)". Linear.
std::vector<NamedOrganisation> find_organisations(std::string_view text);

/// `name` as the text spells it, capitals and small letters apart: "SANDAHLS SÅG" → "Sandahls Såg".
/// "" where it does not occur as whole words. `lowered` is lower(text).
std::string spelling_in(std::string_view text, std::string_view name);

}  // namespace pressarkiv::text
