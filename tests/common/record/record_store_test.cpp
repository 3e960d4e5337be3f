// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_store.h"

#include <algorithm>
#include <map>

#include "common/digest.h"
#include "tests/common/record/record_support.h"

namespace pressarkiv {
namespace {

using test::kNow;
using test::problems;
using test::put;
using test::TempArchive;
using test::whole;

std::vector<StoredVersion> all_current(const RecordStore& record, EventNumber since = 0) {
  std::vector<StoredVersion> found;
  const Status read = record.each_current(since, [&](StoredVersion&& version) {
    CHECK(version.bytes.empty());
    version.bytes = record.bytes_of(version.event).value();
    found.push_back(std::move(version));
    return true;
  });
  REQUIRE(read.ok());
  return found;
}

std::vector<std::string> ids(const std::vector<StoredVersion>& versions) {
  std::vector<std::string> ids;
  ids.reserve(versions.size());
  for (const StoredVersion& version : versions) ids.push_back(version.release_id);
  return ids;
}

TEST_CASE("record: a release comes back byte for byte, with where it came from") {
  const std::string bytes = GENERATE(std::string("Ny bro över Älven\n"), std::string(),
                                     std::string("a\0b\0", 4), std::string("\xFF\xFE\x00\x80", 4),
                                     std::string(1, '\0'), std::string(700000, 'x') + "slut");
  const TempArchive archive;
  {
    RecordStore record = archive.writer();
    const Arrival arrival{"2025/bro", bytes,      {0, bytes.size()},      "in/2025/bro.txt",
                          "2025/bro", "markdown", R"({"title":"rubrik"})"};
    CHECK(put(record, arrival) == PutOutcome::kAdded);
  }
  const RecordStore record = archive.reader();
  const Result<StoredVersion> version = record.current("2025/bro");
  REQUIRE(version.ok());
  CHECK(version->bytes == bytes);
  CHECK(version->key == 1);
  CHECK(version->version == 1);
  CHECK(version->event == 1);
  CHECK(version->received_at == kNow);
  CHECK(version->digest == sha256(bytes).hex());
  CHECK(version->source_digest == sha256(bytes).hex());
  CHECK(version->path == "in/2025/bro.txt");
  CHECK(version->default_id == "2025/bro");
  CHECK(version->format == "markdown");
  CHECK(version->mapping == R"({"title":"rubrik"})");
  const Result<std::string> source = record.source(version->source_digest);
  REQUIRE(source.ok());
  CHECK(*source == bytes);
  CHECK(problems(record).empty());
}

TEST_CASE("record: the same bytes change nothing, other bytes are a new version") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  CHECK(put(record, whole("a", "ett")) == PutOutcome::kAdded);
  CHECK(put(record, whole("a", "ett")) == PutOutcome::kUnchanged);
  CHECK(put(record, whole("a", "ett", "elsewhere/a.txt")) == PutOutcome::kUnchanged);
  CHECK(*record.last_event() == 1);
  CHECK(put(record, whole("a", "två")) == PutOutcome::kUpdated);
  CHECK(put(record, whole("a", "två")) == PutOutcome::kUnchanged);
  CHECK(*record.last_event() == 2);

  const Result<std::vector<StoredVersion>> versions = record.versions("a");
  REQUIRE(versions.ok());
  REQUIRE(versions->size() == 2);
  CHECK((*versions)[0].bytes == "ett");
  CHECK((*versions)[0].version == 1);
  CHECK((*versions)[1].bytes == "två");
  CHECK((*versions)[1].version == 2);
  CHECK((*versions)[1].key == (*versions)[0].key);
  CHECK(record.current("a")->bytes == "två");
}

TEST_CASE("record: a text that goes back to what it was is a version again") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  put(record, whole("a", "ett"));
  put(record, whole("a", "två"));
  CHECK(put(record, whole("a", "ett")) == PutOutcome::kUpdated);
  CHECK(record.current("a")->bytes == "ett");
  CHECK(record.current("a")->version == 3);
  CHECK(record.counts()->sources == 2);
}

