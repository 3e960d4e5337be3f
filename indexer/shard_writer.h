// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/indexed_document.h"

namespace pressarkiv {

/// Writes one shard of a bulk build: a Xapian database that is merged with others and thrown away.
class ShardWriter {
 public:
  ShardWriter() = default;
  virtual ~ShardWriter() = default;
  ShardWriter(const ShardWriter&) = delete;
  ShardWriter& operator=(const ShardWriter&) = delete;

  /// Document numbers ascend, from 1 at least.
  virtual void add(std::uint32_t docid, const IndexedDocument& document) = 0;
  /// Writes what is not written yet. The terms' table may be cleared afterwards.
  virtual void finish() = 0;
};

}  // namespace pressarkiv
