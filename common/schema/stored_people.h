// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/facts.h"

namespace pressarkiv {

/// What an index keeps of one person of a release: enough for pages about people and for roles by
/// date, without the release's text.
struct StoredPerson {
  std::string name;                ///< Fullest form.
  std::vector<std::string> names;  ///< Other forms with a first name; never surnames alone.
  std::string role;
  std::vector<std::string> other_roles;
  std::string organisation;
  std::string party;
  bool is_contact = false;     ///< Named in the contact block *only*.
  std::uint32_t mentions = 0;  ///< Outside the contact block.
  std::uint32_t quotes = 0;    ///< Quotes of this person in the release.
  bool operator==(const StoredPerson&) const = default;
};

/// The people of a release as they are kept.
std::vector<StoredPerson> stored_people(const Facts& facts);

/// Column::kPeople: the number of people, then each one's fields in the order above.
std::string encode_people(const std::vector<StoredPerson>& people);
/// Damaged bytes decode to what could be read of them.
std::vector<StoredPerson> decode_people(std::string_view encoded);

}  // namespace pressarkiv
