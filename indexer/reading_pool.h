// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/bounded_queue.h"
#include "common/result.h"
#include "indexer/readers/reader.h"
#include "indexer/source_content.h"
#include "indexer/source_walker.h"
#include "indexer/worker_pool.h"

namespace pressarkiv {

/// A source whose releases are being read: they come in their order, while the rest is still read.
/// No more than kMostWaiting lie ready at a time, so that a source of any number of releases costs
/// the memory of its content and of a few of them.
class SourceInReading {
 public:
  static constexpr std::size_t kChunk = 32;  // Handed over together: a lock for each costs more.
  static constexpr std::size_t kMostWaiting = 4 * kChunk;

  SourceInReading(SourceFile file, SourceContent content)
      : file_(std::move(file)), content_(std::move(content)) {}

  const SourceFile& file() const { return file_; }
  std::string_view bytes() const { return content_.bytes(); }

  /// Waits for the next release or refusal; nullopt after the last one. Throws what a reader threw
  /// (no memory).
  std::optional<Result<ReadRelease>> next();

 private:
  friend class ReadingPool;
  void read(const ReadOptions& options);
  void hand_over();

  SourceFile file_;
  SourceContent content_;
  BoundedQueue<std::vector<Result<ReadRelease>>> chunks_{kMostWaiting / kChunk};
  std::vector<Result<ReadRelease>> filling_;   // Of the reading thread.
  std::vector<Result<ReadRelease>> emptying_;  // Of the taking thread, the next one last.
  std::exception_ptr failure_;                 // Of the reading thread, before it closes chunks_.
};

/// Threads that read sources, in the order in which they come.
class ReadingPool {
 public:
  /// `threads` 0: as many as the machine has cores. `options` must outlive the pool.
  ReadingPool(unsigned threads, const ReadOptions& options);
  /// Ends what is being read at its next release.
  ~ReadingPool();
  ReadingPool(const ReadingPool&) = delete;
  ReadingPool& operator=(const ReadingPool&) = delete;

  /// Take the releases of sources in the order in which these were given: a thread waits where
  /// nobody takes what it has read.
  std::shared_ptr<SourceInReading> read(SourceFile file, SourceContent content);

 private:
  const ReadOptions& options_;
  std::vector<std::weak_ptr<SourceInReading>> open_;
  WorkerPool workers_;
};

}  // namespace pressarkiv
