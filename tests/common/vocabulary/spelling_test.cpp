// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/spelling.h"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>

namespace pressarkiv {
namespace {

TEST_CASE("spelling: slips cost what they are likely to be") {
  const auto [a, b, distance] = GENERATE(table<std::string, std::string, unsigned>({
      {"skola", "skola", 0},
      {"skola", "skolan", 100},
      {"aldreomsorg", "äldreomsorg", 30},
      {"oga", "öga", 30},
      {"sprakkrav", "språkkrav", 30},
      {"jämnställd", "jämställd", 100},
      {"antibotika", "antibiotika", 100},
      {"komun", "kommun", 60},
      {"kommmun", "kommun", 60},
      {"klimta", "klimat", 100},
      {"bil", "pil", 150},
      {"", "ab", 250},
      {"", "", 0},
  }));
  CAPTURE(a, b);
  CHECK(typing_distance(a, b, 1000) == distance);
  CHECK(typing_distance(b, a, 1000) == distance);
}

TEST_CASE("spelling: a distance beyond the limit is only said to be beyond it") {
  CHECK(typing_distance("riksdagsordning", "kommunalförbund", 200) > 200);
  CHECK(typing_distance("ab", "ba", 50) > 50);
}

TEST_CASE("spelling: the skeleton has no marks on å ä ö and keeps everything else") {
  CHECK(spelling_skeleton("överåsärö") == "overasaro");
  CHECK(spelling_skeleton("eu:s 2023") == "eu:s 2023");
  CHECK(spelling_skeleton("\xC3") == "\xC3");
}

}  // namespace
}  // namespace pressarkiv
