// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/vocabulary.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "common/schema/token_stream.h"
#include "common/vocabulary/spelling.h"
#include "tests/support/small_vocabulary.h"

namespace pressarkiv {
namespace {

using test::SmallVocabulary;

std::vector<std::string> names(const std::vector<VocabularyForm>& forms) {
  std::vector<std::string> names;
  for (const VocabularyForm& form : forms) names.push_back(form.form);
  return names;
}

const SmallVocabulary::Forms kForms{
    {"bil", 9},     {"bilar", 4},     {"bilväg", 2},   {"husbil", 1},   {"skola", 8}, {"skolor", 3},
    {"skolväg", 2}, {"vindkraft", 5}, {"kraftnät", 2}, {"linander", 3}, {"vägar", 6}};

TEST_CASE("vocabulary: counts, prefixes, forms and compounds of a word") {
  const SmallVocabulary small(kForms);
  const Vocabulary vocabulary = small.open();
  CHECK(vocabulary.releases("bil") == 9);
  CHECK(vocabulary.releases("bi") == 0);
  CHECK(names(vocabulary.with_prefix("bil")) == std::vector<std::string>{"bil", "bilar", "bilväg"});
  CHECK(names(vocabulary.forms_of("bilar")) == std::vector<std::string>{"bil", "bilar"});
  CHECK(names(vocabulary.forms_of("skola")) == std::vector<std::string>{"skola", "skolor"});
  CHECK(names(vocabulary.compounds_with("bil")) == std::vector<std::string>{"bilväg", "husbil"});
  CHECK(names(vocabulary.compounds_with("skolorna")) == std::vector<std::string>{"skolväg"});
  CHECK(names(vocabulary.compounds_with("kraft")) ==
        std::vector<std::string>{"kraftnät", "vindkraft"});
  const auto views = vocabulary.related(WordRelation::kForm, "bilar");
  REQUIRE(views.size() == 2);
  CHECK(views[1].form == "bilar");
  CHECK(views[1].releases == 4);
  CHECK(vocabulary.forms_of("").empty());
  CHECK(vocabulary.compounds_with("okänd").empty());
  CHECK(names(vocabulary.containing("väg")) ==
        std::vector<std::string>{"bilväg", "skolväg", "vägar"});
  CHECK(names(vocabulary.containing("linander")) == std::vector<std::string>{"linander"});
  CHECK(vocabulary.containing("ä").empty());
  CHECK(vocabulary.containing("wxyz").empty());
}

TEST_CASE("vocabulary: a term has its name by its hash, in whichever segment it is") {
  SmallVocabulary small({{"bilar", 4}, {"bil", 9}, {"2023:15", 1}, {"t.ex", 1}});
  small.add({{"skolor", 3}});
  const Vocabulary vocabulary = small.open();
  const auto name = [&](std::string_view term) {
    return vocabulary.term_of_hash(hash_word(term, term).term);
  };
  for (const std::string term : {"bil", "2023:15", "t.ex", "skol"}) CHECK(name(term) == term);
  for (const std::string form : {"bilar", "skolor", "okänd", ""}) CHECK(name(form).empty());
}

TEST_CASE("vocabulary: neighbours are near in spelling, the nearest first") {
  const SmallVocabulary small({{"äldreomsorg", 9}, {"äldreomsorgen", 4}, {"barnomsorg", 7}});
  const Vocabulary vocabulary = small.open();
  const auto near = vocabulary.neighbours("aldreomsorg", 200, 10);
  REQUIRE(near.size() == 1);
  CHECK(near[0].form.form == "äldreomsorg");
  CHECK(near[0].distance == 30);
  CHECK(vocabulary.neighbours("aldreomsorg", 200, 0).empty());
  CHECK(vocabulary.neighbours("xyz", 100, 10).empty());
}

TEST_CASE("vocabulary: neighbours within one edit are found as a scan finds them") {
  std::mt19937 random(7);
  const std::u32string letters = U"abdeåäö";
  SmallVocabulary::Forms forms;
  for (int i = 0; i < 400; ++i) {
    std::string word;
    for (std::size_t length = 5 + random() % 5; length > 0; --length) {
      const char32_t letter = letters[random() % letters.size()];
      if (letter < 0x80) {
        word += static_cast<char>(letter);
      } else {
        word += letter == U'å' ? "å" : letter == U'ä' ? "ä" : "ö";
      }
    }
    forms.emplace_back(word, 1);
  }
  const SmallVocabulary small(forms);
  const Vocabulary vocabulary = small.open();
  for (std::size_t i = 0; i < forms.size(); i += 7) {
    const std::string typed = spelling_skeleton(forms[i].first);
    std::size_t expected = 0;
    for (const VocabularyForm& form : vocabulary.all()) {
      if (form.form != typed && typing_distance(typed, form.form, 100) <= 100) ++expected;
    }
    CAPTURE(typed);
    CHECK(vocabulary.neighbours(typed, 100, 1000).size() == expected);
  }
}

TEST_CASE("vocabulary: segments add up and are put together in time") {
  SmallVocabulary small({{"bil", 1}});
  for (int i = 0; i < 20; ++i) small.add({{"bil", 1}, {"väg" + std::to_string(i), 1}});
  const Vocabulary vocabulary = small.open();
  CHECK(vocabulary.releases("bil") == 21);
  CHECK(vocabulary.all().size() == 21);
  CHECK(vocabulary_segments(small.folder().path()).size() <= 9);
}

TEST_CASE("vocabulary: a name is what never stands in lower case") {
  SmallVocabulary small({{"lund", 1}});
  small.add({{"linander", 2}}, FormEntry::kSeenAsName);
  small.add({{"lund", 2}}, FormEntry::kSeenAsName);
  const Vocabulary vocabulary = small.open();
  CHECK(vocabulary.with_prefix("linander").at(0).name_only);
  CHECK_FALSE(vocabulary.with_prefix("lund").at(0).name_only);
}

TEST_CASE("vocabulary: a damaged segment is an error that says what to do, never a crash") {
  const SmallVocabulary small(kForms);
  const std::string name = vocabulary_segments(small.folder().path()).at(0);
  const std::string whole(MappedFile::open(small.folder().file(name), "words").value().bytes());
  SECTION("cut off anywhere") {
    for (std::size_t size = 1; size < whole.size(); size += 13) {
      small.folder().write(name, whole.substr(0, size));
      const auto opened = Vocabulary::open(small.folder().path());
      REQUIRE(!opened);
      CHECK(opened.error().message.find("rebuild") != std::string::npos);
    }
  }
  SECTION("any byte changed") {
    for (std::size_t at = sizeof(SegmentHeader); at < whole.size(); at += 5) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
      small.folder().write(name, bytes);
      const auto opened = Vocabulary::open(small.folder().path());
      if (!opened) continue;
      static_cast<void>(opened->all());
      static_cast<void>(opened->forms_of("bilar"));
      static_cast<void>(opened->compounds_with("bil"));
      static_cast<void>(opened->neighbours("blar", 200, 5));
    }
    SUCCEED();
  }
}

}  // namespace
}  // namespace pressarkiv
