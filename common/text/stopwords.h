// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace pressarkiv {

/// Whether a lower-case form is one of the Swedish function words that free search passes over when
/// something else was typed too ("och", "att", "det"). Indexed all the same: phrases and +word
/// find them. The list is ours: the commonest closed-class words of press releases, without the
/// negations and the words that often carry meaning.
bool is_stopword(std::string_view form);
/// All of them, in byte order.
std::vector<std::string_view> all_stopwords();

}  // namespace pressarkiv
