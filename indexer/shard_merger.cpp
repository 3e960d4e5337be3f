// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_merger.h"

#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/writable_index.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostAtOnce = 1000;
constexpr std::size_t kFilesForTheRest = 64;  // Record, readings, what the program itself has open.
constexpr std::size_t kFilesOfShard = 4;      // Two in each of two merges side by side.

void merge(const std::vector<fs::path>& shards, const fs::path& target, MergedIds ids) {
  {
    Xapian::Database all;
    for (const fs::path& shard : shards) all.add_database(Xapian::Database(shard.string()));
    all.compact(target.string(), ids == MergedIds::kKeep ? Xapian::DBCOMPACT_NO_RENUMBER : 0);
  }
  for (const fs::path& shard : shards) fs::remove_all(shard);
}

/// Merges neighbours until no more than `at_once` are left.
std::vector<fs::path> merge_neighbours(const fs::path& parts, std::vector<fs::path> shards,
                                       MergedIds ids, std::size_t at_once) {
  for (int round = 0; shards.size() > at_once; ++round) {
    const std::size_t groups = (shards.size() + at_once - 1) / at_once;
    std::vector<fs::path> merged;
    for (std::size_t group = 0; group < groups; ++group) {
      const auto at = [&](std::size_t number) {
        return shards.begin() + static_cast<std::ptrdiff_t>(number * shards.size() / groups);
      };
      merged.push_back(parts / (std::to_string(group) + "-" + std::to_string(round)));
      merge({at(group), at(group + 1)}, merged.back(), ids);
    }
    shards = std::move(merged);
  }
  return shards;
}

}  // namespace

std::size_t most_shards_at_once() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return kMostAtOnce;
  const std::size_t files = std::max<std::size_t>(limit.rlim_cur, kFilesForTheRest);
  return std::clamp<std::size_t>((files - kFilesForTheRest) / kFilesOfShard, 2, kMostAtOnce);
}

void merge_shards(const fs::path& parts, std::size_t count, const fs::path& target, MergedIds ids,
                  std::size_t at_once) {
  if (count == 0) {
    WritableIndex empty(target.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
    empty->commit();
    return;
  }
  std::vector<fs::path> shards;
  for (std::size_t i = 0; i < count; ++i) shards.push_back(parts / std::to_string(i));
  merge(merge_neighbours(parts, std::move(shards), ids, at_once), target, ids);
}

}  // namespace pressarkiv
