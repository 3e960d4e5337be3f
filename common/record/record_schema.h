// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/record/sqlite.h"

namespace pressarkiv {

/// The format that this program writes (PRAGMA user_version). common/record/FORMAT.md describes
/// it; a change of meaning raises it.
inline constexpr std::int64_t kRecordFormat = 1;
/// PRAGMA application_id: "Prkv".
inline constexpr std::int64_t kRecordApplication = 0x50726B76;

/// What a database file is.
enum class RecordKind {
  kEmpty,   ///< Nothing in it: just made, or its maker was killed before the first commit.
  kRecord,  ///< A record of a format that this program knows.
};

/// Throws kIncompatible for the record of a newer program or the database of another one.
RecordKind record_kind(const sqlite::Database& database, const std::filesystem::path& path);
/// Makes the tables of an empty record, all or nothing.
void make_record(const sqlite::Database& database);

}  // namespace pressarkiv
