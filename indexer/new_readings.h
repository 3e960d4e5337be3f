// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <future>
#include <string>

#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/release.h"
#include "common/result.h"
#include "indexer/extract/extractor.h"
#include "indexer/worker_pool.h"

namespace pressarkiv {

/// Extracts from releases that come into the record, by several threads, and keeps their readings.
/// Not thread-safe: one thread adds.
class NewReadings {
 public:
  /// `threads` 0: as many as the machine has cores. `store` must outlive this.
  NewReadings(ReadingStore& store, unsigned threads);

  /// Waits while too many releases are under way.
  Status add(const NewVersion& version, Release release);
  /// Makes what is done so far durable.
  Status commit() { return store_.commit(); }
  /// Waits for what is under way, too.
  Status finish();

 private:
  struct Pending {
    NewVersion version;
    std::uint64_t bytes = 0;
    std::future<StoredReading> reading;
  };

  Status keep_oldest();

  ReadingStore& store_;
  const Extractor extractor_;
  std::deque<Pending> pending_;
  std::uint64_t pending_bytes_ = 0;
  WorkerPool workers_;  // Last: its threads use what stands above.
};

}  // namespace pressarkiv
