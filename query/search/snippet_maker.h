// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/release.h"
#include "query/search/highlighter.h"
#include "query/search/search_result.h"

namespace pressarkiv {

/// The passages that show best why a release matched: whole sentences where they fit, the one with
/// the rarest and most various matches first, a second one if it shows something that the first
/// does not. Lead and body are looked at, the boilerplate only where the query asks for it.
/// A release without a match in its text shows its beginning. About `max_bytes` altogether.
std::vector<Snippet> make_snippets(const Release& release, Highlighter& highlighter,
                                   const std::vector<HighlightTarget>& targets,
                                   std::uint32_t max_bytes);

}  // namespace pressarkiv
