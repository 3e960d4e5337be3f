// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/search/index_reader.h"
#include "query/search/search_result.h"

namespace pressarkiv {

/// Counts the values of one facet over matching releases, exactly. `docids` ascending. Walks the
/// facet's column, 15 ns a match where most match; labels only for what is shown.
FacetCounts count_facet(const IndexReader& index, Facet facet,
                        const std::vector<Xapian::docid>& docids, std::uint32_t max_values);

}  // namespace pressarkiv
