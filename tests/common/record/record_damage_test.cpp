// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>

#include "common/compression.h"
#include "common/digest.h"
#include "tests/common/record/record_support.h"
#include "tests/support/golden.h"

namespace pressarkiv {
namespace {

using test::problems;
using test::put;
using test::run_sql;
using test::tamper;
using test::TempArchive;
using test::whole;

/// Three releases, the second one with two versions; a source with two releases.
void fill(const TempArchive& archive) {
  RecordStore record = archive.writer();
  put(record, whole("a", "ett"));
  put(record, whole("b", "två"));
  put(record, whole("b", "två, ändrad"));
  const std::string source = "tre\nfyra\n";
  put(record, {"c", source, {0, 3}, "x", "x", "jsonl", ""});
  put(record, {"d", source, {4, 8}, "x", "x", "jsonl", ""});
}

bool any_contains(const std::vector<std::string>& lines, const std::string& text) {
  for (const std::string& line : lines) {
    if (line.find(text) != std::string::npos) return true;
  }
  return false;
}

std::string literal(std::string_view bytes) {
  std::string hex = "x'";
  for (const char byte : bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(byte);
    hex += kDigits[value >> 4U];
    hex += kDigits[value & 0xFU];
  }
  return hex + "'";
}

TEST_CASE("verify: a record that nobody touched is sound") {
  const TempArchive archive;
  fill(archive);
  CHECK(problems(archive.reader()).empty());
}

TEST_CASE("verify: every change behind the record's back is found") {
  struct Change {
    std::string table;
    std::string sql;
    std::string found;
  };
  const Change change = GENERATE(
      Change{"piece", "UPDATE piece SET bytes = x'00' WHERE id = 1", "source "},
      Change{"piece", "UPDATE piece SET bytes = " + literal(compress("eTt")) + " WHERE id = 1",
             "its bytes are not those that were received"},
      Change{"piece",
             "UPDATE piece SET bytes = " + literal(compress("tre\nfyrA\n")) + " WHERE id = 4",
             "release 'd' version 1: its bytes do not match its digest"},
      Change{"piece", "UPDATE piece SET bytes = " + literal(compress("tr")) + " WHERE id = 4",
             "is not of its size"},
      Change{"piece", "DELETE FROM piece WHERE id = 2", "piece 2 is missing"},
      Change{"source", "UPDATE source SET digest = zeroblob(32) WHERE id = 1", "source 0000"},
      Change{"source", "UPDATE source SET size = 1 << 40 WHERE id = 1", "is not of its size"},
      Change{"source", "DELETE FROM source WHERE id = 1", "event 1: what it brought is missing"},
      Change{"release", "UPDATE release SET id = 'e' WHERE key = 1",
             "event 1 (release 'e') was changed"},
      Change{"release", "INSERT INTO release(id) VALUES('f')", "release 'f' has no versions"},
      Change{"arrival", "UPDATE arrival SET path = 'y' WHERE id = 1",
             "event 1 (release 'a') was changed"},
      Change{"version", "UPDATE version SET end_byte = 99 WHERE event = 4",
             "lie outside the source"},
      Change{"version", "UPDATE version SET first_byte = -1 WHERE event = 4",
             "lie outside the source"},
      Change{"version", "UPDATE version SET end_byte = 2 WHERE event = 4",
             "release 'c' version 1: its bytes do not match its digest"},
      Change{"version", "UPDATE version SET digest = x'01' WHERE event = 1",
             "event 1 (release 'a') was changed"},
      Change{"version", "DELETE FROM version WHERE event = 2", "release 'b' has lost a version"},
      Change{"event", "UPDATE event SET at = '1999-01-01T00:00:00Z' WHERE number = 2",
             "event 2 (release 'b') was changed"},
      Change{"event", "UPDATE event SET hash = zeroblob(32) WHERE number = 2",
             "event 3 (release 'b') was changed"},
      Change{"event",
             "UPDATE event SET hash = NULL || 'x' WHERE 0; UPDATE event SET hash = 'x' "
             "WHERE number = 5",
             "event 5 (release 'd') was changed"},
      Change{"event", "DELETE FROM event WHERE number = 2", "event 2 is missing"},
      Change{"event", "DELETE FROM event WHERE number < 4", "events 1 to 3 are missing"},
      Change{"event", "DELETE FROM event WHERE number = 5", "a version has lost its event 5"});
  INFO(change.sql);
  const TempArchive archive;
  fill(archive);
  tamper(archive.layout, change.table, change.sql);
  const RecordStore record = archive.reader();
  const std::vector<std::string> found = problems(record);
  CAPTURE(found);
  CHECK_FALSE(found.empty());
  CHECK(any_contains(found, change.found));
  for (const std::string& line : found) {
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find("restore record.db from a copy") != std::string::npos);
  }
  // Reading is an error or an answer, never a crash.
  for (const char* id : {"a", "b", "c", "d"}) {
    (void)record.current(id);
    (void)record.versions(id);
  }
  (void)record.each_current(0, [&record](StoredVersion&& version) {
    (void)record.bytes_of(version.event);
    return true;
  });
  (void)record.counts();
}

TEST_CASE("verify: two events that change places are found") {
  const TempArchive archive;
  fill(archive);
  tamper(archive.layout, "event",
         "UPDATE event SET number = -1 WHERE number = 2; UPDATE event SET number = 2 WHERE "
         "number = 3; UPDATE event SET number = 3 WHERE number = -1");
  CHECK_FALSE(problems(archive.reader()).empty());
}

TEST_CASE("record: a damaged release is told by name, the others are still there") {
  const TempArchive archive;
  fill(archive);
  tamper(archive.layout, "piece", "UPDATE piece SET bytes = x'00' WHERE id = 1");
  const RecordStore record = archive.reader();
  const Result<StoredVersion> damaged = record.current("a");
  REQUIRE_FALSE(damaged.ok());
  CHECK(damaged.error().code == ErrorCode::kCorrupt);
  CHECK(damaged.error().message.find("a: its kept bytes are damaged") == 0);
  CHECK(record.current("d")->bytes == "fyra");
}

TEST_CASE("record: the tables refuse to be changed") {
  const TempArchive archive;
  fill(archive);
  for (const std::string table : {"source", "piece", "arrival", "release", "version", "event"}) {
    CHECK_THROWS_WITH(run_sql(archive.layout, "DELETE FROM " + table),
                      Catch::Contains("append-only"));
  }
  CHECK_THROWS(run_sql(archive.layout, "UPDATE event SET at = ''"));
  CHECK(problems(archive.reader()).empty());
}

TEST_CASE(
    "record: the event's text can be had from the sqlite3 shell, and its SHA-256 is the hash") {
  const TempArchive archive;
  {
    RecordStore record = archive.writer();
    put(record, whole("a\nb\\c", "ett", "en\\annan\nrad"));
    put(record, {"d", "två", {1, 2}, "x", "y", "jsonl", "{\n\"a\": \"\\u00e5\"}"});
  }
  for (const std::string number : {"1", "2"}) {
    const std::string text =
        run_sql(archive.layout, "SELECT text FROM event_text WHERE number = " + number);
    const std::string hash =
        run_sql(archive.layout, "SELECT hash FROM event_text WHERE number = " + number);
    INFO(text);
    CHECK(sha256(text).hex() + "\n" == hash);
  }
}

TEST_CASE("record: FORMAT.md's worked example is what the record holds") {
  const TempArchive archive;
  {
    RecordStore record = archive.writer();
    const std::string source =
        "{\"nr\":\"7\",\"rubrik\":\"Ny bro invigd\"}\n{\"nr\":\"8\",\"rubrik\":\"Badet öppnar\"}\n";
    const std::size_t middle = source.find('\n');
    for (const auto& [id, range] : {std::pair{"7", ByteRange{0, middle}},
                                    std::pair{"8", ByteRange{middle + 1, source.size() - 1}}}) {
      put(record,
          {id, source, range, "in/2025.jsonl", "2025", "jsonl", R"({"id":"nr","title":"rubrik"})"});
    }
  }
  const std::string page =
      test::slurp(std::string(PRESSARKIV_SOURCE_DIR) + "/common/record/FORMAT.md");
  const std::string text = run_sql(archive.layout, "SELECT text FROM event_text WHERE number = 2");
  const std::string hash = run_sql(archive.layout, "SELECT hash FROM event_text WHERE number = 2");
  INFO(text << hash);
  CHECK(page.find(text) != std::string::npos);
  CHECK(page.find(hash.substr(0, hash.size() - 1)) != std::string::npos);
}

TEST_CASE("record: no archive, a newer one, another database, no database") {
  const TempArchive archive;
  const auto error = [&archive] {
    const Result<RecordStore> record = RecordStore::open_for_reading(archive.layout);
    REQUIRE_FALSE(record.ok());
    return record.error();
  };
  SECTION("no folder") {
    CHECK(error().code == ErrorCode::kNotFound);
    CHECK(error().message.find("make one with: pressarkiv-index add") != std::string::npos);
  }
  SECTION("an empty file, as a maker that was killed leaves it") {
    archive.folder.write("arkiv/record.db", "");
    CHECK(error().code == ErrorCode::kNotFound);
    RecordStore record = archive.writer();
    CHECK(put(record, whole("a", "b")) == PutOutcome::kAdded);
  }
  SECTION("a newer record") {
    fill(archive);
    run_sql(archive.layout, "PRAGMA user_version = 2");
    const std::string before = test::slurp(archive.layout.record());
    CHECK(error().code == ErrorCode::kIncompatible);
    CHECK(error().message.find("upgrade the program") != std::string::npos);
    const Result<RecordStore> writer = RecordStore::open_for_writing(archive.layout);
    REQUIRE_FALSE(writer.ok());
    CHECK(writer.error().code == ErrorCode::kIncompatible);
    CHECK((test::slurp(archive.layout.record()) == before));
  }
  SECTION("a database of another program") {
    archive.folder.write("arkiv/record.db", "");
    run_sql(archive.layout, "CREATE TABLE t(x)");
    CHECK(error().code == ErrorCode::kIncompatible);
    CHECK(RecordStore::open_for_writing(archive.layout).error().code == ErrorCode::kIncompatible);
  }
  SECTION("no database at all") {
    archive.folder.write("arkiv/record.db", std::string(5000, 'x'));
    CHECK(error().code == ErrorCode::kCorrupt);
    CHECK(RecordStore::open_for_writing(archive.layout).error().code == ErrorCode::kCorrupt);
  }
  SECTION("a folder where the file should be") {
    std::filesystem::create_directories(archive.layout.record());
    CHECK(error().code == ErrorCode::kIo);
    CHECK(RecordStore::open_for_writing(archive.layout).error().code == ErrorCode::kIo);
  }
}

TEST_CASE("record: a file with wild bytes in it is an error or a problem, never a crash") {
  const TempArchive archive;
  fill(archive);
  const std::string sound = test::slurp(archive.layout.record());
  unsigned seed = 20250601;
  const auto next = [&seed](std::size_t below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8U) % below;
  };
  std::size_t noticed = 0;
  for (int round = 0; round < 60; ++round) {
    std::string bytes = sound;
    for (int i = 0; i < 40; ++i)
      bytes[100 + next(bytes.size() - 100)] = static_cast<char>(next(256));
    if (round % 4 == 0) bytes.resize(next(bytes.size()));
    archive.folder.write("arkiv/record.db", bytes);
    const Result<RecordStore> record = RecordStore::open_for_reading(archive.layout);
    if (!record) {
      ++noticed;
      continue;
    }
    const auto found = record->verify({}, {});
    noticed += !found || *found > 0;
    (void)record->each_current(0, [&record](StoredVersion&& version) {
      (void)record->bytes_of(version.event);
      return true;
    });
    (void)record->current("nowhere");
    (void)record->counts();
  }
  CHECK(noticed > 30);
}

}  // namespace
}  // namespace pressarkiv
