// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/marked_text.h"

namespace pressarkiv {

/// Whether a text holds HTML elements that part or mark text (<p>, <br>, <h2>, <strong> …). A lone
/// "<" or an address in angle brackets is not that.
bool looks_like_html(std::string_view text);

/// HTML to lines: headings, list items, paragraphs, the cells of a table row parted by " | ".
/// Line breaks (<br>) begin a line, two of them a paragraph. Scripts, styles and comments go. Takes
/// any bytes; must be UTF-8 to be read right. Elements nested deeper than 250 are taken as text
/// with the tags cut out. Uses libxml2's tolerant parser, which is linear up to that depth.
MarkedText parse_html(std::string_view html);

/// A short text that may hold HTML ("Ny <em>park</em> i Å &amp; Ö") as one line.
std::string plain_line(std::string_view text);

/// The character that an entity means ("amp", "#8211", "#x2013"), in UTF-8; "" if there is none.
std::string entity(std::string_view name);

}  // namespace pressarkiv
