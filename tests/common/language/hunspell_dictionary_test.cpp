// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/hunspell_dictionary.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

constexpr std::string_view kAff =
    "SET UTF-8\n"
    "COMPOUNDBEGIN X\n"
    "ONLYINCOMPOUND Z\n"
    "FORBIDDENWORD %\n"
    "# a comment\n"
    "SFX A  Y  1\n"
    "SFX A  0  s  .\n"
    "SFX C  Y  3\n"
    "SFX C  el  let  [^m]el\n"
    "SFX C  mel  let  mel\n"
    "SFX C  0  t  [eåö]\n"
    "SFX v N 1\n"
    "SFX v 0 s/WXZ .\n";

std::vector<std::string> forms_of(std::string_view entry) {
  const auto dictionary =
      HunspellDictionary::parse("1\n" + std::string(entry) + "\n", kAff).value();
  std::vector<std::string> forms;
  dictionary.expand(dictionary.entries().at(0), [&](std::string_view form, std::string_view flags) {
    forms.push_back(std::string(form) + (flags.empty() ? "" : "/" + std::string(flags)));
  });
  return forms;
}

TEST_CASE("hunspell dictionary: suffix rules apply where their condition holds") {
  using Forms = std::vector<std::string>;
  const auto [entry, forms] = GENERATE(table<std::string, Forms>({
      {"segel/AC", {"segels", "seglet"}},
      {"gammel/C", {"gamlet"}},
      {"knå/C", {"knåt"}},
      {"sten/C", {}},
      {"vagn/v", {"vagns/WXZ"}},
      {"ö/C", {"öt"}},
      {"klar", {}},
  }));
  CAPTURE(entry);
  CHECK(forms_of(entry) == forms);
}

TEST_CASE("hunspell dictionary: entries keep word and flags, comments and fields go") {
  const auto dictionary =
      HunspellDictionary::parse("4\nhus/AX\n# anmärkning\nnå\tpo:verb\n-/x\n", kAff).value();
  REQUIRE(dictionary.entries().size() == 3);
  CHECK(dictionary.entries()[0].word == "hus");
  CHECK(dictionary.entries()[0].flags == "AX");
  CHECK(dictionary.entries()[1].word == "nå");
  CHECK(dictionary.entries()[2].word == "-");
  CHECK(dictionary.roles().compound_begin == 'X');
  CHECK(dictionary.roles().forbidden == '%');
  CHECK(dictionary.roles().compound_middle == 0);
}

TEST_CASE("hunspell dictionary: files that cannot be read are refused in words") {
  CHECK(HunspellDictionary::parse("1\nhus\n", "SET ISO8859-1\n").error().code ==
        ErrorCode::kUnsupportedFormat);
  CHECK(HunspellDictionary::parse("1\nhus\n", "SET UTF-8\nFLAG num\n").error().code ==
        ErrorCode::kUnsupportedFormat);
  CHECK(HunspellDictionary::parse("", kAff).error().code == ErrorCode::kUnsupportedFormat);
  const test::TempDir dir;
  const auto missing = HunspellDictionary::read(dir.file("sv.dic"), dir.file("sv.aff"));
  CHECK(missing.error().code == ErrorCode::kNotFound);
  CHECK(missing.error().message.find("hunspell-sv") != std::string::npos);
}

}  // namespace
}  // namespace pressarkiv
