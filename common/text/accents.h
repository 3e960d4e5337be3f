// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pressarkiv {

/// Folds accents and foreign letters to what a Swede would type, å ä ö kept: é→e, ü→u, ł→l, đ→d,
/// ß→ss; ø→ö and æ→ä, which Swedish sorts as the same letters. Keeps case. `text` is NFC; invalid
/// UTF-8 is kept as it is. Folding twice is folding once.
std::string fold_accents(std::string_view text);

/// The same, replacing `out`, which keeps its memory.
void fold_accents(std::string_view text, std::string& out);

/// False if folding would change nothing, which holds for nearly all Swedish words; may be true
/// for some others too. O(bytes), no allocation.
bool may_have_accents(std::string_view text);

}  // namespace pressarkiv
