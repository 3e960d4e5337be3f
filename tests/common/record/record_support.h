// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/record/record_store.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv::test {

inline constexpr const char* kNow = "2025-06-01T10:00:00Z";

/// A new archive folder that is removed in the end.
struct TempArchive {
  TempDir folder;
  ArchiveLayout layout{folder.path() / "arkiv"};

  RecordStore writer() const { return take(RecordStore::open_for_writing(layout)); }
  RecordStore reader() const { return take(RecordStore::open_for_reading(layout)); }

  static RecordStore take(Result<RecordStore> record) {
    if (!record) throw std::runtime_error(record.error().message);
    return std::move(*record);
  }
};

/// A source that is one release.
inline Arrival whole(std::string_view id, std::string_view bytes, std::string_view path = "a.txt") {
  return {id, bytes, {0, bytes.size()}, path, id, "text", ""};
}

inline PutOutcome put(RecordStore& record, const Arrival& arrival) {
  const Result<PutOutcome> outcome = record.put(arrival, kNow);
  if (!outcome) throw std::runtime_error(outcome.error().message);
  return *outcome;
}

inline std::vector<std::string> problems(const RecordStore& record) {
  std::vector<std::string> found;
  const Result<std::uint64_t> count =
      record.verify([&found](const std::string& problem) { found.push_back(problem); }, {});
  if (!count) throw std::runtime_error(count.error().message);
  CHECK(*count == found.size());
  return found;
}

/// Runs SQL on the file itself, as somebody with the sqlite3 shell would; the first column of all
/// rows, a line each.
inline std::string run_sql(const ArchiveLayout& layout, const std::string& sql) {
  sqlite3* database = nullptr;
  std::string rows;
  char* message = nullptr;
  const auto append = [](void* out, int columns, char** values, char**) {
    if (columns > 0) {
      *static_cast<std::string*>(out) += std::string(values[0] ? values[0] : "NULL") + "\n";
    }
    return 0;
  };
  const bool done = sqlite3_open(layout.record().c_str(), &database) == SQLITE_OK &&
                    sqlite3_exec(database, sql.c_str(), append, &rows, &message) == SQLITE_OK;
  const std::string error = message != nullptr ? message : "";
  sqlite3_free(message);
  sqlite3_close(database);
  if (!done) throw std::runtime_error("sql: " + error);
  return rows;
}

/// Takes the guard off a table first.
inline void tamper(const ArchiveLayout& layout, const std::string& table, const std::string& sql) {
  run_sql(layout,
          "DROP TRIGGER " + table + "_no_UPDATE; DROP TRIGGER " + table + "_no_DELETE; " + sql);
}

}  // namespace pressarkiv::test
