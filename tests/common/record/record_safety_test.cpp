// SPDX-License-Identifier: GPL-2.0-or-later
// What the record does when processes are killed, disks are full and folders cannot be written.
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "tests/common/record/record_support.h"
#include "tests/support/child_process.h"

namespace pressarkiv {
namespace {

using test::ChildProcess;
using test::kNow;
using test::problems;
using test::put;
using test::TempArchive;
using test::whole;

namespace fs = std::filesystem;

constexpr uid_t kNobody = 65534;

std::string text_of(int number) {
  return "Pressmeddelande nummer " + std::to_string(number) +
         std::string(static_cast<std::size_t>(number) * 37 % 3000, 'x');
}

/// Takes `count` releases in and commits; 0 where all went well.
int add_releases(RecordStore& record, int first, int count) {
  if (!record.begin()) return 1;
  for (int i = first; i < first + count; ++i) {
    const std::string id = std::to_string(i);
    const std::string text = text_of(i);
    if (!record.put(whole(id, text), kNow)) return 2;
  }
  return record.commit() ? 0 : 3;
}

TEST_CASE("record: a writer killed inside a transaction leaves what was committed") {
  const TempArchive archive;
  ChildProcess child([&archive](const auto& tell) {
    RecordStore record = archive.writer();
    if (add_releases(record, 0, 100) != 0 || !record.begin()) return 1;
    for (int i = 100;; ++i) {
      const std::string id = std::to_string(i);
      const std::string text = text_of(i);
      if (!record.put(whole(id, text), kNow)) return 2;
      if (i == 3000) tell();
    }
  });
  REQUIRE(child.heard());
  child.kill();

  CHECK(archive.reader().counts()->releases == 100);
  RecordStore record = archive.writer();
  CHECK(record.counts()->releases == 100);
  CHECK(problems(record).empty());
  CHECK(add_releases(record, 0, 150) == 0);
  CHECK(*record.last_event() == 150);
  CHECK(problems(record).empty());
}

TEST_CASE("record: killed at any moment, nothing committed is lost") {
  const TempArchive archive;
  constexpr int kBatch = 20;
  for (int round = 1; round <= 8; ++round) {
    ChildProcess child([&archive](const auto& tell) {
      RecordStore record = archive.writer();
      for (int first = static_cast<int>(record.counts()->releases);; first += kBatch) {
        if (add_releases(record, first, kBatch) != 0) return 1;
        tell();
      }
    });
    std::uint64_t committed = 0;
    for (int i = 0; i < round * 3; ++i) {
      REQUIRE(child.heard());
      committed += kBatch;
    }
    child.kill();
    INFO("round " << round);
    const RecordStore record = archive.reader();
    CHECK(record.counts()->releases >= committed);
    CHECK(record.counts()->releases % kBatch == 0);
    CHECK(*record.last_event() == record.counts()->releases);
    CHECK(problems(record).empty());
  }
}

/// Opens, reads and checks a record of three releases; which step failed, 0 for none.
int read_three(const ArchiveLayout& layout) {
  const Result<RecordStore> record = RecordStore::open_for_reading(layout);
  if (!record) return 1;
  if (record->counts()->releases != 3) return 2;
  const Result<StoredVersion> version = record->current("1");
  if (!version || version->bytes != text_of(1)) return 3;
  const Result<std::uint64_t> found = record->verify({}, {});
  return found && *found == 0 ? 0 : 4;
}

/// Makes a folder unwritable and reads as somebody who is stopped by that: not as root.
int read_without_rights(const TempArchive& archive) {
  ::chmod(archive.folder.path().c_str(), 0755);
  for (const auto& entry : fs::directory_iterator(archive.layout.root)) {
    ::chmod(entry.path().c_str(), 0444);
  }
  ::chmod(archive.layout.root.c_str(), 0555);
  ChildProcess child([&archive](const auto&) {
    if (::geteuid() == 0 && ::seteuid(kNobody) != 0) return 98;
    return read_three(archive.layout);
  });
  const int code = child.wait();
  ::chmod(archive.layout.root.c_str(), 0755);
  return code;
}

fs::path side_file(const TempArchive& archive, const char* suffix) {
  return fs::path(archive.layout.record()).concat(suffix);
}

TEST_CASE("record: a folder that cannot be written can be read") {
  const TempArchive archive;
  {
    RecordStore record = archive.writer();
    REQUIRE(add_releases(record, 0, 3) == 0);
  }
  SECTION("as the writer left it") { CHECK(read_without_rights(archive) == 0); }
  SECTION("record.db alone, as on a medium for keeping") {
    fs::remove(side_file(archive, "-wal"));
    fs::remove(side_file(archive, "-shm"));
    CHECK(read_without_rights(archive) == 0);
  }
  SECTION("beside a writer at work") {
    RecordStore writer = archive.writer();
    REQUIRE(writer.begin().ok());
    put(writer, whole("not committed", "text"));
    CHECK(read_without_rights(archive) == 0);
  }
}

TEST_CASE("record: changes that are only in the log are read, or missed aloud") {
  const TempArchive archive;
  ChildProcess child([&archive](const auto& tell) {
    RecordStore record = archive.writer();
    if (add_releases(record, 0, 3) != 0) return 1;
    tell();
    ::pause();
    return 2;
  });
  REQUIRE(child.heard());
  child.kill();
  REQUIRE(fs::file_size(side_file(archive, "-wal")) > 0);
  SECTION("both side files are there") { CHECK(read_without_rights(archive) == 0); }
  SECTION("the index of the log is not, and cannot be made") {
    fs::remove(side_file(archive, "-shm"));
    CHECK(read_without_rights(archive) == 1);
  }
  SECTION("the folder can be written") { CHECK(read_three(archive.layout) == 0); }
}

TEST_CASE("record: no room to write is told, and nothing committed is lost") {
  const TempArchive archive;
  {
    RecordStore record = archive.writer();
    REQUIRE(add_releases(record, 0, 50) == 0);
  }
  ChildProcess child([&archive](const auto&) {
    RecordStore record = archive.writer();
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300000, 300000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
    if (!record.begin()) return 2;
    std::string noise;
    unsigned seed = 1;
    for (int i = 0; i < 2000000; ++i) {
      seed = seed * 1664525U + 1013904223U;
      noise += static_cast<char>(seed >> 24U);
    }
    // Large enough to leave the page cache, or else found out by commit().
    Status failed = Done{};
    for (int i = 100; i < 200 && failed; ++i) {
      const std::string id = std::to_string(i);
      const std::string text = id + noise;
      const Result<PutOutcome> outcome = record.put(whole(id, text), kNow);
      if (!outcome) failed = outcome.error();
    }
    const Status committed = record.commit();
    if (committed) return 3;
    if (failed) failed = committed;
    if (failed.error().code != ErrorCode::kIo) return 4;
    if (failed.error().message.find("nothing committed is lost") == std::string::npos) return 5;
    if (!record.rollback()) return 6;
    return record.counts()->releases == 50 ? 0 : 7;
  });
  CHECK(child.wait() == 0);
  RecordStore record = archive.writer();
  CHECK(record.counts()->releases == 50);
  CHECK(problems(record).empty());
  CHECK(add_releases(record, 50, 50) == 0);
}

}  // namespace
}  // namespace pressarkiv
