// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/schema/content_table.h"
#include "query/search/index_reader.h"
#include "query/themes/duplicate_list.h"

namespace pressarkiv {

/// The near-duplicates that the index knows of. May throw Xapian::Error.
DuplicateList list_duplicates(const IndexReader& index, const ContentTable& table);

}  // namespace pressarkiv
