// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "common/record/reading_store.h"
#include "common/record/record_store.h"

namespace pressarkiv {

/// Readings that were missing and were made on the way: by many threads, for the one that the
/// store belongs to.
class MadeReadings {
 public:
  void add(const StoredVersion& version, StoredReading reading) {
    Made made{version.event, version.digest, std::move(reading)};
    const std::lock_guard lock(mutex_);
    made_.push_back(std::move(made));
  }

  /// Puts those so far into the store and commits it.
  Status keep_in(ReadingStore& store) {
    std::vector<Made> made;
    {
      const std::lock_guard lock(mutex_);
      made.swap(made_);
    }
    for (const Made& each : made) {
      if (Status kept = store.keep(each.event, each.digest, each.reading); !kept) return kept;
    }
    return store.commit();
  }

 private:
  struct Made {
    EventNumber event = 0;
    std::string digest;
    StoredReading reading;
  };
  std::mutex mutex_;  // Guards made_.
  std::vector<Made> made_;
};

}  // namespace pressarkiv
