// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "indexer/reading_pool.h"
#include "indexer/recorded_releases.h"
#include "tests/indexer/reader_support.h"
#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

std::string lines(int count, int first = 0) {
  std::string text;
  for (int i = first; i < first + count; ++i) {
    text += R"({"id": "r)" + std::to_string(i) +
            R"(", "title": "Rubrik", "body": "Text."})"
            "\n";
  }
  return text;
}

SourceFile file_named(const std::string& path) {
  SourceFile file;
  file.path = path;
  file.default_id = path;
  return file;
}

TEST_CASE("reading: what the sample releases say comes back from the store, every byte") {
  const Extractor extractor;
  int releases = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(PRESSARKIV_SOURCE_DIR) / "corpus" / "sample")) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = test::slurp(entry.path());
    for (const ReadRelease& read : test::read_all(bytes, entry.path().string()).releases) {
      INFO(read.release.id);
      const Reading reading{read.release, extractor.extract(read.release)};
      const std::optional<Reading> back = restore_reading(store_reading(reading));
      REQUIRE(back);
      CHECK(*back == reading);
      ++releases;
    }
  }
  CHECK(releases > 50);
}

TEST_CASE("reading: what made it has a name of its own") {
  CHECK(reading_maker().size() == 16);
  CHECK(reading_maker().find_first_not_of("0123456789abcdef") == std::string_view::npos);
}

TEST_CASE("reading pool: releases of a long source come in order while it is still read") {
  const ReadOptions options;
  ReadingPool pool(2, options);
  const auto long_source = pool.read(file_named("a.jsonl"), SourceContent(lines(1000)));
  const auto short_source = pool.read(file_named("b.jsonl"), SourceContent(lines(1, 5000)));
  for (int i = 0; i < 1000; ++i) {
    const auto release = long_source->next();
    REQUIRE(release);
    REQUIRE(release->ok());
    CHECK((*release)->release.id == "r" + std::to_string(i));
  }
  CHECK_FALSE(long_source->next());
  CHECK((*short_source->next())->release.id == "r5000");
  CHECK_FALSE(short_source->next());
}

TEST_CASE("reading pool: goes away though nobody takes what was read") {
  const ReadOptions options;
  ReadingPool pool(1, options);
  const auto first = pool.read(file_named("a.jsonl"), SourceContent(lines(2000)));
  (void)pool.read(file_named("b.jsonl"), SourceContent(lines(2000)));
  CHECK(first->next());
}

template <typename Store>
Store take(Result<Store> store) {
  REQUIRE(store.ok());
  return std::move(*store);
}

/// An archive of one release, put and kept with a reading that tells whether it was taken.
struct OneRelease {
  test::TempDir folder;
  ArchiveLayout layout{folder.path()};
  std::string bytes = lines(1);
  RecordStore record = take(RecordStore::open_for_writing(layout));
  ReadingStore readings = take(ReadingStore::open(layout, "läsare"));

  OneRelease() {
    const Arrival arrival{"r0", bytes, {0, bytes.size()}, "a.jsonl", "a", "jsonl", ""};
    REQUIRE(record.put(arrival, "2026-01-01T00:00:00Z").ok());
  }
  void keep_reading(const std::string& title) {
    Reading reading;
    reading.release.id = "r0";
    reading.release.title = title;
    const NewVersion& version = record.last_put();
    REQUIRE(readings.keep(version.event, version.digest, store_reading(reading)).ok());
  }
  std::string title(bool with_readings = true) {
    const Extractor extractor;
    std::string found;
    const Status read = each_recorded(
        record, with_readings ? &readings : nullptr, 0, [&](RecordedRelease&& release) {
          CHECK(release.version.bytes.empty() == release.reading.has_value());
          found += reading_of(release, extractor)->release.title;
          return true;
        });
    CHECK(read.ok());
    return found;
  }
};

TEST_CASE("recorded releases: by the reading where there is one, else by the bytes") {
  OneRelease archive;
  CHECK(archive.title() == "Rubrik");
  archive.keep_reading("Ur läsningen");
  CHECK(archive.title() == "Ur läsningen");
  CHECK(archive.title(false) == "Rubrik");
}

TEST_CASE("recorded releases: a record brought back from a copy does not take newer readings") {
  OneRelease archive;
  archive.keep_reading("Ur läsningen");
  // The same event number, another text: as after a record of yesterday was put back.
  test::TempDir other;
  RecordStore record = take(RecordStore::open_for_writing({other.path()}));
  const std::string bytes = R"({"id": "r0", "title": "Annan rubrik"})"
                            "\n";
  REQUIRE(record
              .put({"r0", bytes, {0, bytes.size()}, "a.jsonl", "a", "jsonl", ""},
                   "2026-01-01T00:00:00Z")
              .ok());
  CHECK(record.last_put().event == archive.record.last_put().event);
  archive.record = std::move(record);
  CHECK(archive.title() == "Annan rubrik");
}

}  // namespace
}  // namespace pressarkiv
