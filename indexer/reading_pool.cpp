// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading_pool.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/reader_registry.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kQueuedSources = 1024;  // Above what callers keep pending; never blocks.

/// Thrown through a reader whose releases nobody wants any more.
struct NobodyWaits {};

}  // namespace

std::optional<Result<ReadRelease>> SourceInReading::next() {
  if (emptying_.empty()) {
    auto chunk = chunks_.pop();
    if (!chunk && failure_) std::rethrow_exception(failure_);
    if (!chunk) return std::nullopt;
    emptying_ = std::move(*chunk);
    std::reverse(emptying_.begin(), emptying_.end());
  }
  Result<ReadRelease> release = std::move(emptying_.back());
  emptying_.pop_back();
  return release;
}

void SourceInReading::read(const ReadOptions& options) {
  try {
    read_source(content_.bytes(), file_.path, file_.default_id, options,
                [this](Result<ReadRelease> found) {
                  filling_.push_back(std::move(found));
                  if (filling_.size() == kChunk) hand_over();
                });
    if (!filling_.empty()) hand_over();
  } catch (const NobodyWaits&) {
    filling_.clear();
  } catch (...) {
    failure_ = std::current_exception();
  }
  chunks_.close();
}

void SourceInReading::hand_over() {
  if (!chunks_.push(std::exchange(filling_, {}))) throw NobodyWaits();
}

ReadingPool::ReadingPool(unsigned threads, const ReadOptions& options)
    : options_(options), workers_(threads, kQueuedSources) {}

ReadingPool::~ReadingPool() {
  for (const std::weak_ptr<SourceInReading>& open : open_) {
    if (const auto source = open.lock()) source->chunks_.close();
  }
}

std::shared_ptr<SourceInReading> ReadingPool::read(SourceFile file, SourceContent content) {
  auto source = std::make_shared<SourceInReading>(std::move(file), std::move(content));
  std::erase_if(open_, [](const auto& open) { return open.expired(); });
  open_.push_back(source);
  // The task shares the source: it must outlive the reading even where nobody takes it.
  workers_.run([source, &options = options_] { source->read(options); });
  return source;
}

}  // namespace pressarkiv
