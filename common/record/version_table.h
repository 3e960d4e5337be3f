// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "common/byte_range.h"
#include "common/record/record_store.h"
#include "common/record/source_store.h"
#include "common/record/sqlite.h"

namespace pressarkiv {

/// A version with everything but its bytes, and where those lie.
struct VersionRow {
  StoredVersion version;
  StoredSource source;
  ByteRange range;
};

/// Versions by the event that brought them.
class VersionTable {
 public:
  explicit VersionTable(const sqlite::Database& database);

  /// nullopt where there is none, or where something that it refers to is missing.
  std::optional<VersionRow> find(EventNumber event) const;

 private:
  sqlite::Statement find_;
};

}  // namespace pressarkiv
