// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/press_service.h"

#include <catch2/catch.hpp>

#include "query/search/similar.h"

namespace pressarkiv {
namespace {

TEST_CASE("press service: lines that tell whom to call, and no others") {
  CHECK(is_press_service("För intervjuförfrågningar, ring pressekreterare Ida Ek."));
  CHECK(is_press_service("Presskontakt:"));
  CHECK(is_press_service("ida.ek@example.se"));
  CHECK_FALSE(is_press_service("Regeringen vill ha fler kontakter med Norge."));
  CHECK_FALSE(is_press_service("Förpresskontakterna är många."));
  CHECK_FALSE(is_press_service(""));
}

TEST_CASE("similar: what stands in lines for the press alone marks nothing") {
  Release release;
  release.title = "Kärnkraft byggs ut";
  release.body = "Kärnkraften växer.\n\nIntervjuförfrågningar om kärnkraft: ring vakten.";
  Analyzer analyzer;
  const WrittenWords words = written_words(release, analyzer);
  CHECK(words.contains(analyzer.term_of("kärnkraft")));
  CHECK(words.contains(analyzer.term_of("växer")));
  CHECK_FALSE(words.contains(analyzer.term_of("intervjuförfrågningar")));
  CHECK_FALSE(words.contains(analyzer.term_of("vakten")));
}

}  // namespace
}  // namespace pressarkiv
