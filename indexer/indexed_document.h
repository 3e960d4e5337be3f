// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "common/columns/column_block.h"

namespace pressarkiv {

/// A document as the index takes it: its terms (and the date it is sorted by) for Xapian, all else
/// for the columns.
struct IndexedDocument {
  Xapian::Document document;
  std::vector<ColumnValue> columns;
};

}  // namespace pressarkiv
