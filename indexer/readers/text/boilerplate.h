// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// Whether a line is spoken by someone: a dash paragraph, or one that opens with a quotation mark.
bool is_speech(std::string_view line);

/// Whether a line can be a sub-heading by its looks: short, no full stop, no bullet.
bool is_heading_like(std::string_view line);

/// Whether a line is worded like the heading of a text about the sender: "OM ALINGSÅS", "Om oss",
/// "Det här är X". A sub-heading of the news may be worded so too.
bool is_boilerplate_heading(std::string_view line);

/// Whom such a heading names: "ALINGSÅS" of "OM ALINGSÅS", "X" of "Kort om X" and "X i korthet"; ""
/// for "Om oss" and for all other lines.
std::string boilerplate_subject(std::string_view heading);

/// Marks the standing text at the end of a release, heading first. Labels, contacts, date lines
/// and end marks have been marked before. `sender` is what is known of the sender, or "".
void take_boilerplate(Document& document, std::size_t from, std::string_view sender);

}  // namespace pressarkiv::text
