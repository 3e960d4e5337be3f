// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_factory.h"

#include "indexer/xapian_shard.h"

namespace pressarkiv {

std::unique_ptr<ShardWriter> ShardFactory::make(const std::filesystem::path& folder,
                                                const TermTable& terms) const {
  return std::make_unique<XapianShard>(folder, term_lists_, terms);
}

// Memory measured on releases of 2 kB and of 230 kB (peak of `rebuild` at several sizes of shards).
ShardLimits ShardFactory::limits() const { return {XapianShard::kMostDocuments, 16384, 15}; }

}  // namespace pressarkiv
