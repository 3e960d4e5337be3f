// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/sample_judge.h"

#include <catch2/catch.hpp>
#include <string>

namespace pressarkiv {
namespace {

/// The kind of the first place of `words`.
SampleKind kind_of(const std::string& text, const std::string& words) {
  const std::size_t begin = text.find(words);
  REQUIRE(begin != std::string::npos);
  return judge_sample(text, {begin, begin + words.size()});
}

TEST_CASE("samples: running text is content, whatever stands around it") {
  CHECK(kind_of("Regeringen satsar på kärnkraft i år.", "kärnkraft") == SampleKind::kContent);
  CHECK(kind_of("– Vi bygger kärnkraft, säger Ida Ek.", "kärnkraft") == SampleKind::kContent);
  CHECK(kind_of("”Kärnkraft behövs.”", "Kärnkraft") == SampleKind::kContent);
  CHECK(kind_of("Det säger lagen om kärnkraft.", "kärnkraft") == SampleKind::kContent);
}

TEST_CASE("samples: who says it, whom to ask, and lines that are no sentences") {
  CHECK(kind_of("– Bra, säger socialminister Ida Ek (S).", "socialminister Ida Ek") ==
        SampleKind::kAttribution);
  CHECK(kind_of("– Bra, säger socialminister Ida Ek.", "säger socialminister") ==
        SampleKind::kAttribution);
  CHECK(kind_of("”Bra”, menar rättspolitisk talesperson Bo Al.", "talesperson") ==
        SampleKind::kAttribution);
  CHECK(kind_of("Skriv till ida.ek@example.se för bilder.", "bilder") == SampleKind::kService);
  CHECK(kind_of("Pressekreterare Ida Ek tar emot frågor.", "Ida Ek") == SampleKind::kService);
  CHECK(kind_of("Läs mer\nAnmälan till möte - extern webbplats,\nSlut.", "extern webbplats") ==
        SampleKind::kFragment);
}

TEST_CASE("samples: words of two sentences or two lines are no expression") {
  CHECK(kind_of("Mer dagsljus. Fyrverkeri blir det.", "dagsljus. Fyrverkeri") ==
        SampleKind::kCrossing);
  CHECK(kind_of("Mer dagsljus\nFyrverkeri blir det.", "dagsljus\nFyrverkeri") ==
        SampleKind::kCrossing);
  CHECK(kind_of("Det kom ca. tio gäster i dag.", "ca. tio") == SampleKind::kContent);
}

}  // namespace
}  // namespace pressarkiv
