// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reread.h"

#include <catch2/catch.hpp>

#include "tests/indexer/reader_support.h"

namespace pressarkiv {
namespace {

StoredVersion stored(const ReadRelease& read, std::string_view bytes, std::string_view path) {
  StoredVersion version;
  version.release_id = read.release.id;
  version.path = path;
  version.format = read.release.source_format;
  version.bytes = bytes.substr(read.raw.begin, read.raw.size());
  return version;
}

TEST_CASE("reread: every format gives the same release from its own bytes") {
  struct Row {
    std::string_view path;
    std::string bytes;
  };
  const Row rows[] = {
      {"2014/05/a.txt",
       "Pressmeddelande 2014-05-06\n\nNy lekplats\n\nBarnen får leka.\n\nDet blir bra.\n"},
      {"2014/05/a.md", "# Ny lekplats\n\nBarnen får leka.\n\nDet blir bra.\n"},
      {"a.jsonl",
       "{\"title\": \"Ett\", \"body\": \"A. B\"}\n{\"id\": \"x\", \"title\": \"Två\"}\n"},
      {"a.json", "[\n{\"title\": \"Ett\"},\n{\"title\": \"Två\"}]"},
  };
  for (const Row& row : rows) {
    for (const std::string& bytes : {row.bytes, test::as_utf16(row.bytes, true, true)}) {
      INFO(row.path);
      const test::ReadAll all = test::read_all(bytes, row.path);
      REQUIRE_FALSE(all.releases.empty());
      for (const ReadRelease& read : all.releases) {
        const Result<Release> again = reread(stored(read, bytes, row.path));
        REQUIRE(again.ok());
        CHECK(*again == read.release);
      }
    }
  }
}

TEST_CASE("reread: the id stays what it was when the release arrived") {
  StoredVersion version;
  version.release_id = "gammalt-id";
  version.format = "jsonl";
  version.path = "a.jsonl";
  version.bytes = R"({"id": "nytt-id", "title": "Rubrik"})";
  const Result<Release> release = reread(version);
  REQUIRE(release.ok());
  CHECK(release->id == "gammalt-id");
}

TEST_CASE("reread: the mapping of the arrival counts") {
  StoredVersion version;
  version.release_id = "x";
  version.format = "json";
  version.mapping = R"({"title": "namn"})";
  version.bytes = R"({"namn": "Rätt", "title": "Fel"})";
  const Result<Release> release = reread(version);
  REQUIRE(release.ok());
  CHECK(release->title == "Rätt");
}

TEST_CASE("reread: what cannot be read names the release") {
  StoredVersion version;
  version.release_id = "2014/brott";
  for (const std::string_view format : {"json", "okänt"}) {
    version.format = format;
    version.bytes = "{\"title\": ";
    const Result<Release> release = reread(version);
    REQUIRE_FALSE(release.ok());
    CHECK_THAT(release.error().message, Catch::StartsWith("2014/brott: "));
  }
}

}  // namespace
}  // namespace pressarkiv
