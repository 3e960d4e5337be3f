// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/language/lexer.h"
#include "query/language/notes.h"

namespace pressarkiv {

/// Leaves out, with a note each, what has nothing to apply to: operators without an operand on a
/// side where they need one, groups without content, and the fields and signs before those.
/// Afterwards every AND, OR, NEAR and ADJ stands between two operands (AND and OR also before a
/// NOT), every NOT, sign and field before one, and no group is empty. A query of operators alone
/// is words: "OCH" → "och". O(tokens).
std::vector<QueryToken> keep_meaningful(std::vector<QueryToken> tokens, QueryNotes& notes);

}  // namespace pressarkiv
