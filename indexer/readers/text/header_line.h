// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace pressarkiv::text {

/// A header line is no longer than this, in bytes.
inline constexpr std::size_t kLongestHeaderLine = 600;

/// What a line above the headline says.
struct HeaderLine {
  bool has_type = false;  ///< "PRESSMEDDELANDE", "Pressinbjudan" …
  std::string type;       ///< As written.
  std::optional<PartialDate> date;
  std::optional<PartialDate> updated;
  std::string rest;  ///< What is left: a sender, a place, or nothing.
  bool embargo = false;
  std::string title;    ///< "Rubrik: X", or a headline after "Pressmeddelande:".
  std::string subject;  ///< "Ämne: X" of a mail: the headline, where no other is found.
  std::string sender;   ///< "Avsändare: X", "Pressmeddelande från X".
};

/// The sender in such a line: "Vägverket, Borlänge" without the place, "X kommun informerar om Y"
/// without the rest.
std::string_view sender_part(std::string_view line);

/// Reads one line as a line above the headline; nullopt where it is none.
std::optional<HeaderLine> parse_header_line(std::string_view line);

/// "RÄTTELSE: …", "Korrigerad version".
bool is_correction(std::string_view line);
/// Whether it closes like a sentence.
bool has_sentence(std::string_view rest);
/// Words enough for a name of several parts ("Chalmers tekniska högskola"), no sentence.
bool is_heading_of_words(std::string_view line);

}  // namespace pressarkiv::text
