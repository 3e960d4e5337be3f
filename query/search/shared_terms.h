// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "query/search/index_memory.h"
#include "query/search/scored.h"
#include "query/search/term_names.h"
#include "query/search/weighted_terms.h"

namespace pressarkiv {

/// The theme words that two or more of these hits hold, weighed by how much of the hits they make
/// up, the better hits counting more. Counted from the token streams, as the index does it: title,
/// lead and body by their weights. In no order. May throw Xapian::Error.
std::vector<WeightedTerm> shared_terms(IndexMemory& memory, const TermNames& names,
                                       std::span<const Scored> best);

}  // namespace pressarkiv