TEST_CASE("record: two places that claim one id are two versions once, not at every run") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  SECTION("two files") {
    put(record, whole("a", "ett", "1.txt"));
    CHECK(put(record, whole("a", "två", "2.txt")) == PutOutcome::kUpdated);
    CHECK(put(record, whole("a", "ett", "1.txt")) == PutOutcome::kUnchanged);
    CHECK(put(record, whole("a", "två", "2.txt")) == PutOutcome::kUnchanged);
    CHECK(put(record, whole("a", "tre", "1.txt")) == PutOutcome::kUpdated);
    CHECK(put(record, whole("a", "ett", "1.txt")) == PutOutcome::kUpdated);
  }
  SECTION("two lines of one file, which grows") {
    const std::string one = "ett\ntvå\n";
    const std::string two = "ett\ntvå\ntre\n";
    const auto line = [](std::string_view source, std::size_t begin, std::size_t end) {
      return Arrival{"a", source, {begin, end}, "x.jsonl", "x", "jsonl", ""};
    };
    CHECK(put(record, line(one, 0, 3)) == PutOutcome::kAdded);
    CHECK(put(record, line(one, 4, 8)) == PutOutcome::kUpdated);
    CHECK(put(record, line(one, 0, 3)) == PutOutcome::kUnchanged);
    CHECK(put(record, line(one, 4, 8)) == PutOutcome::kUnchanged);
    CHECK(put(record, line(two, 0, 3)) == PutOutcome::kUnchanged);
    CHECK(put(record, line(two, 4, 8)) == PutOutcome::kUnchanged);
  }
  CHECK(problems(record).empty());
}

TEST_CASE("record: the same bytes under two ids are kept once and counted") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  CHECK(put(record, whole("a", "samma text")) == PutOutcome::kAdded);
  CHECK(put(record, whole("b", "samma text")) == PutOutcome::kAdded);
  CHECK(put(record, whole("c", "annan text")) == PutOutcome::kAdded);
  const Result<RecordCounts> counts = record.counts();
  REQUIRE(counts.ok());
  CHECK(counts->releases == 3);
  CHECK(counts->versions == 3);
  CHECK(counts->sources == 2);
  CHECK(counts->source_bytes == 20);
  CHECK(counts->stored_bytes > 0);
  CHECK(counts->identical_releases == 1);
  CHECK(record.current("b")->bytes == "samma text");
}

TEST_CASE("record: each release of a large source is found in its pieces") {
  // Lines of growing length over several pieces, so that some stand across a border.
  std::string source;
  std::vector<ByteRange> lines;
  for (std::size_t i = 0; source.size() < 1200000; ++i) {
    const std::size_t begin = source.size();
    source += std::to_string(i) + ":" + std::string(i * 7 % 5000, static_cast<char>('a' + i % 26));
    lines.push_back({begin, source.size()});
    source += '\n';
  }
  lines.push_back({0, source.size()});              // Everything.
  lines.push_back({source.size(), source.size()});  // Nothing.
  lines.push_back({262143, 262145});                // Across a border.
  lines.push_back({262144, 524288});                // A piece exactly.

  const TempArchive archive;
  RecordStore record = archive.writer();
  const bool hold = GENERATE(false, true);
  REQUIRE(record.begin().ok());
  if (hold) record.begin_source(source);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    put(record, {std::to_string(i), source, lines[i], "x.jsonl", "x", "jsonl", ""});
  }
  record.end_source();
  REQUIRE(record.commit().ok());

  const std::vector<StoredVersion> found = all_current(record);
  REQUIRE(found.size() == lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view own = std::string_view(source).substr(lines[i].begin, lines[i].size());
    INFO("range " << i);
    CHECK((found[i].bytes == own));
    CHECK(found[i].source_digest == sha256(source).hex());
  }
  CHECK((*record.source(sha256(source).hex()) == source));
  CHECK(record.counts()->sources == 1);
  CHECK(problems(record).empty());
}

