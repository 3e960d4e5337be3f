// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/columns/columns.h"

namespace pressarkiv {

/// Finds the repeated paragraphs and near-duplicates of all releases in `index`, those that are
/// not committed yet included, whose columns are `columns`, and writes them into its metadata as
/// the content table (common/schema/content_table.h). Depends on the releases alone, not on the
/// order in which they came. About 20 µs a release. May throw Xapian::Error.
void write_content_table(Xapian::WritableDatabase& index, const Columns& columns);

}  // namespace pressarkiv
