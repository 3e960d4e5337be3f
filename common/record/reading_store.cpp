// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/reading_store.h"

#include <utility>

#include "common/digest.h"
#include "common/record/reading_place.h"
#include "common/record/reading_seal.h"
#include "common/record/sqlite.h"

namespace pressarkiv {
namespace {

constexpr std::int64_t kApplication = 0x50414C53;  // "PALS": Pressarkivs läsningar.
constexpr std::int64_t kFormat = 2;

constexpr const char* kTables = R"sql(
CREATE TABLE maker(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  identity TEXT NOT NULL  -- drawn anew with each row
);
CREATE TABLE reading(
  place INTEGER PRIMARY KEY,  -- maker.id * 2^40 + version.event in record.db
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

void make_tables(const sqlite::Database& database) {
  database.run("BEGIN IMMEDIATE");
  database.run(kTables);
  database.run(("PRAGMA application_id = " + std::to_string(kApplication)).c_str());
  database.run(("PRAGMA user_version = " + std::to_string(kFormat)).c_str());
  database.run("COMMIT");
}

/// A file that is empty becomes one of readings; a file of something else is an error.
void prepare(const sqlite::Database& database) {
  database.run(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
      "PRAGMA journal_size_limit = 16777216");
  // The side files stay, as those of the record: for readers that cannot write in the folder.
  int keep = 1;
  sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
  if (database.number("SELECT count(*) FROM sqlite_schema") == 0) return make_tables(database);
  const std::int64_t format = database.number("PRAGMA user_version");
  if (database.number("PRAGMA application_id") != kApplication || format > kFormat) {
    throw sqlite::Failure(Error{ErrorCode::kIncompatible, "not a file of readings"});
  }
  if (format == kFormat) return;
  // An older one: made again. Each may be gone already, by a run that ended between the two.
  database.run("DROP TABLE IF EXISTS reading; DROP TABLE IF EXISTS maker");
  make_tables(database);
}

struct Maker {
  std::int64_t id = 0;
  std::string identity;
};

Maker find_maker(const sqlite::Database& database, std::string_view name) {
  const sqlite::Statement find(database, "SELECT id, identity FROM maker WHERE name = ?1");
  sqlite::Query row(find, name);
  if (!row.next()) return {};
  return {row.number(0), std::string(row.bytes(1))};
}

Maker find_or_make_maker(const sqlite::Database& database, std::string_view name) {
  Maker known = find_maker(database, name);
  if (known.id != 0) return known;
  const sqlite::Statement add(
      database, "INSERT INTO maker(name, identity) VALUES(?1, lower(hex(randomblob(8))))");
  sqlite::Query(add, name).run();
  return find_maker(database, name);
}

}  // namespace

struct ReadingStore::State {
  State(std::string file, sqlite::Database&& open_database, Maker made_by)
      : path(std::move(file)),
        database(std::move(open_database)),
        maker(std::move(made_by)),
        find(database, "SELECT seal, release, facts FROM reading WHERE place = ?1"),
        keep(database,
             "INSERT OR REPLACE INTO reading(place, seal, release, facts) "
             "VALUES(?1, ?2, ?3, ?4)") {}

  std::string path;
  sqlite::Database database;
  Maker maker;
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
    Maker made_by = find_or_make_maker(database, maker);
    return ReadingStore(std::make_unique<State>(path, std::move(database), std::move(made_by)));
  });
}

Result<std::optional<StoredReading>> ReadingStore::find(EventNumber event,
                                                        std::string_view digest) const {
  return guarded(state_->path, [&]() -> std::optional<StoredReading> {
    sqlite::Query row(state_->find, reading_place(state_->maker.id, event));
    if (!row.next()) return std::nullopt;
    if (row.bytes(0) != reading_seal(digest, row.bytes(1), row.bytes(2)).bytes())
      return std::nullopt;
    return StoredReading{std::string(row.bytes(1)), std::string(row.bytes(2))};
  });
}

Status ReadingStore::keep(EventNumber event, std::string_view digest,
                          const StoredReading& reading) {
  return guarded(state_->path, [&] {
    if (!state_->database.in_transaction()) state_->database.run("BEGIN IMMEDIATE");
    const Digest seal = reading_seal(digest, reading.release, reading.facts);
    sqlite::Query(state_->keep, reading_place(state_->maker.id, event), sqlite::Blob{seal.bytes()},
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

const std::string& ReadingStore::identity() const { return state_->maker.identity; }

Status ReadingStore::drop_others() {
  return guarded(state_->path, [&] {
    const std::int64_t id = state_->maker.id;
    if (state_->database.number("SELECT count(*) FROM maker") == 1) return Done{};
    const sqlite::Statement drop(state_->database,
                                 "DELETE FROM reading WHERE place < ?1 OR place >= ?2");
    const sqlite::Statement forget(state_->database, "DELETE FROM maker WHERE id <> ?1");
    state_->database.run("BEGIN IMMEDIATE");
    sqlite::Query(drop, reading_place(id, 0), reading_place(id + 1, 0)).run();
    sqlite::Query(forget, id).run();
    state_->database.run("COMMIT");
    return Done{};
  });
}

Result<std::uint64_t> ReadingStore::count() const {
  return guarded(state_->path, [&] {
    const std::int64_t id = state_->maker.id;
    const sqlite::Statement all(state_->database,
                                "SELECT count(*) FROM reading WHERE place >= ?1 AND place < ?2");
    sqlite::Query row(all, reading_place(id, 0), reading_place(id + 1, 0));
    return row.next() ? static_cast<std::uint64_t>(row.number(0)) : 0;
  });
}

}  // namespace pressarkiv
