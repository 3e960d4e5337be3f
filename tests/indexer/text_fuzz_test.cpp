// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/indexer/text_support.h"
#include "tests/support/golden.h"

using namespace pressarkiv;
using namespace pressarkiv::test;

namespace {

// A generator of our own, so that a failure comes again on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state_ >> 33U) % limit);
  }

 private:
  std::uint64_t state_;
};

// One small change: a byte, a cut, a doubled or moved piece, a sign that means something.
void mutate(std::string& text, Random& random) {
  static const std::vector<std::string> kPieces = {
      "\n", "\n\n",  ":",           "–",         "- ",         "#", "\xC2",     "\xFF",
      "\t", "Ämnen", "Om ",         "Kontakt:",  "2012-02-30", "@", "\xCC\x88", " ",
      ",",  ".",     "\xC2\xA0",    "Regioner:", "\r",         "”", "****",     "PRESSMEDDELANDE",
      "0",  "(",     "\xE2\x80\x8B"};
  if (text.empty()) text = "x";
  const std::size_t at = random.below(text.size());
  const std::size_t size = 1 + random.below(40);
  switch (random.below(6)) {
    case 0:
      text[at] = static_cast<char>(random.below(256));
      break;
    case 1:
      text.erase(at, size);
      break;
    case 2:
      text.insert(at, kPieces[random.below(kPieces.size())]);
      break;
    case 3:
      text.insert(random.below(text.size()), text.substr(at, size));
      break;
    case 4:
      text.resize(at);
      break;
    default:
      text.insert(at,
                  kPieces[random.below(kPieces.size())] + kPieces[random.below(kPieces.size())]);
      break;
  }
}

void check_sound(const std::string& bytes) {
  const ReadText result = read_plain(bytes);
  REQUIRE(result.calls == 1);
  if (!result.read) {
    REQUIRE(result.error.rfind("prov.txt: ", 0) == 0);
    return;
  }
  const Release& release = result.read->release;
  REQUIRE_FALSE(release.title.empty());
  std::size_t end = 0;
  for (const Block& block : release.blocks) {
    REQUIRE(block.range.begin >= end);
    REQUIRE(block.range.end <= release.body.size());
    end = block.range.end;
  }
}

}  // namespace

TEST_CASE("text: small changes to odd releases never crash the reader") {
  constexpr int kRounds = 1000;
  for (const char* name :
       {"wrapped_letter", "corrected_embargo", "no_blank_lines", "headline_first"}) {
    const std::string original = slurp(golden_path(std::string("text/") + name + ".txt"));
    Random random(original.size());
    for (int round = 0; round < kRounds; ++round) {
      std::string text = original;
      for (std::size_t changes = 1 + random.below(6); changes > 0; --changes) mutate(text, random);
      INFO(name << ", round " << round);
      check_sound(text);
    }
  }
}

TEST_CASE("text: every beginning of a release can be read") {
  const std::string original = slurp(golden_path("text/corrected_embargo.txt"));
  for (std::size_t size = 0; size <= original.size(); ++size) {
    INFO("bytes " << size);
    check_sound(original.substr(0, size));
  }
}

TEST_CASE("text: random bytes and random lines are a release or an error") {
  Random random(7);
  static const std::vector<std::string> kLines = {"Ämnen",
                                                  "- a",
                                                  "–",
                                                  "Om oss",
                                                  "Kontakt:",
                                                  "Eva Ek, 08-12 34 56",
                                                  "2012-01-02",
                                                  "PRESSMEDDELANDE",
                                                  "RÄTTELSE",
                                                  "***",
                                                  "#a #b",
                                                  "Text som är en mening.",
                                                  "",
                                                  "Regioner: Malmö",
                                                  "Kort rad",
                                                  ":",
                                                  "\xC2\xA0",
                                                  "A:",
                                                  "Slut",
                                                  "Foto: Bo Ek",
                                                  "www.x.example",
                                                  "Malmö den 3 maj 2012",
                                                  "”Ja”, säger Bo.",
                                                  "1. Ett",
                                                  "eller"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    if (round % 2 == 0) {
      for (std::size_t i = random.below(200); i > 0; --i)
        text.push_back(static_cast<char>(random.below(256)));
    } else {
      for (std::size_t i = 1 + random.below(14); i > 0; --i)
        text += kLines[random.below(kLines.size())] + "\n";
    }
    INFO("round " << round);
    check_sound(text);
  }
}
