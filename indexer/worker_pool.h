// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <utility>
#include <vector>

#include "common/bounded_queue.h"

namespace pressarkiv {

/// Threads that run tasks in the order in which they come.
class WorkerPool {
 public:
  /// `threads` 0: as many as the machine has cores. run() waits while `queued` tasks wait.
  WorkerPool(unsigned threads, std::size_t queued) : queue_(queued) {
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < threads; ++i) {
      workers_.emplace_back([this] {
        while (auto task = queue_.pop()) (*task)();
      });
    }
  }
  /// Waits until all tasks are done.
  ~WorkerPool() {
    queue_.close();
    for (std::thread& worker : workers_) worker.join();
  }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// The future holds what the task gives, or throws what it throws.
  template <typename Work>
  auto run(Work work) -> std::future<decltype(work())> {
    std::packaged_task<decltype(work())()> task(std::move(work));
    auto result = task.get_future();
    queue_.push(std::packaged_task<void()>([task = std::move(task)]() mutable { task(); }));
    return result;
  }

 private:
  BoundedQueue<std::packaged_task<void()>> queue_;
  std::vector<std::thread> workers_;
};

}  // namespace pressarkiv
