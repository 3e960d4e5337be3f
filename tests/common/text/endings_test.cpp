// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/endings.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace pressarkiv {
namespace {

constexpr std::array<std::string_view, 8> kEndings = {"chef", "råd",          "are", "erna",
                                                      "ef",   "föreståndare", "ör",  "na"};

TEST_CASE("endings: words that end with one, or are one") {
  static constexpr Endings kList(kEndings);
  for (const std::string_view word :
       {"chef", "presschef", "ef", "råd", "justitieråd", "lärare", "kvinnorna", "inspektör"}) {
    CAPTURE(word);
    CHECK(kList.end(word));
  }
  for (const std::string_view word : {"", "f", "e", "chefen", "rå", "kvinnor", "år"}) {
    CAPTURE(word);
    CHECK_FALSE(kList.end(word));
  }
}

TEST_CASE("endings: the same as asking one after the other") {
  static constexpr Endings kList(kEndings);
  const std::string_view letters = "acdefnrå";
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    for (std::size_t size = random() % 7; size > 0; --size)
      word.push_back(letters[random() % letters.size()]);
    CAPTURE(word);
    const bool wanted = std::any_of(kEndings.begin(), kEndings.end(),
                                    [&](std::string_view end) { return word.ends_with(end); });
    REQUIRE(kList.end(word) == wanted);
  }
}

}  // namespace
}  // namespace pressarkiv
