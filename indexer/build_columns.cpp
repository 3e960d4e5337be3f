// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build_columns.h"

#include <algorithm>
#include <utility>

namespace pressarkiv {

void BuildColumns::note(std::size_t shard, ShardColumns columns) {
  const std::lock_guard lock(mutex_);
  shards_.resize(std::max(shards_.size(), shard + 1));
  shards_[shard] = std::move(columns);
}

ColumnDirectory BuildColumns::release_directory() const {
  ColumnDirectory directory;
  for (const ShardColumns& shard : shards_) {
    directory.blocks.insert(directory.blocks.end(), shard.releases.begin(), shard.releases.end());
  }
  return directory;
}

ColumnDirectory BuildColumns::quote_directory() const {
  ColumnDirectory directory;
  std::uint32_t before = 0;
  for (const ShardColumns& shard : shards_) {
    for (BlockPlace block : shard.quotes) {
      block.base = before;
      block.first += before;
      block.last += before;
      directory.blocks.push_back(block);
    }
    before += shard.quote_count;
  }
  return directory;
}

}  // namespace pressarkiv
