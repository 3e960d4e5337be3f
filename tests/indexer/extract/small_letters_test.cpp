// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/small_letters.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace pressarkiv::extract {
namespace {

std::string_view small_at_start(std::string_view text) {
  return text.substr(0, end_of_small_letters(text, 0, text.size()));
}

TEST_CASE("small letters: a run of them ends at what is none") {
  CHECK(small_at_start("länets kommuner") == "länets");
  CHECK(small_at_start("éÿß÷") == "éÿß");
  CHECK(small_at_start("bÅt") == "b");
  CHECK(small_at_start("stad1") == "stad");
  CHECK(small_at_start("so\u0142") == "so");
  for (const std::string_view none : {"", "Åre", "1", "-", "\xC3", "\xC3 ", "\u00AD"}) {
    CAPTURE(none);
    CHECK(small_at_start(none).empty());
  }
}

TEST_CASE("small letters: nothing behind the end is looked at") {
  const std::string_view text = "båtar";
  CHECK(end_of_small_letters(text, 0, 2) == 1);  // The end cuts the "å".
  CHECK(end_of_small_letters(text, 0, 3) == 3);
  CHECK(end_of_small_letters(text, 3, 3) == 3);
}

}  // namespace
}  // namespace pressarkiv::extract
