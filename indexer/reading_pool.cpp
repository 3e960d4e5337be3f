// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading_pool.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/reader_registry.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kQueuedSources = 1024;  // Above what callers keep pending; never blocks.

ReadSource read_one(SourceFile file, std::string bytes, const ReadOptions& options) {
  ReadSource source{std::move(file), std::move(bytes), {}};
  read_source(
      source.bytes, source.file.path, source.file.default_id, options,
      [&](Result<ReadRelease> found) {
        if (!found) {
          source.releases.emplace_back(found.error());
          return;
        }
        source.releases.emplace_back(FoundRelease{std::move(found->release.id), found->raw,
                                                  std::move(found->release.source_format),
                                                  found->encoding, std::move(found->notes)});
      });
  return source;
}

}  // namespace

ReadingPool::ReadingPool(unsigned threads, const ReadOptions& options)
    : options_(options), queue_(kQueuedSources) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < threads; ++i) {
    workers_.emplace_back([this] {
      while (auto task = queue_.pop()) (*task)();
    });
  }
}

ReadingPool::~ReadingPool() {
  queue_.close();
  for (std::thread& worker : workers_) worker.join();
}

std::future<ReadSource> ReadingPool::read(SourceFile file, std::string bytes) {
  Task task([this, file = std::move(file), bytes = std::move(bytes)]() mutable {
    return read_one(std::move(file), std::move(bytes), options_);
  });
  std::future<ReadSource> result = task.get_future();
  queue_.push(std::move(task));
  return result;
}

}  // namespace pressarkiv
