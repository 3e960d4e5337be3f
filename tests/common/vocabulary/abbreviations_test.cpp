// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/abbreviations.h"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

TEST_CASE("abbreviations: the words that a parenthesis shortens") {
  const auto [text, short_form, long_form] = GENERATE(table<std::string, std::string, std::string>({
      {"Myndigheten för samhällsskydd och beredskap (MSB) byter namn.", "MSB",
       "Myndigheten för samhällsskydd och beredskap"},
      {"Det säger Inspektionen för vård och omsorg (IVO).", "IVO",
       "Inspektionen för vård och omsorg"},
      {"Nu får Sveriges geologiska undersökning (SGU) mer.", "SGU",
       "Sveriges geologiska undersökning"},
      {"Post- och telestyrelsen (PTS)", "PTS", "Post- och telestyrelsen"},
      {"Universitetskanslersämbetet (UKÄ) granskar", "UKÄ", "Universitetskanslersämbetet"},
      {"Tandvårds- och läkemedelsförmånsverket (TLV)", "TLV",
       "Tandvårds- och läkemedelsförmånsverket"},
  }));
  std::vector<Explained> found;
  find_abbreviations(text, found);
  REQUIRE(found.size() == 1);
  CHECK(found.front().first == short_form);
  CHECK(found.front().second == long_form);
}

TEST_CASE("abbreviations: other parentheses explain nothing") {
  const std::string text = GENERATE(
      "säger Richard Jomshof (SD)", "Ebba Busch (KD)", "kommunen (se bilaga)", "artikeln (2023:15)",
      "Europaparlamentets och rådets förordning (EU)", "slutet (", "(MSB)", "( )", "()",
      "en mycket lång mening om allt möjligt (ABCDEFGHIJKL)", "x (Y)");
  CAPTURE(text);
  std::vector<Explained> found;
  find_abbreviations(text, found);
  CHECK(found.empty());
}

TEST_CASE("abbreviations: counts add up over batches, and a damaged file is named") {
  const test::TempDir folder;
  REQUIRE(add_abbreviations(folder.path(), {{{"MSB", "Myndigheten"}, 2}}));
  REQUIRE(add_abbreviations(folder.path(), {{{"MSB", "Myndigheten"}, 3}, {{"UD", "Utrikes"}, 1}}));
  const auto counts = read_abbreviations(folder.path());
  REQUIRE(counts);
  CHECK((*counts == AbbreviationCounts{{{"MSB", "Myndigheten"}, 5}, {{"UD", "Utrikes"}, 1}}));
  folder.write("abbreviations", "MSB\tMyndigheten\n");
  const auto damaged = read_abbreviations(folder.path());
  REQUIRE(!damaged);
  CHECK(damaged.error().message.find("abbreviations:1") != std::string::npos);
}

}  // namespace
}  // namespace pressarkiv
