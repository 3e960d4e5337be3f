// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/reading_store.h"

#include "common/digest.h"
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

TEST_CASE("readings: those of other code are dropped") {
  const Readings readings;
  {
    ReadingStore store = readings.open("läsare 1");
    REQUIRE(store.keep(7, kDigest, kReading).ok());
    REQUIRE(store.commit().ok());
  }
  CHECK(*readings.open("läsare 1").count() == 1);
  CHECK(*readings.open("läsare 2").count() == 0);
  CHECK(*readings.open("läsare 1").count() == 0);
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
