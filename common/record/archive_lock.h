// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "common/record/archive_layout.h"
#include "common/result.h"

namespace pressarkiv {

/// The right to write to an archive: one holder at a time, given back when the object dies or the
/// process ends, however it ends (flock on ARCHIVE/lock). Makes the archive folder where missing.
class ArchiveLock {
 public:
  /// Waits up to `timeout` for the lock, then fails with kLocked and a message that names the
  /// holder (`holder` is what this process would be called: "pressarkiv-index add, pid 4711 on
  /// host, since 2025-06-01T10:00:00Z").
  static Result<ArchiveLock> acquire(const ArchiveLayout& layout, const std::string& holder,
                                     std::chrono::milliseconds timeout);

  ArchiveLock(ArchiveLock&& other) noexcept;
  ArchiveLock& operator=(ArchiveLock&& other) noexcept;
  ~ArchiveLock();

 private:
  explicit ArchiveLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace pressarkiv
