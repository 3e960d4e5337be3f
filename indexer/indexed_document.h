// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/columns/column_block.h"
#include "common/little_endian.h"

namespace pressarkiv {

/// A document as the index takes it: its terms (and the date it is sorted by) for Xapian, all else
/// for the columns.
struct IndexedDocument {
  Xapian::Document document;
  std::vector<ColumnValue> columns;
};

/// The value of Column::kLength.
inline std::string encode_length(std::uint32_t length) {
  std::string bytes(4, 0);
  write_little_endian<4>(bytes.data(), length);
  return bytes;
}

}  // namespace pressarkiv
