// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/reading_store.h"

#include <utility>

#include "common/digest.h"
#include "common/record/sqlite.h"

namespace pressarkiv {
namespace {

constexpr std::int64_t kApplication = 0x50414C53;  // "PALS": Pressarkivs läsningar.
constexpr std::int64_t kFormat = 1;

constexpr const char* kTables = R"sql(
CREATE TABLE maker(name TEXT NOT NULL);
CREATE TABLE reading(
  event INTEGER PRIMARY KEY,  -- version.event in record.db
  seal BLOB NOT NULL,         -- SHA-256 of the version's digest (hex), release and facts
  release BLOB NOT NULL,      -- zstd frame (common/schema/stored_release.h)
  facts BLOB NOT NULL         -- zstd frame (common/schema/stored_facts.h)
);
)sql";

/// Where SQLite's errors end. The record's advice (restore a copy) is not that of a derived file.
template <typename Work>
auto guarded(const std::string& path, Work work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const sqlite::Failure& failure) {
    const Error& error = failure.error();
    if (error.code != ErrorCode::kCorrupt && error.code != ErrorCode::kIncompatible) return error;
    return Error{error.code, path +
                                 ": damaged, or no file of readings; it holds nothing that the "
                                 "record does not: delete it and run the same command again"};
  }
}

Digest seal_of(std::string_view digest, std::string_view release, std::string_view facts) {
  Sha256 sum;
  sum.add(digest);
  sum.add(std::to_string(release.size()));
  sum.add(":");
  sum.add(release);
  sum.add(facts);
  return sum.finish();
}

void make_tables(const sqlite::Database& database) {
  database.run("BEGIN IMMEDIATE");
  database.run(kTables);
  database.run(("PRAGMA application_id = " + std::to_string(kApplication)).c_str());
  database.run(("PRAGMA user_version = " + std::to_string(kFormat)).c_str());
  database.run("COMMIT");
}

/// A file that is empty becomes one of readings; a file of something else is an error.
void prepare(const sqlite::Database& database) {
  // Not synchronous=FULL as the record: what a power failure takes is made again.
  database.run(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
      "PRAGMA journal_size_limit = 16777216");
  if (database.number("SELECT count(*) FROM sqlite_schema") == 0) return make_tables(database);
  if (database.number("PRAGMA application_id") != kApplication ||
      database.number("PRAGMA user_version") != kFormat) {
    throw sqlite::Failure(Error{ErrorCode::kIncompatible, "not a file of readings"});
  }
}

void drop_readings_of_others(const sqlite::Database& database, std::string_view maker) {
  {
    const sqlite::Statement find(database, "SELECT 1 FROM maker WHERE name = ?1");
    if (sqlite::Query(find, maker).next()) return;
  }
  database.run("BEGIN IMMEDIATE; DELETE FROM reading; DELETE FROM maker");
  const sqlite::Statement add(database, "INSERT INTO maker(name) VALUES(?1)");
  sqlite::Query(add, maker).run();
  database.run("COMMIT");
}

}  // namespace

struct ReadingStore::State {
  State(std::string file, sqlite::Database&& open_database)
      : path(std::move(file)),
        database(std::move(open_database)),
        find(database, "SELECT seal, release, facts FROM reading WHERE event = ?1"),
        keep(database,
             "INSERT OR REPLACE INTO reading(event, seal, release, facts) "
             "VALUES(?1, ?2, ?3, ?4)") {}

  std::string path;
  sqlite::Database database;
  sqlite::Statement find;
  sqlite::Statement keep;
};

ReadingStore::ReadingStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReadingStore::ReadingStore(ReadingStore&&) noexcept = default;
ReadingStore& ReadingStore::operator=(ReadingStore&&) noexcept = default;
ReadingStore::~ReadingStore() = default;

Result<ReadingStore> ReadingStore::open(const ArchiveLayout& layout, std::string_view maker) {
  const std::string path = layout.readings().string();
  return guarded(path, [&] {
    sqlite::Database database(layout.readings(), sqlite::OpenMode::kReadWrite);
    prepare(database);
    drop_readings_of_others(database, maker);
    return ReadingStore(std::make_unique<State>(path, std::move(database)));
  });
}

Result<std::optional<StoredReading>> ReadingStore::find(EventNumber event,
                                                        std::string_view digest) const {
  return guarded(state_->path, [&]() -> std::optional<StoredReading> {
    sqlite::Query row(state_->find, static_cast<std::int64_t>(event));
    if (!row.next()) return std::nullopt;
    if (row.bytes(0) != seal_of(digest, row.bytes(1), row.bytes(2)).bytes()) return std::nullopt;
    return StoredReading{std::string(row.bytes(1)), std::string(row.bytes(2))};
  });
}

Status ReadingStore::keep(EventNumber event, std::string_view digest,
                          const StoredReading& reading) {
  return guarded(state_->path, [&] {
    if (!state_->database.in_transaction()) state_->database.run("BEGIN IMMEDIATE");
    const Digest seal = seal_of(digest, reading.release, reading.facts);
    sqlite::Query(state_->keep, static_cast<std::int64_t>(event), sqlite::Blob{seal.bytes()},
                  sqlite::Blob{reading.release}, sqlite::Blob{reading.facts})
        .run();
    return Done{};
  });
}

Status ReadingStore::commit() {
  return guarded(state_->path, [&] {
    if (state_->database.in_transaction()) state_->database.run("COMMIT");
    return Done{};
  });
}

Result<std::uint64_t> ReadingStore::count() const {
  return guarded(state_->path, [&] {
    return static_cast<std::uint64_t>(state_->database.number("SELECT count(*) FROM reading"));
  });
}

}  // namespace pressarkiv
