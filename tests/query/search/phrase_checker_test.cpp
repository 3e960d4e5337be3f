// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_checker.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/query/search/pattern_support.h"
#include "tests/support/made_columns.h"

namespace pressarkiv {
namespace {

using Documents = std::vector<std::uint32_t>;

TEST_CASE("phrase checker: finds what a plain scan finds, by one thread and by several") {
  constexpr std::uint32_t kReleases = 13000;
  std::mt19937 random(7);
  Documents expected;
  Documents candidates;
  test::MadeColumns made;
  for (std::uint32_t id = 1; id <= kReleases; ++id) {
    const std::string letters = test::random_letters(random, 5 + random() % 30, 'h');
    const bool has_stream = id % 1000 != 0;  // A release without text has none.
    if (has_stream) made.set(id, Column::kTokens, test::letter_stream("||" + letters));
    if (id % 7 == 0) continue;
    candidates.push_back(id);
    if (has_stream && letters.find("ab") != std::string::npos) expected.push_back(id);
  }
  REQUIRE(candidates.size() > 9000);
  const auto columns = made.columns();
  for (const unsigned threads : {0U, 1U, 2U, 3U}) {
    CAPTURE(threads);
    const auto found = [&](std::optional<Section> section, const Documents& of) {
      return matching_candidates(*columns, test::phrase("ab"), section, of, threads);
    };
    CHECK(found(std::nullopt, candidates) == expected);
    CHECK(found(Section::kBody, candidates) == expected);
    CHECK(found(Section::kTitle, candidates).empty());
    CHECK(found(std::nullopt, {}).empty());
    CHECK(found(std::nullopt, expected) == expected);
  }
}

}  // namespace
}  // namespace pressarkiv