TEST_CASE("record: a source that lies where another one lay is not taken for it") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  std::string buffer = "första";
  record.begin_source(buffer);
  put(record, whole("a", buffer));
  record.end_source();
  buffer.replace(0, 2, "FÖ");
  put(record, whole("b", std::string_view(buffer).substr(0, 7)));
  buffer = "andra!!";
  record.begin_source(buffer);
  put(record, whole("c", buffer));
  record.end_source();
  CHECK(record.current("c")->bytes == "andra!!");
  CHECK(problems(record).empty());
}

TEST_CASE("record: what is rolled back was never there") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  put(record, whole("a", "ett"));
  const std::string source = "två\ntre\n";
  REQUIRE(record.begin().ok());
  record.begin_source(source);
  put(record, {"b", source, {0, 4}, "x", "x", "text", "{}"});
  CHECK(record.current("b")->bytes == "två");
  REQUIRE(record.rollback().ok());
  CHECK_FALSE(record.current("b").ok());
  CHECK(*record.last_event() == 1);
  // The source is still held, but its rows are gone.
  REQUIRE(record.begin().ok());
  put(record, {"c", source, {5, 8}, "x", "x", "text", "{}"});
  REQUIRE(record.commit().ok());
  record.end_source();
  CHECK(record.current("c")->bytes == "tre");
  CHECK(record.current("c")->key == 2);
  CHECK(record.current("c")->event == 2);
  CHECK(problems(record).empty());
}

TEST_CASE("record: what was committed is there after reopening, the rest is not") {
  const TempArchive archive;
  {
    RecordStore record = archive.writer();
    REQUIRE(record.begin().ok());
    put(record, whole("a", "ett"));
    REQUIRE(record.commit().ok());
    REQUIRE(record.begin().ok());
    put(record, whole("b", "två"));
  }
  RecordStore record = archive.writer();
  CHECK(ids(all_current(record)) == std::vector<std::string>{"a"});
  CHECK(put(record, whole("a", "ett")) == PutOutcome::kUnchanged);
  CHECK(put(record, whole("c", "tre")) == PutOutcome::kAdded);
  CHECK(record.current("c")->key == 2);
  CHECK(problems(record).empty());
}

TEST_CASE("record: each_current gives what changed, newest versions, in order of key") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  for (const char* id : {"c", "a", "b"}) put(record, whole(id, std::string(id) + "1"));
  put(record, whole("b", "b2"));
  put(record, whole("c", "c2"));
  put(record, whole("c", "c3"));

  CHECK(ids(all_current(record)) == std::vector<std::string>{"c", "a", "b"});
  CHECK(ids(all_current(record, 2)) == std::vector<std::string>{"c", "b"});
  CHECK(ids(all_current(record, 4)) == std::vector<std::string>{"c"});
  CHECK(all_current(record, 6).empty());
  CHECK(all_current(record, 4).front().bytes == "c3");
  CHECK(all_current(record).back().bytes == "b2");
  for (const EventNumber since : {0U, 2U, 4U, 6U, 7U}) {
    CHECK(*record.count_changed(since) == all_current(record, since).size());
  }

  std::size_t seen = 0;
  REQUIRE(record.each_current(0, [&seen](StoredVersion&&) { return ++seen < 2; }).ok());
  CHECK(seen == 2);
}

TEST_CASE("record: each_current may ask the record for more") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  for (const char* id : {"a", "b", "c"}) put(record, whole(id, id));
  std::size_t right = 0;
  REQUIRE(record
              .each_current(0,
                            [&](StoredVersion&& version) {
                              right += record.current(version.release_id)->key == version.key;
                              return true;
                            })
              .ok());
  CHECK(right == 3);
}

TEST_CASE("record: a reader sees one state, whatever a writer does meanwhile") {
  const TempArchive archive;
  RecordStore writer = archive.writer();
  put(writer, whole("a", "ett"));
  const RecordStore reader = archive.reader();
  put(writer, whole("b", "två"));
  CHECK(*reader.last_event() == 1);
  CHECK(all_current(reader).size() == 1);
  CHECK(reader.counts()->releases == 1);
  CHECK(*archive.reader().last_event() == 2);
}

