// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/search/bm25.h"
#include "query/search/posting_cache.h"
#include "query/search/scored.h"

namespace pressarkiv {

/// The releases that hold all of these different index terms, scored by BM25: what Xapian finds for
/// them, from lists that a session has read already. nullopt where one of the lists is so much
/// longer than another that Xapian, which reads only the parts that meet, is sooner done. May throw
/// Xapian::Error.
std::optional<Scores> scores_of_all(const std::vector<std::string>& terms, PostingCache& postings,
                                    const Bm25& bm25);

}  // namespace pressarkiv
