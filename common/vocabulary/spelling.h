// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pressarkiv {

/// What is left of a word form when typing slips with å ä ö do not count: å, ä → a, ö → o
/// ("äldreomsorg" → "aldreomsorg"). The form is folded already (fold_accents).
std::string spelling_skeleton(std::string_view form);

/// How far apart two words are as slips of typing, in hundredths of an edit: insert, delete,
/// replace and swap of neighbours (optimal string alignment over characters) cost 100, but
/// å ä ö written without their marks 30, a letter doubled or not 60, and an edit of the first
/// letter 50 more, as slips seldom begin a word. Gives up with a value above `limit` as soon as
/// that is certain. O(|a|·|b|).
unsigned typing_distance(std::string_view a, std::string_view b, unsigned limit);

}  // namespace pressarkiv
