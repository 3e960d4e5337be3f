// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/archive_lock.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/support/child_process.h"
#include "tests/support/golden.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

using namespace std::chrono_literals;
using test::ChildProcess;
using test::TempDir;

constexpr uid_t kNobody = 65534;

int hold_lock(const ArchiveLayout& layout) {
  const auto lock = ArchiveLock::acquire(layout, "pressarkiv-index add, pid 4711 on arkivet", 0ms);
  return lock ? 0 : 1;
}

TEST_CASE("lock: makes the folder, and is free again afterwards") {
  const TempDir folder;
  const ArchiveLayout layout{folder.path() / "deep" / "arkiv"};
  for (int i = 0; i < 2; ++i) {
    const auto lock = ArchiveLock::acquire(layout, "me", 0ms);
    REQUIRE(lock.ok());
    CHECK(test::slurp(layout.lock()) == "me\n");
  }
  CHECK(test::slurp(layout.lock()).empty());
}

TEST_CASE("lock: the second one waits, and then says who holds it") {
  const TempDir folder;
  const ArchiveLayout layout{folder.path()};
  ChildProcess child([&layout](const auto& tell) {
    const auto lock =
        ArchiveLock::acquire(layout, "pressarkiv-index add, pid 4711 on arkivet", 0ms);
    if (!lock) return 1;
    tell();
    ::pause();
    return 2;
  });
  REQUIRE(child.heard());
  const auto timeout = GENERATE(0ms, 50ms);
  const auto lock = ArchiveLock::acquire(layout, "me", timeout);
  REQUIRE_FALSE(lock.ok());
  CHECK(lock.error().code == ErrorCode::kLocked);
  CHECK(lock.error().message.find("pressarkiv-index add, pid 4711 on arkivet") !=
        std::string::npos);
  CHECK(lock.error().message.find("--lock-timeout") != std::string::npos);
  // However the holder ends, the lock is free.
  child.kill();
  CHECK(ArchiveLock::acquire(layout, "me", 0ms).ok());
}

TEST_CASE("lock: the second one gets it when the first one is done") {
  const TempDir folder;
  const ArchiveLayout layout{folder.path()};
  ChildProcess child([&layout](const auto& tell) {
    const auto lock = ArchiveLock::acquire(layout, "the first", 0ms);
    if (!lock) return 1;
    tell();
    ::usleep(100000);
    return 0;
  });
  REQUIRE(child.heard());
  CHECK(ArchiveLock::acquire(layout, "me", 60s).ok());
}

TEST_CASE("lock: one that was moved is held once") {
  const TempDir folder;
  const ArchiveLayout layout{folder.path()};
  auto first = ArchiveLock::acquire(layout, "me", 0ms);
  REQUIRE(first.ok());
  {
    const ArchiveLock moved = std::move(*first);
    CHECK_FALSE(ArchiveLock::acquire(layout, "me too", 0ms).ok());
  }
  CHECK(hold_lock(layout) == 0);
}

TEST_CASE("lock: a name with line ends stays one line") {
  const TempDir folder;
  const ArchiveLayout layout{folder.path()};
  const auto lock = ArchiveLock::acquire(layout, "one\ntwo" + std::string(2000, 'x'), 0ms);
  REQUIRE(lock.ok());
  const auto second = ArchiveLock::acquire(layout, "me", 0ms);
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().message.find('\n') == std::string::npos);
  CHECK(second.error().message.find("one two") != std::string::npos);
}

TEST_CASE("lock: a file in the place of the folder") {
  const TempDir folder;
  folder.write("arkiv", "text");
  const auto lock = ArchiveLock::acquire({folder.path() / "arkiv"}, "me", 0ms);
  REQUIRE_FALSE(lock.ok());
  CHECK(lock.error().code == ErrorCode::kInvalidArgument);
  CHECK(lock.error().message.find("a file, not an archive") != std::string::npos);
  CHECK(ArchiveLock::acquire({folder.path() / "arkiv" / "x"}, "me", 0ms).error().code ==
        ErrorCode::kIo);
}

TEST_CASE("lock: a folder that cannot be written") {
  const TempDir folder;
  ::chmod(folder.path().c_str(), 0555);
  ChildProcess child([&folder](const auto&) {
    if (::geteuid() == 0 && ::seteuid(kNobody) != 0) return 98;
    const auto there = ArchiveLock::acquire({folder.path()}, "me", 0ms);
    if (there || there.error().code != ErrorCode::kIo) return 1;
    if (there.error().message.find("Permission denied") == std::string::npos) return 2;
    const auto missing = ArchiveLock::acquire({folder.path() / "arkiv"}, "me", 0ms);
    if (missing || missing.error().code != ErrorCode::kIo) return 3;
    return 0;
  });
  CHECK(child.wait() == 0);
  ::chmod(folder.path().c_str(), 0755);
}

}  // namespace
}  // namespace pressarkiv
