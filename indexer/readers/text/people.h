// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/release.h"

namespace pressarkiv::text {

/// Whether it holds a telephone number: 7 to 15 digits from 0 or +, parted by blanks and - ( ).
bool has_phone(std::string_view text);
bool has_email(std::string_view text);
inline bool has_reach(std::string_view text) { return has_phone(text) || has_email(text); }
/// Whose postal address a line is: "Varbergs kommun" of "Varbergs kommun, Stortorget 1, 432 80
/// Varberg"; "" for every other line.
std::string owner_of_address(std::string_view line);
/// Whether it holds an address of the web.
bool has_link(std::string_view text);

/// A word for an office, as it stands before a name: "presschef", "Ordförande".
bool is_office_word(std::string_view word);

/// The person named in a piece of a contact line, without a title before it or a party after it:
/// "kommunikationschef Niklas Vretblad" → "Niklas Vretblad"; "" where the piece is no person.
std::string person_in(std::string_view piece);

/// The people of one contact line or sentence ("Eva Moe, hydrolog, 054-39 06 18, eller Stina
/// Ödmark, länsråd"), each with the rest of what is said about them.
std::vector<Contact> people_in_contact_line(std::string_view line);

}  // namespace pressarkiv::text
