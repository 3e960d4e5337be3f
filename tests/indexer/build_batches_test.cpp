// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build_batches.h"

#include <catch2/catch.hpp>
#include <string>

namespace pressarkiv {
namespace {

constexpr std::uint64_t kMemory = 1000000;

RecordedRelease release_of(std::uint64_t key, std::size_t bytes) {
  RecordedRelease release;
  release.version.key = static_cast<decltype(release.version.key)>(key);
  release.version.bytes = std::string(bytes, 'x');
  return release;
}

/// The sizes of the batches of releases of `bytes` each; all of them must be there, in order.
std::vector<std::size_t> sizes_of(BatchCutter cutter, std::uint64_t releases, std::size_t bytes) {
  std::vector<std::size_t> sizes;
  std::uint64_t key = 0;
  const auto take = [&] {
    const Batch batch = cutter.take();
    CHECK(batch.number == sizes.size());
    CHECK(static_cast<std::uint64_t>(batch.releases.front().version.key) ==
          key - batch.releases.size() + 1);
    sizes.push_back(batch.releases.size());
  };
  while (key < releases) {
    cutter.add(release_of(++key, bytes));
    if (cutter.is_full()) take();
  }
  if (!cutter.empty()) take();
  CHECK(cutter.taken() == sizes.size());
  return sizes;
}

TEST_CASE("batches: large ones first, small ones at the end, none above the limit") {
  const std::vector<std::size_t> sizes =
      sizes_of(BatchCutter({500, 1, 0}, kMemory, 2, 6000), 6000, 10);
  CHECK(sizes.front() == 500);
  CHECK(std::is_sorted(sizes.rbegin(), sizes.rend()));
  CHECK(*(sizes.end() - 2) == 64);
  CHECK(sizes.back() <= 64);
}

TEST_CASE("batches: every thread gets some of a small archive") {
  CHECK(sizes_of(BatchCutter({500, 1, 0}, kMemory, 4, 200), 200, 10) ==
        std::vector<std::size_t>{64, 64, 64, 8});
  CHECK(sizes_of(BatchCutter({500, 1, 0}, kMemory, 4, 1), 1, 10) == std::vector<std::size_t>{1});
}

TEST_CASE("batches: memory bounds them, and a release larger than all of it stands alone") {
  CHECK(sizes_of(BatchCutter({500, 1000, 2}, 6000, 2, 4), 4, 2000) ==
        std::vector<std::size_t>{2, 2});
  CHECK(sizes_of(BatchCutter({500, 1000, 2}, 6000, 2, 2), 2, 10000) ==
        std::vector<std::size_t>{1, 1});
}

TEST_CASE("batches: more releases than were announced are taken all the same") {
  CHECK(sizes_of(BatchCutter({500, 1, 0}, kMemory, 2, 10), 130, 10) ==
        std::vector<std::size_t>{64, 64, 2});
}

}  // namespace
}  // namespace pressarkiv
