// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/search/compiled_query.h"
#include "query/search/search_result.h"

namespace pressarkiv {

/// What a hit's score is made of: each typed word, the bonus for all of them, for their nearness,
/// and the rest (what it has in common with the best hits, and the parts of the query that are not
/// free words). Parts of less than a hundredth are left out.
std::vector<ScorePart> score_parts(const ScoreSteps& steps, Xapian::docid document, double score);

}  // namespace pressarkiv
