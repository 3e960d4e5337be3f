// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/result.h"
#include "indexer/extract/extractor.h"
#include "indexer/reading.h"

namespace pressarkiv {

/// A release as the archive holds it: its reading where there is one, else its own bytes.
struct RecordedRelease {
  StoredVersion version;                 ///< `bytes` is empty where there is a reading.
  std::optional<StoredReading> reading;  ///< nullopt: to be read again.
};

/// Calls `visit` for the current version of each release that changed after `since`, in order of
/// key, until it returns false. Without `readings` every release comes as bytes.
Status each_recorded(const RecordStore& record, const ReadingStore* readings, EventNumber since,
                     const std::function<bool(RecordedRelease&&)>& visit);

/// Restores the reading or, from the bytes, makes it anew. Fails as reread() does.
Result<Reading> reading_of(const RecordedRelease& release, const Extractor& extractor);

}  // namespace pressarkiv
