// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/release.h"
#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// Whether a line stands beside the news: the words under a picture, a link to more reading.
bool is_caption_or_link(std::string_view line);

/// Fills lead, body and blocks from the lines that are still news. The lead is the first paragraph,
/// unless someone speaks there, it is a list or a sub-heading, or nothing else follows.
void take_body(const Document& document, Release& release);

}  // namespace pressarkiv::text
