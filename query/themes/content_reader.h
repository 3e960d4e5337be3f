// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/result.h"
#include "common/schema/content_table.h"
#include "query/search/index_reader.h"

namespace pressarkiv {

/// The content table of an index, read whole. kCorrupt where its bytes are damaged. May throw
/// Xapian::Error. About 30 ns a release.
Result<ContentTable> read_content_table(const IndexReader& index);

}  // namespace pressarkiv
