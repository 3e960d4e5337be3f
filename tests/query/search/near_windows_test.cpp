// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/near_windows.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>

namespace pressarkiv {
namespace {

using Spans = std::vector<Span>;
using Lists = std::vector<Spans>;

TEST_CASE("near windows: what lies within the distance") {
  struct Row {
    std::string_view what;
    Lists lists;
    std::uint32_t distance;
    Spans windows;
  };
  const Row rows[] = {
      {"no list", {}, 3, {}},
      {"one list", {{{2, 3}, {7, 8}}}, 0, {{2, 3}, {7, 8}}},
      {"two near", {{{2, 3}}, {{4, 5}}}, 2, {{2, 5}}},
      {"two too far", {{{2, 3}}, {{4, 5}}}, 1, {}},
      {"any order", {{{4, 5}}, {{2, 3}}}, 2, {{2, 5}}},
      {"each first place", {{{0, 1}, {1, 2}}, {{2, 3}}}, 2, {{0, 3}, {1, 3}}},
      {"long spans count from where they begin", {{{0, 9}}, {{3, 4}}}, 3, {{0, 9}}},
      {"the same word twice", {{{1, 2}}, {{1, 2}}}, 9, {}},
      {"two of the same", {{{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}}, 2, {{1, 4}}},
      {"two of three", {{{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}}, 9, {}},
      {"the one list gives way to the other", {{{1, 2}, {2, 3}}, {{1, 2}}}, 1, {{1, 3}}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(near_windows(row.lists, row.distance) == row.windows);
  }
}

// Whether each list can have a beginning of its own in the window, one of them at `begin`.
bool fits(const Lists& lists, std::uint32_t begin, std::uint32_t distance) {
  std::set<std::uint32_t> taken;
  const std::function<bool(std::size_t)> place = [&](std::size_t list) {
    if (list == lists.size()) return taken.count(begin) == 1;
    for (const Span& span : lists[list]) {
      if (span.begin < begin || span.begin - begin > distance) continue;
      if (!taken.insert(span.begin).second) continue;
      const bool rest = place(list + 1);
      taken.erase(span.begin);
      if (rest) return true;
    }
    return false;
  };
  return place(0);
}

TEST_CASE("near windows: begin exactly where trying everything finds a place for all") {
  std::mt19937 random(3);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    Lists lists(1 + random() % 4);
    for (Spans& list : lists) {
      std::set<std::uint32_t> begins;
      const std::size_t count = 1 + random() % 5;
      while (begins.size() < count) begins.insert(static_cast<std::uint32_t>(random() % 14));
      for (const std::uint32_t begin : begins) {
        list.push_back({begin, begin + 1 + static_cast<std::uint32_t>(random() % 3)});
      }
    }
    const auto distance = static_cast<std::uint32_t>(random() % 7);
    const Spans windows = near_windows(lists, distance);
    for (std::uint32_t begin = 0; begin < 14; ++begin) {
      const bool there = std::any_of(windows.begin(), windows.end(),
                                     [&](const Span& span) { return span.begin == begin; });
      INFO("round " << round << ", begin " << begin);
      REQUIRE(there == fits(lists, begin, distance));
      found += there ? 1 : 0;
    }
  }
  CHECK(found > 1000);
}

}  // namespace
}  // namespace pressarkiv