TEST_CASE("record: a release that is not there is answered with the nearest ids") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  for (const char* id :
       {"2025/06/ny-bro", "2025/06/ny-bro-invigd", "2024/01/Skola", "2024/02/bad"}) {
    put(record, whole(id, id));
  }
  struct Example {
    std::string asked;
    std::string message;
  };
  const Example example = GENERATE(
      Example{"ny-bro",
              "no release 'ny-bro' in the archive; nearest: 2025/06/ny-bro, "
              "2025/06/ny-bro-invigd"},
      Example{"arkiv/2025/06/ny-bro.md",
              "no release 'arkiv/2025/06/ny-bro.md' in the archive; nearest: 2025/06/ny-bro, "
              "2025/06/ny-bro-invigd"},
      Example{"2024/01/skola", "no release '2024/01/skola' in the archive; nearest: 2024/01/Skola"},
      Example{"2025/06/ny-bto",
              "no release '2025/06/ny-bto' in the archive; nearest: "
              "2025/06/ny-bro, 2025/06/ny-bro-invigd"},
      Example{"zzz", "no release 'zzz' in the archive"});
  const Result<StoredVersion> current = record.current(example.asked);
  REQUIRE_FALSE(current.ok());
  CHECK(current.error().code == ErrorCode::kNotFound);
  CHECK(current.error().message == example.message);
  const auto versions = record.versions(example.asked);
  REQUIRE_FALSE(versions.ok());
  CHECK(versions.error().message == example.message);
}

TEST_CASE("record: what makes no sense is refused, and the rest goes on") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  REQUIRE(record.begin().ok());
  const std::string long_id(5000, 'x');
  const Arrival bad =
      GENERATE_COPY(whole("", "text"), whole(std::string_view("a\0b", 3), "text"),
                    whole(long_id, "text"), Arrival{"a", "text", {0, 5}, "p", "a", "text", ""},
                    Arrival{"a", "text", {3, 2}, "p", "a", "text", ""},
                    Arrival{"a", "text", {0, 4}, std::string_view("p\0", 2), "a", "text", ""});
  const Result<PutOutcome> outcome = record.put(bad, kNow);
  REQUIRE_FALSE(outcome.ok());
  CHECK(outcome.error().code == ErrorCode::kInvalidArgument);
  CHECK(put(record, whole("b", "text")) == PutOutcome::kAdded);
  CHECK(record.commit().ok());
  CHECK(record.counts()->releases == 1);
}

TEST_CASE("record: a source that was never kept") {
  const TempArchive archive;
  const RecordStore record = archive.writer();
  CHECK(record.source(sha256("x").hex()).error().code == ErrorCode::kNotFound);
  CHECK(record.source("abc").error().code == ErrorCode::kInvalidArgument);
}

TEST_CASE("record: a reader cannot write") {
  const TempArchive archive;
  (void)archive.writer();
  RecordStore record = archive.reader();
  CHECK_FALSE(record.begin().ok());
  CHECK_FALSE(record.put(whole("a", "b"), kNow).ok());
}

TEST_CASE("record: verify tells how far it is") {
  const TempArchive archive;
  RecordStore record = archive.writer();
  REQUIRE(record.begin().ok());
  for (int i = 0; i < 100; ++i) put(record, whole(std::to_string(i), std::to_string(i)));
  REQUIRE(record.commit().ok());
  std::vector<std::uint64_t> done;
  std::uint64_t all = 0;
  REQUIRE(record
              .verify({},
                      [&](std::uint64_t now, std::uint64_t total) {
                        done.push_back(now);
                        all = total;
                      })
              .ok());
  REQUIRE_FALSE(done.empty());
  CHECK(std::is_sorted(done.begin(), done.end()));
  CHECK(done.back() == all);
  CHECK(all == 200);
}

}  // namespace
}  // namespace pressarkiv
