// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/readers/marked_text.h"

namespace pressarkiv {

/// Markdown to lines: headings, list items, table rows with their cells parted by " | ", and
/// running text; block quotes and code are running text. Lines wrapped at a fixed width are joined,
/// other line breaks stay: exports write a <br> that way, and a wrongly joined line loses more than
/// a wrongly kept one. A hyphen at the left margin stays as it is, for dashes open spoken lines and
/// lists alike, and the analysis of text knows which is which. Takes any text; linear.
///
/// Line based and our own rather than md4c or cmark: an archive needs the lines, not a tree; both
/// would join the line breaks and turn spoken lines into lists, and what is left to take over from
/// them (links, emphasis, escapes) is one file (markdown_inline.cpp).
MarkedText parse_markdown(std::string_view markdown);

}  // namespace pressarkiv
