// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/word_family.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "query/expansion/word_relatives.h"
#include "query/search/release_association.h"
#include "tests/support/small_vocabulary.h"

namespace pressarkiv {
namespace {

using test::SmallVocabulary;

double never_together(const std::vector<std::string>&, const std::vector<std::string>&) {
  return 0;
}

std::vector<std::string> forms_of(const std::vector<FamilyMember>& members) {
  std::vector<std::string> forms;
  for (const FamilyMember& member : members) forms.push_back(member.form);
  std::sort(forms.begin(), forms.end());
  return forms;
}

std::vector<std::string> family_forms(const SmallVocabulary& small, std::string_view word,
                                      const WordAssociation& association = never_together) {
  return forms_of(word_family(small.open(), association, word));
}

using Strings = std::vector<std::string>;

TEST_CASE("family: a known part beside names, loans, slips and hyphens") {
  const SmallVocabulary small({{"skola", 9},
                               {"edboskolan", 1},
                               {"eu-skolor", 1},
                               {"skolturne", 2},
                               {"skolmässigt", 1},
                               {"makroskola", 1},
                               {"bilskolornq", 1},
                               {"vinden", 3}});
  CHECK(family_forms(small, "skola") ==
        Strings{"edboskolan", "eu-skolor", "makroskola", "skola", "skolmässigt", "skolturne"});
}

TEST_CASE("family: letters that only meet are no part") {
  const SmallVocabulary small(
      {{"hus", 9}, {"husbil", 2}, {"aarhus", 4}, {"busshusen", 1}, {"hustru", 3}, {"thus", 1}});
  CHECK(family_forms(small, "hus") == Strings{"busshusen", "hus", "husbil"});
}

TEST_CASE("family: a particle noun belongs where the archive holds both together") {
  const SmallVocabulary small({{"skola", 9}, {"förskolan", 5}, {"stöd", 8}, {"utstöd", 5}});
  const auto association = [](const Strings& a, const Strings& b) {
    return a == Strings{"förskolan"} && b == Strings{"skola"} ? 0.5 : 0.1;
  };
  CHECK(family_forms(small, "skola", association) == Strings{"förskolan", "skola"});
  CHECK(family_forms(small, "stöd", association) == Strings{"stöd"});
}

TEST_CASE("family: members are dropped with their families and added with their forms") {
  const SmallVocabulary small({{"väg", 9},
                               {"bilväg", 3},
                               {"bilvägar", 1},
                               {"vägnät", 2},
                               {"buss", 4},
                               {"bussar", 1},
                               {"skolbuss", 1}});
  const auto same = [](std::string_view piece) { return std::string(piece); };
  const auto spec = read_family_spec("väg -bilväg +buss", same);
  REQUIRE(spec);
  CHECK(forms_of(word_family(small.open(), never_together, *spec)) ==
        Strings{"buss", "bussar", "väg", "vägnät"});
  CHECK_FALSE(read_family_spec("väg bilväg", same));
  CHECK_FALSE(read_family_spec("-väg -bilväg +", same));
  CHECK_FALSE(read_family_spec("", same));
}

TEST_CASE("family: relatives share the last part and the matter of the first") {
  const SmallVocabulary small(
      {{"elpris", 5}, {"kraftpris", 2}, {"husprisen", 3}, {"el", 1}, {"kraft", 9}, {"hus", 9}});
  const auto association = [](const Strings&, const Strings& b) {
    return std::find(b.begin(), b.end(), "kraft") != b.end() ? 0.4 : 0.1;
  };
  const std::vector<FamilyMember> near = word_relatives(small.open(), association, "elpris");
  CHECK(forms_of(near) == Strings{"kraftpris"});
  CHECK(near.front().relation == FamilyRelation::kRelative);
  CHECK(forms_of(word_family(small.open(), association, "elpris")) == Strings{"elpris"});
}

TEST_CASE("association: from -1 to 1, and nothing without evidence") {
  CHECK(npmi(10, 10, 10, 100) == Approx(1));
  CHECK(npmi(10, 20, 50, 100) == Approx(0).margin(1e-9));
  CHECK(npmi(5, 50, 50, 100) < -0.4);
  CHECK(npmi(4, 4, 4, 100) == 0);
}

}  // namespace
}  // namespace pressarkiv
