// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <future>
#include <string>
#include <thread>
#include <vector>

#include "common/bounded_queue.h"
#include "common/byte_range.h"
#include "common/result.h"
#include "indexer/encoding.h"
#include "indexer/readers/reader.h"
#include "indexer/source_walker.h"

namespace pressarkiv {

/// What the record needs to know of a release that a source holds.
struct FoundRelease {
  std::string id;
  ByteRange raw;       ///< Its own bytes in the source.
  std::string format;  ///< "text", "markdown", "jsonl".
  Encoding encoding = Encoding::kUtf8;
  std::vector<std::string> notes;
};

/// A source with the releases that were found in it, in their order.
struct ReadSource {
  SourceFile file;
  std::string bytes;
  std::vector<Result<FoundRelease>> releases;
};

/// Threads that read sources. A future's source is ready when its last release was found.
class ReadingPool {
 public:
  /// `threads` 0: as many as the machine has cores. `options` must outlive the pool.
  ReadingPool(unsigned threads, const ReadOptions& options);
  ~ReadingPool();
  ReadingPool(const ReadingPool&) = delete;
  ReadingPool& operator=(const ReadingPool&) = delete;

  std::future<ReadSource> read(SourceFile file, std::string bytes);

 private:
  using Task = std::packaged_task<ReadSource()>;

  const ReadOptions& options_;
  BoundedQueue<Task> queue_;
  std::vector<std::thread> workers_;
};

}  // namespace pressarkiv
