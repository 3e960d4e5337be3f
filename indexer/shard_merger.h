// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

namespace pressarkiv {

enum class MergedIds {
  kKeep,  ///< Documents keep their numbers; those of the shards must ascend from shard to shard.
  kRenumber,  ///< Numbered anew, in the order of the shards.
};

/// How many shards this process can have open for a merge that runs beside another one: each costs
/// two files. From RLIMIT_NOFILE, and never so many that the merge loses by it.
std::size_t most_shards_at_once();

/// Merges the Xapian databases parts/0 … parts/(count - 1) into `target` by Xapian's compaction,
/// and removes them. No more than `at_once` (2 or more) are open together: where there are more,
/// neighbours are merged first. Without any shard `target` becomes an empty database. May throw
/// Xapian::Error and std::filesystem::filesystem_error.
void merge_shards(const std::filesystem::path& parts, std::size_t count,
                  const std::filesystem::path& target, MergedIds ids, std::size_t at_once);

}  // namespace pressarkiv
