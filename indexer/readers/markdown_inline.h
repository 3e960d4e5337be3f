// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/readers/marked_text.h"

namespace pressarkiv {

/// Addresses of reference definitions ("[ministern]: https://…") by label in lower case.
using LinkReferences = std::unordered_map<std::string, std::string>;

/// The text of a line of Markdown without its marks: emphasis, links, code, escapes, entities and
/// HTML tags, by the rules of CommonMark 0.30 as far as they say what the text is. Marks that do
/// not pair stay. "<br>" becomes a line feed. Addresses of linked files and of pictures are added
/// to `out`. Linear.
std::string markdown_line(std::string_view line, const LinkReferences& references, MarkedText& out);

}  // namespace pressarkiv
