// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/reading_store.h"

#include "common/digest.h"
#include "common/record/reading_texts.h"
#include "tests/common/record/record_support.h"

namespace pressarkiv {
namespace {

const std::string kDigest = sha256("en release").hex();
const std::string kOtherDigest = sha256("en annan").hex();
const StoredReading kReading{std::string("text\0med noll", 13), "fakta"};

struct Readings {
  test::TempDir folder;
  ArchiveLayout layout{folder.path()};

  ReadingStore open(std::string_view maker = "läsare 1") const {
    Result<ReadingStore> store = ReadingStore::open(layout, maker);
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
  }
  static std::optional<StoredReading> find(const ReadingStore& store, EventNumber event,
                                           const std::string& digest) {
    const auto found = store.find(event, digest);
    if (!found) throw std::runtime_error(found.error().message);
    return *found;
  }
  void change_file(const std::string& sql) const {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(layout.readings().c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
  }
};

TEST_CASE("readings: given back to the very version they were made of, and to no other") {
  const Readings readings;
  {
    ReadingStore store = readings.open();
    REQUIRE(store.keep(7, kDigest, kReading).ok());
    REQUIRE(store.commit().ok());
  }
  const ReadingStore store = readings.open();
  CHECK(Readings::find(store, 7, kDigest) == kReading);
  CHECK(Readings::find(store, 7, kOtherDigest) == std::nullopt);
  CHECK(Readings::find(store, 8, kDigest) == std::nullopt);
  CHECK(*store.count() == 1);
}

TEST_CASE("readings: a newer one takes the place of an older one") {
  const Readings readings;
  ReadingStore store = readings.open();
  REQUIRE(store.keep(7, kOtherDigest, {"gammal", ""}).ok());
  REQUIRE(store.keep(7, kDigest, kReading).ok());
  CHECK(Readings::find(store, 7, kDigest) == kReading);
  CHECK(Readings::find(store, 7, kOtherDigest) == std::nullopt);
}

TEST_CASE("readings: those of other code stay beside until no index needs them") {
  const Readings readings;
  {
    ReadingStore store = readings.open("läsare 1");
    REQUIRE(store.keep(7, kDigest, kReading).ok());
    REQUIRE(store.commit().ok());
  }
  ReadingStore other = readings.open("läsare 2");
  CHECK(other.identity() != readings.open("läsare 1").identity());
  CHECK(*other.count() == 0);
  CHECK(Readings::find(other, 7, kDigest) == std::nullopt);
  REQUIRE(other.keep(7, kDigest, {"ny", ""}).ok());
  REQUIRE(other.commit().ok());
  CHECK(Readings::find(readings.open("läsare 1"), 7, kDigest) == kReading);
  REQUIRE(other.drop_others().ok());
  CHECK(*other.count() == 1);
  CHECK(*readings.open("läsare 1").count() == 0);
}

TEST_CASE("reading texts: those of an index's own readings, beside a writer and without one") {
  const Readings readings;
  const auto missing = [&](const std::string& identity) {
    const auto texts = ReadingTexts::open(readings.layout, identity);
    return !texts && texts.error().code == ErrorCode::kCorrupt &&
           texts.error().message.find("pressarkiv-index rebuild") != std::string::npos;
  };
  CHECK(missing("0123456789abcdef"));  // There is no file.
  std::string identity;
  {
    ReadingStore store = readings.open();
    identity = store.identity();
    const auto early = ReadingTexts::open(readings.layout, identity);
    REQUIRE(early.ok());
    REQUIRE(store.keep(7, kDigest, kReading).ok());
    REQUIRE(store.commit().ok());
    CHECK_FALSE(early->release(7).ok());  // It shows what was there.
  }
  CHECK(missing("0123456789abcdef"));
  const auto opened = ReadingTexts::open(readings.layout, identity);
  REQUIRE(opened.ok());
  const ReadingTexts& texts = *opened;
  CHECK(*texts.release(7) == kReading.release);
  CHECK(*texts.is_sound(7, kDigest));
  CHECK_FALSE(*texts.is_sound(7, kOtherDigest));
  CHECK_FALSE(*texts.is_sound(8, kDigest));
  CHECK(texts.release(8).error().code == ErrorCode::kCorrupt);
  // A file that was deleted and made again has other readings.
  std::filesystem::remove(readings.layout.readings());
  CHECK(readings.open().identity() != identity);
  CHECK(missing(identity));
}

TEST_CASE("readings: a file of an older format is made anew") {
  const Readings readings;
  readings.change_file(
      "PRAGMA application_id = 1346456659; PRAGMA user_version = 1;"
      "CREATE TABLE maker(name TEXT); CREATE TABLE reading(event INTEGER PRIMARY KEY);"
      "INSERT INTO reading VALUES(7)");
  // Also where a run ended after one of its tables was dropped.
  SECTION("as it was") {}
  SECTION("half dropped") { readings.change_file("DROP TABLE reading"); }
  CHECK(*readings.open().count() == 0);
  ReadingStore store = readings.open();
  REQUIRE(store.keep(7, kDigest, kReading).ok());
  CHECK(Readings::find(store, 7, kDigest) == kReading);
}

TEST_CASE("readings: without a commit nothing is kept") {
  const Readings readings;
  {
    ReadingStore store = readings.open();
    REQUIRE(store.keep(7, kDigest, kReading).ok());
  }
  CHECK(*readings.open().count() == 0);
  CHECK(readings.open().commit().ok());
}

TEST_CASE("readings: a changed byte anywhere makes a reading unknown") {
  const char* const change = GENERATE("UPDATE reading SET release = x'00'",
                                      "UPDATE reading SET facts = CAST('faktA' AS BLOB)",
                                      "UPDATE reading SET release = release || substr(facts, 1, 1),"
                                      " facts = substr(facts, 2)",
                                      "UPDATE reading SET seal = x'00'");
  INFO(change);
  const Readings readings;
  {
    ReadingStore store = readings.open();
    REQUIRE(store.keep(7, kDigest, kReading).ok());
    REQUIRE(store.commit().ok());
  }
  readings.change_file(change);
  CHECK(Readings::find(readings.open(), 7, kDigest) == std::nullopt);
}

TEST_CASE("readings: a file of something else is left alone, and may be deleted") {
  const Readings readings;
  SECTION("no database") { readings.folder.write("readings.db", std::string(5000, 'x')); }
  SECTION("another database") { readings.change_file("CREATE TABLE kunder(namn)"); }
  const Result<ReadingStore> store = ReadingStore::open(readings.layout, "läsare 1");
  REQUIRE_FALSE(store.ok());
  CHECK_THAT(store.error().message, Catch::Contains(readings.layout.readings().string()));
  CHECK_THAT(store.error().message, Catch::Contains("delete it"));
}

}  // namespace
}  // namespace pressarkiv
