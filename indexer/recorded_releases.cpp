// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/recorded_releases.h"

#include <utility>

namespace pressarkiv {
namespace {

Result<RecordedRelease> fetch(const RecordStore& record, const ReadingStore* readings,
                              StoredVersion&& version) {
  RecordedRelease release{std::move(version), std::nullopt};
  if (readings != nullptr) {
    auto found = readings->find(release.version.event, release.version.digest);
    if (!found) return found.error();
    release.reading = std::move(*found);
  }
  if (!release.reading) {
    Result<std::string> bytes = record.bytes_of(release.version.event);
    if (!bytes) return bytes.error();
    release.version.bytes = std::move(*bytes);
  }
  return release;
}

}  // namespace

Status each_recorded(const RecordStore& record, const ReadingStore* readings, EventNumber since,
                     const std::function<bool(RecordedRelease&&)>& visit) {
  std::optional<Error> failure;
  const Status read = record.each_current(since, [&](StoredVersion&& version) {
    Result<RecordedRelease> release = fetch(record, readings, std::move(version));
    if (release) return visit(std::move(*release));
    failure = release.error();
    return false;
  });
  if (failure) return *failure;
  return read;
}

Result<Reading> reading_of(const RecordedRelease& release, const Extractor& extractor) {
  if (!release.reading) return make_reading(release.version, extractor);
  std::optional<Reading> reading = restore_reading(*release.reading);
  if (reading) return std::move(*reading);
  return Error{ErrorCode::kCorrupt,
               release.version.release_id +
                   ": its reading cannot be understood; run: pressarkiv-index rebuild --reread"};
}

}  // namespace pressarkiv
