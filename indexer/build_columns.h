// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "common/columns/column_directory.h"
#include "common/columns/column_file.h"
#include "common/record/generation.h"

namespace pressarkiv {

/// Where the columns of one shard lie.
struct ShardColumns {
  std::vector<BlockPlace> releases;
  std::vector<BlockPlace> quotes;
  std::uint32_t quote_count = 0;
};

/// The columns of a bulk build, which all threads write into the same two files, and in the end the
/// directories of their blocks.
class BuildColumns {
 public:
  explicit BuildColumns(const GenerationLayout& generation)
      : releases_(generation.release_columns(), 0), quotes_(generation.quote_columns(), 0) {}

  ColumnFile& releases() { return releases_; }
  ColumnFile& quotes() { return quotes_; }

  /// For several threads.
  void note(std::size_t shard, ShardColumns columns);

  ColumnDirectory release_directory() const;
  /// Quotes are numbered anew when shards are merged: each shard's behind those of the one before.
  ColumnDirectory quote_directory() const;

 private:
  ColumnFile releases_;
  ColumnFile quotes_;
  std::mutex mutex_;  // Guards what stands below.
  std::vector<ShardColumns> shards_;
};

}  // namespace pressarkiv
