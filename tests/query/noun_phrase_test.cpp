// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/noun_phrase.h"

#include <catch2/catch.hpp>

#include "tests/support/small_vocabulary.h"

namespace pressarkiv {
namespace {

TEST_CASE("noun phrases: what can name a theme, by its last word and its first") {
  const test::SmallVocabulary small({{"podd", 2}, {"podden", 1}, {"market", 3}, {"väg", 1}});
  const Vocabulary vocabulary = small.open();
  for (const char* words : {"väg", "ny väg", "bilväg", "Sälen", "våldet i Örebro", "COP30",
                            "budget för 2026", "EU", "podd"}) {
    CAPTURE(words);
    CHECK(can_name(vocabulary, words));
  }
  for (const char* words : {"market", "inför väg", "anledning av Northvolts", "2024 väg",
                            "första väg", "skola market"}) {
    CAPTURE(words);
    CHECK_FALSE(can_name(vocabulary, words));
  }
}

}  // namespace
}  // namespace pressarkiv
