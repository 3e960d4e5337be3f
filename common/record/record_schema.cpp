// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_schema.h"

#include <array>

namespace pressarkiv {
namespace {

// STRICT is left out on purpose: text columns hold paths, which may be no UTF-8.
constexpr const char* kTables = R"sql(
CREATE TABLE source(
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,   -- SHA-256 of the source as received
  size INTEGER NOT NULL,         -- bytes as received
  stored INTEGER NOT NULL,       -- bytes after compression
  first_piece INTEGER NOT NULL   -- piece.id of its first 256 KiB; the others follow
);
CREATE TABLE piece(
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL            -- one zstd frame
);
CREATE TABLE mapping(
  id INTEGER PRIMARY KEY,
  json TEXT NOT NULL UNIQUE
);
CREATE TABLE arrival(
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  path TEXT NOT NULL,            -- as the user named it
  default_id TEXT NOT NULL,      -- for releases without an id of their own
  format TEXT NOT NULL,          -- the reader that understood it
  mapping INTEGER REFERENCES mapping(id)
);
CREATE TABLE release(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);
CREATE TABLE event(
  number INTEGER PRIMARY KEY,    -- 1, 2, 3 ... without gaps
  at TEXT NOT NULL,              -- UTC, ISO 8601
  kind TEXT NOT NULL,            -- 'version'
  hash BLOB NOT NULL             -- SHA-256 of event_text.text and a line end
);
CREATE TABLE version(
  event INTEGER PRIMARY KEY REFERENCES event(number),
  release INTEGER NOT NULL REFERENCES release(key),
  number INTEGER NOT NULL,       -- 1, 2, 3 ... of this release
  arrival INTEGER NOT NULL REFERENCES arrival(id),
  first_byte INTEGER NOT NULL,   -- the release's own bytes in the source: from here
  end_byte INTEGER NOT NULL,     -- to just before here
  digest BLOB NOT NULL           -- SHA-256 of these bytes
);
CREATE INDEX version_of_release ON version(release);
)sql";

// The same text as event_text() in event_chain.cpp, for verifying without this program. Values
// are written with \\ for a backslash and \n for a line end, so that no value can forge a line.
constexpr const char* kEventTextView = R"sql(
CREATE VIEW event_text AS SELECT
  e.number AS number,
  lower(hex(e.hash)) AS hash,
  'pressarkiv event 1' || char(10) ||
  'previous ' || coalesce((SELECT lower(hex(p.hash)) FROM event p WHERE p.number = e.number - 1),
                          lower(hex(zeroblob(32)))) || char(10) ||
  'number ' || e.number || char(10) ||
  'at ' || replace(replace(e.at, '\', '\\'), char(10), '\n') || char(10) ||
  'kind ' || replace(replace(e.kind, '\', '\\'), char(10), '\n') || char(10) ||
  'release ' || r.key || ' ' || replace(replace(r.id, '\', '\\'), char(10), '\n') || char(10) ||
  'version ' || v.number || char(10) ||
  'digest ' || lower(hex(v.digest)) || char(10) ||
  'source ' || lower(hex(s.digest)) || char(10) ||
  'bytes ' || v.first_byte || ' ' || v.end_byte || char(10) ||
  'path ' || replace(replace(a.path, '\', '\\'), char(10), '\n') || char(10) ||
  'default-id ' || replace(replace(a.default_id, '\', '\\'), char(10), '\n') || char(10) ||
  'format ' || replace(replace(a.format, '\', '\\'), char(10), '\n') || char(10) ||
  'mapping ' || replace(replace(coalesce(m.json, ''), '\', '\\'), char(10), '\n') AS text
FROM event e
  JOIN version v ON v.event = e.number
  JOIN release r ON r.key = v.release
  JOIN arrival a ON a.id = v.arrival
  JOIN source s ON s.id = a.source
  LEFT JOIN mapping m ON m.id = a.mapping;
)sql";

constexpr std::array<const char*, 7> kAppendOnly{"source",  "piece",   "mapping", "arrival",
                                                 "release", "version", "event"};

/// Guards against a slip of the hand in the sqlite3 shell; the hash chain is for the rest.
void forbid_changes(const sqlite::Database& database, const std::string& table) {
  for (const std::string verb : {"UPDATE", "DELETE"}) {
    std::string sql = "CREATE TRIGGER ";
    sql.append(table).append("_no_").append(verb).append(" BEFORE ").append(verb);
    sql.append(" ON ").append(table);
    sql.append(" BEGIN SELECT raise(ABORT, 'the record is append-only'); END");
    database.run(sql.c_str());
  }
}

}  // namespace

RecordKind record_kind(const sqlite::Database& database, const std::filesystem::path& path) {
  const std::int64_t application = database.number("PRAGMA application_id");
  const std::int64_t format = database.number("PRAGMA user_version");
  if (application == kRecordApplication && format == kRecordFormat) return RecordKind::kRecord;
  if (application == kRecordApplication) {
    throw sqlite::Failure(
        Error{ErrorCode::kIncompatible,
              path.string() + ": was written by a newer version: it has record format " +
                  std::to_string(format) + ", this program knows " + std::to_string(kRecordFormat) +
                  "; upgrade the program, the record was left as it is"});
  }
  if (database.number("SELECT count(*) FROM sqlite_schema") == 0) return RecordKind::kEmpty;
  throw sqlite::Failure(Error{ErrorCode::kIncompatible,
                              path.string() + ": a database of another program; name another "
                                              "folder with --archive"});
}

void make_record(const sqlite::Database& database) {
  database.run("BEGIN IMMEDIATE");
  try {
    database.run(kTables);
    database.run(kEventTextView);
    for (const char* table : kAppendOnly) forbid_changes(database, table);
    database.run(("PRAGMA application_id = " + std::to_string(kRecordApplication)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(kRecordFormat)).c_str());
    database.run("COMMIT");
  } catch (const sqlite::Failure&) {
    if (database.in_transaction()) database.run("ROLLBACK");
    throw;
  }
}

}  // namespace pressarkiv
