// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/columns/column_block.h"
#include "common/little_endian.h"
#include "indexer/document_terms.h"

namespace pressarkiv {

/// A document as the index takes it: its terms (and the date it is sorted by) for Xapian, all else
/// for the columns.
struct IndexedDocument {
  std::vector<DocumentTerm> terms;  ///< Each once, in no order; numbers of the builder's table.
  std::string date;                 ///< The value of kDateSlot; empty where unknown.
  std::vector<ColumnValue> columns;
};

/// The value of Column::kLength.
inline std::string encode_length(std::uint32_t length) {
  std::string bytes(4, 0);
  write_little_endian<4>(bytes.data(), length);
  return bytes;
}

}  // namespace pressarkiv
