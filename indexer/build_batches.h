// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/recorded_releases.h"
#include "indexer/shard_factory.h"

namespace pressarkiv {

/// The releases of one shard: a run of keys, so that the shards' docids never meet.
struct Batch {
  std::size_t number = 0;
  std::vector<RecordedRelease> releases;
};

/// Cuts the releases of a bulk build into batches. Large ones make the least work; they become
/// smaller towards the end, so that no thread has long to wait for the last one (guided
/// self-scheduling: Polychronopoulos and Kuck, IEEE Transactions on Computers C-36, 1987).
class BatchCutter {
 public:
  /// `memory` bytes at most for the releases of one batch, where they are not one alone.
  BatchCutter(const ShardLimits& limits, std::uint64_t memory, unsigned threads,
              std::uint64_t releases)
      : limits_(limits), memory_(memory), threads_(threads), left_(releases) {
    begin();
  }

  void add(RecordedRelease&& release) {
    batch_memory_ += memory_of(release);
    batch_.releases.push_back(std::move(release));
    if (left_ > 0) --left_;
  }
  bool empty() const { return batch_.releases.empty(); }
  bool is_full() const { return batch_.releases.size() >= documents_ || batch_memory_ >= memory_; }
  /// The batch so far; the next one begins.
  Batch take() {
    Batch taken = std::exchange(batch_, Batch{});
    taken.number = taken_++;
    begin();
    return taken;
  }
  /// How many were taken.
  std::size_t taken() const { return taken_; }

 private:
  static constexpr std::uint64_t kLeastDocuments = 64;
  static constexpr std::uint64_t kBatchesOfThread = 3;  // Of what is left when one begins.

  void begin() {
    documents_ = std::min(std::max(left_ / (threads_ * kBatchesOfThread), kLeastDocuments),
                          limits_.documents);
    batch_memory_ = 0;
  }
  std::uint64_t memory_of(const RecordedRelease& release) const {
    const std::uint64_t bytes =
        release.reading ? release.reading->release.size() + release.reading->facts.size()
                        : release.version.bytes.size() / 2;
    return limits_.release_memory + limits_.memory_of_byte * bytes;
  }

  ShardLimits limits_;
  std::uint64_t memory_;
  std::uint64_t threads_;
  std::uint64_t left_;
  std::uint64_t documents_ = 0;  // Of the batch at hand, at most.
  std::uint64_t batch_memory_ = 0;
  Batch batch_;
  std::size_t taken_ = 0;
};

}  // namespace pressarkiv
