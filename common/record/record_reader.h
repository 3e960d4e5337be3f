// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/digest.h"
#include "common/record/record_store.h"
#include "common/record/source_store.h"
#include "common/record/sqlite.h"
#include "common/record/version_table.h"

namespace pressarkiv {

/// The reading half of RecordStore. Throws sqlite::Failure.
class RecordReader {
 public:
  RecordReader(const sqlite::Database& database, SourceStore& sources);

  EventNumber last_event() const;
  RecordCounts counts() const;
  StoredVersion current(std::string_view release_id) const;
  std::vector<StoredVersion> versions(std::string_view release_id) const;
  void each_current(EventNumber since, const std::function<bool(StoredVersion&&)>& visit) const;
  std::string bytes_of(EventNumber event) const;
  std::uint64_t count_changed(EventNumber since) const;
  std::string source(std::string_view source_digest) const;

 private:
  /// Events of all versions, oldest first; throws kNotFound where the release is unknown.
  std::vector<EventNumber> events_of(std::string_view release_id) const;
  StoredVersion load(EventNumber event) const;
  VersionRow row_of(EventNumber event) const;
  std::string bytes_at(const VersionRow& row) const;

  const sqlite::Database& database_;
  SourceStore& sources_;
  VersionTable table_;
};

}  // namespace pressarkiv
