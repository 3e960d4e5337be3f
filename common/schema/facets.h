// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv {

/// What hits can be counted and filtered by. Values reach the disk: never renumber.
enum class Facet : std::uint8_t {
  kSubject = 0,       ///< Ämnen of the release.
  kCounty = 1,        ///< Län: named itself, or through a municipality in it.
  kMunicipality = 2,  ///< Kommuner of the release's own Regioner.
  kPerson = 3,        ///< People named in the metadata or the text, contacts left out.
  kPublisher = 4,     ///< Avsändare.
  kYear = 5,          ///< Year of publication.
  kKind = 6,          ///< Pressmeddelande, Artikel …
  kRegion = 7,  ///< Regioner as written, also those that are no Swedish municipality or county.
};
inline constexpr std::size_t kFacetCount = 8;

/// How users and output name a facet: the key in JSON and on the command line (English), and the
/// Swedish heading.
struct FacetName {
  Facet facet;
  std::string_view key;
  std::string_view swedish;
};
inline constexpr std::array<FacetName, kFacetCount> kFacetNames{{
    {Facet::kSubject, "subject", "Ämne"},
    {Facet::kCounty, "county", "Län"},
    {Facet::kMunicipality, "municipality", "Kommun"},
    {Facet::kPerson, "person", "Person"},
    {Facet::kPublisher, "publisher", "Avsändare"},
    {Facet::kYear, "year", "År"},
    {Facet::kKind, "kind", "Typ"},
    {Facet::kRegion, "region", "Region"},
}};
const FacetName& facet_name(Facet facet);
/// By key or Swedish heading, case-insensitive for ASCII ("subject", "ämne"); nullopt if unknown.
std::optional<Facet> find_facet(std::string_view name);

/// A facet value's number inside one index; the label lies in the index's metadata. Years are
/// their own number.
using FacetId = std::uint32_t;

/// Packs ids as fixed-width big-endian 24-bit numbers, ascending and without doubles: what a
/// facet's column holds. An id above 2^24-1 is a bug.
std::string pack_facet_ids(std::vector<FacetId> ids);
/// Calls `visit(id)` for each id in a packed value. A value of an odd size yields its whole ids.
template <typename Visit>
void each_facet_id(std::string_view packed, Visit visit) {
  for (std::size_t i = 0; i + 3 <= packed.size(); i += 3) {
    visit((static_cast<FacetId>(static_cast<unsigned char>(packed[i])) << 16U) |
          (static_cast<FacetId>(static_cast<unsigned char>(packed[i + 1])) << 8U) |
          static_cast<FacetId>(static_cast<unsigned char>(packed[i + 2])));
  }
}

}  // namespace pressarkiv
