// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/query_expander.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/accents.h"
#include "tests/support/small_vocabulary.h"

namespace pressarkiv {
namespace {

using test::SmallVocabulary;
using R = ExpansionReason;

/// An expander over a small archive.
struct Bench {
  explicit Bench(const SmallVocabulary::Forms& forms) : small(forms), vocabulary(small.open()) {}

  ExpandedQuery expand(const std::vector<std::string>& words, const ExpansionLayers& layers = {}) {
    return QueryExpander({vocabulary, synonyms, places, analyzer}, layers, {}).expand(words);
  }

  SmallVocabulary small;
  Vocabulary vocabulary;
  Analyzer analyzer;
  Synonyms synonyms{analyzer};
  Gazetteer gazetteer;
  PlaceTree places{gazetteer};
};

const Alternative* find(const Concept& meant, R reason) {
  const auto found =
      std::find_if(meant.alternatives.begin(), meant.alternatives.end(),
                   [&](const Alternative& alternative) { return alternative.reason == reason; });
  return found == meant.alternatives.end() ? nullptr : &*found;
}

bool has_term(const TermGroup& group, const std::string& term) {
  return std::binary_search(group.terms.begin(), group.terms.end(), term);
}

TEST_CASE("expansion: a word brings its forms and the compounds with it, which count less") {
  Bench bench({{"skola", 5}, {"skolor", 2}, {"skolbuss", 3}, {"skolväg", 1}, {"väg", 4}});
  const Concept meant = bench.expand({"skola"}).concepts.at(0);
  const Alternative* forms = find(meant, R::kForms);
  REQUIRE(forms != nullptr);
  CHECK(forms->weight == 1);
  CHECK(has_term(forms->all.at(0), bench.analyzer.term_of("skolor")));
  CHECK_FALSE(has_term(forms->all.at(0), bench.analyzer.term_of("skolbuss")));
  const Alternative* compounds = find(meant, R::kCompounds);
  REQUIRE(compounds != nullptr);
  CHECK(compounds->weight < 1);
  CHECK(has_term(compounds->all.at(0), bench.analyzer.term_of("skolbuss")));
  CHECK(has_term(compounds->all.at(0), bench.analyzer.term_of("skola")));
}

TEST_CASE("expansion: a word that is asked again is the same list of terms") {
  Bench bench({{"skola", 5}, {"skolor", 2}, {"skolbuss", 3}});
  const ExpansionLayers layers;
  const ExpansionWeights weights;
  WordExpander words(bench.vocabulary, bench.analyzer, layers, weights);
  CHECK(words.forms("skola").terms.is(words.forms("skola").terms));
  const SharedWords compounds = words.forms_and_compounds("skola").terms;
  CHECK(compounds.is(words.forms_and_compounds("skola").terms));
  CHECK_FALSE(compounds.is(words.forms("skola").terms));
  CHECK(std::is_sorted(compounds.begin(), compounds.end()));
}

TEST_CASE("shared words: a list of none, and copies that are one") {
  const SharedWords none;
  CHECK(none.empty());
  CHECK(none.begin() == none.end());
  CHECK(SharedWords(std::vector<std::string>{}).empty());
  const SharedWords some{"a", "b"};
  const SharedWords copy = some;
  CHECK(copy.is(some));
  CHECK_FALSE(copy.is(SharedWords{"a", "b"}));
  CHECK(copy.size() == 2);
  CHECK(copy[1] == "b");
}

TEST_CASE("shared words: two lists united are one of them where it holds the other") {
  const SharedWords few{"b"};
  const SharedWords more{"a", "b", "c"};
  CHECK(united(few, more).is(more));
  CHECK(united(more, few).is(more));
  CHECK(united({}, few).is(few));
  CHECK(united({}, {}).empty());
  const SharedWords both = united(SharedWords{"a", "c"}, SharedWords{"b", "c", "d"});
  CHECK(std::vector<std::string>(both.begin(), both.end()) ==
        std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("expansion: a compound that nobody wrote is met by its parts") {
  Bench bench({{"buss", 5}, {"nät", 2}, {"elnät", 3}});
  const Concept meant = bench.expand({"bussnät"}).concepts.at(0);
  const Alternative* parts = find(meant, R::kParts);
  REQUIRE(parts != nullptr);
  REQUIRE(parts->all.size() == 2);
  CHECK(has_term(parts->all[0], bench.analyzer.term_of("buss")));
  CHECK(has_term(parts->all[1], bench.analyzer.term_of("elnät")));
}

TEST_CASE("expansion: an unknown word is corrected, with a note that says how to insist") {
  Bench bench({{"äldreomsorg", 9}, {"väg", 4}});
  const ExpandedQuery expanded = bench.expand({"aldreomsorg"});
  const Alternative* spelling = find(expanded.concepts.at(0), R::kSpelling);
  REQUIRE(spelling != nullptr);
  CHECK(has_term(spelling->all.at(0), bench.analyzer.term_of("äldreomsorg")));
  REQUIRE(expanded.notes.size() == 1);
  CHECK(expanded.notes[0].find("+aldreomsorg") != std::string::npos);
}

TEST_CASE("expansion: a word that leads somewhere by another name is no slip of typing") {
  Bench bench({{"dags", 40}, {"förskola", 9}});
  bench.synonyms.add_pair("dagis", "förskola");
  const ExpandedQuery expanded = bench.expand({"dagis"});
  CHECK(expanded.notes.empty());
  CHECK(find(expanded.concepts.at(0), R::kSpelling) == nullptr);
  const Alternative* synonym = find(expanded.concepts.at(0), R::kSynonym);
  REQUIRE(synonym != nullptr);
  CHECK(has_term(synonym->all.at(0), bench.analyzer.term_of("förskola")));
  // Where the archive has neither, the slip is the likelier.
  Bench other({{"dags", 40}});
  other.synonyms.add_pair("dagis", "förskola");
  CHECK(find(other.expand({"dagis"}).concepts.at(0), R::kSpelling) != nullptr);
}

TEST_CASE("expansion: a compound of known words is no slip for another word two letters away") {
  Bench bench({{"buss", 30}, {"nätet", 20}, {"nät", 40}, {"elnät", 3}, {"bussfatet", 9}});
  const ExpandedQuery compound = bench.expand({"bussnätet"});
  CHECK(compound.notes.empty());
  CHECK(find(compound.concepts.at(0), R::kSpelling) == nullptr);
  CHECK(find(compound.concepts.at(0), R::kParts) != nullptr);
}

TEST_CASE("expansion: a piece of a word that was written apart is no slip of typing") {
  Bench bench({{"ung", 5}, {"ungdomsbrott", 4}, {"domsrätt", 9}});
  const ExpandedQuery expanded = bench.expand({"ung", "domsbrott"});
  CHECK(expanded.notes.empty());
  CHECK(find(expanded.concepts.at(1), R::kSpelling) == nullptr);
  REQUIRE(find(expanded.concepts.at(1), R::kJoined) != nullptr);
  REQUIRE(find(bench.expand({"domsbrott"}).concepts.at(0), R::kSpelling) != nullptr);
}

TEST_CASE("expansion: words run together are met side by side before apart") {
  Bench bench({{"fria", 30}, {"val", 20}});
  const ExpandedQuery expanded = bench.expand({"friaval"});
  const Concept& meant = expanded.concepts.at(0);
  const Alternative* first = find(meant, R::kDivided);
  REQUIRE(first != nullptr);
  CHECK(first->adjacent);
  REQUIRE(first->all.size() == 2);
  CHECK(has_term(first->all[1], bench.analyzer.term_of("val")));
  const Alternative& last = meant.alternatives.back();
  CHECK(last.reason == R::kDivided);
  CHECK_FALSE(last.adjacent);
  CHECK(last.weight < first->weight);
}

TEST_CASE("expansion: known and short words, and numbers, are left as typed") {
  Bench bench({{"kraft", 5},
               {"kraftx", 9},
               {"vag", 1},
               {"väg", 900},
               {"2023", 5},
               {"kommun", 40},
               {"komun", 12}});
  const std::string word = GENERATE("kraft", "2022", "vag", "komun");
  CAPTURE(word);
  CHECK(find(bench.expand({word}).concepts.at(0), R::kSpelling) == nullptr);
}

TEST_CASE("expansion: a rare word yields to one that is far more frequent") {
  Bench bench({{"kommuun", 1}, {"kommun", 400}});
  const ExpandedQuery expanded = bench.expand({"kommuun"});
  CHECK(find(expanded.concepts.at(0), R::kSpelling) != nullptr);
  CHECK(expanded.notes.size() == 1);
}

TEST_CASE("expansion: what was written apart is searched as one word too, and the other way") {
  Bench bench({{"elpris", 5}, {"el", 3}, {"pris", 4}, {"civilt", 6}, {"försvar", 7}});
  const ExpandedQuery apart = bench.expand({"el", "pris"});
  CHECK(find(apart.concepts.at(0), R::kJoined) != nullptr);
  CHECK(find(apart.concepts.at(1), R::kJoined) != nullptr);
  const ExpandedQuery together = bench.expand({"civiltförsvar"});
  const Alternative* divided = find(together.concepts.at(0), R::kDivided);
  REQUIRE(divided != nullptr);
  CHECK(divided->all.size() == 2);
}

TEST_CASE("expansion: synonyms work in any form, both ways unless the list says otherwise") {
  Bench bench({{"vd", 5}, {"verkställande", 3}, {"direktör", 4}, {"buss", 2}, {"tåg", 2}});
  REQUIRE(bench.synonyms.add("vd, verkställande direktör\nbuss > tåg\n", "test"));
  const ExpandedQuery short_form = bench.expand({"vd"});
  const Alternative* long_form = find(short_form.concepts.at(0), R::kSynonym);
  REQUIRE(long_form != nullptr);
  CHECK(long_form->adjacent);
  CHECK(long_form->all.size() == 2);
  const ExpandedQuery reversed = bench.expand({"verkställande", "direktören"});
  CHECK(find(reversed.concepts.at(0), R::kSynonym) != nullptr);
  CHECK(find(reversed.concepts.at(1), R::kSynonym) != nullptr);
  CHECK(find(bench.expand({"bussar"}).concepts.at(0), R::kSynonym) != nullptr);
  CHECK(find(bench.expand({"tåg"}).concepts.at(0), R::kSynonym) == nullptr);
}

/// A word and what else it is called.
struct Called {
  std::vector<std::string> word;
  std::vector<std::vector<std::string>> others;
};

std::vector<std::string> forms_of(const std::string& entry, Analyzer& analyzer) {
  AnalyzedText analyzed;
  analyzer.analyze(entry, analyzed);
  std::vector<std::string> forms;
  for (const Token& token : analyzed.tokens()) {
    if (token.kind == TokenKind::kMain) forms.push_back(fold_accents(token.form));
  }
  return forms;
}

/// What a list says, by the stems of each word, worked out from all of its lines.
std::map<std::vector<std::string>, Called> read_all(const std::string& text, Analyzer& analyzer) {
  std::map<std::vector<std::string>, Called> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t arrow = line.find('>');
    const auto entries = [&](const std::string& side) {
      std::vector<std::vector<std::string>> words;
      std::istringstream list(side);
      for (std::string entry; std::getline(list, entry, ',');) {
        words.push_back(forms_of(entry, analyzer));
      }
      return words;
    };
    const auto words = entries(line.substr(0, arrow));
    const auto others = arrow == std::string::npos ? words : entries(line.substr(arrow + 1));
    for (std::size_t from = 0; from < words.size(); ++from) {
      std::vector<std::string> stems;
      for (const std::string& form : words[from]) stems.push_back(analyzer.term_of(form));
      Called& called = all[stems];
      called.word = words[from];
      for (std::size_t to = 0; to < others.size(); ++to) {
        if (arrow != std::string::npos || from != to) called.others.push_back(others[to]);
      }
    }
  }
  return all;
}

TEST_CASE("synonyms: every word of a list finds the others, whatever was asked before") {
  std::ifstream file(PRESSARKIV_SOURCE_DIR "/query/expansion/data/synonyms.sv.txt");
  const std::string built_in{std::istreambuf_iterator<char>(file), {}};
  const std::string own =
      "10 000, tio tusen\nidé, idéer\nIDÉ, tanke\nE-post, mejl > brev\nEU:s, union\nvd, chef\n";
  Analyzer analyzer;
  for (const std::string& text : {built_in, own}) {
    Synonyms synonyms(analyzer);
    REQUIRE(synonyms.add(text, "list"));
    const auto expected = read_all(text, analyzer);
    CHECK(expected.size() > 5);
    for (auto entry = expected.rbegin(); entry != expected.rend(); ++entry) {
      const auto& [word, others] = entry->second;
      CHECK(word.size() <= synonyms.longest());
      std::vector<std::vector<std::string>> found;
      for (const Expression& other : synonyms.find(word, 0, word.size())) {
        found.push_back(other.forms);
      }
      CHECK(found == others);
    }
  }
}

TEST_CASE("synonyms: a line that makes no sense is named, and the built-in list has none") {
  Analyzer analyzer;
  Synonyms synonyms(analyzer);
  const Status bad = synonyms.add("a, b\n\n# c\nensam\n", "egna.txt");
  REQUIRE(!bad);
  CHECK(bad.error().message.find("egna.txt:4") != std::string::npos);
  CHECK(synonyms.longest() == 0);
  synonyms.add_built_in();
  CHECK(synonyms.longest() > 2);
}

TEST_CASE("expansion: a county reaches the places in it, but not through ordinary words") {
  Bench bench({{"norrbotten", 3}});
  bench.small.add({{"kiruna", 4}, {"gällivare", 2}, {"mark", 9}}, FormEntry::kSeenAsName);
  bench.small.add({{"boden", 4}});
  bench.vocabulary = bench.small.open();
  const Concept meant = bench.expand({"norrbotten"}).concepts.at(0);
  // "norrbotten" was added in lower case: not surely a place.
  CHECK(find(meant, R::kPlaces) == nullptr);
  const Concept county = bench.expand({"norrbottens", "län"}).concepts.at(0);
  const Alternative* places = find(county, R::kPlaces);
  REQUIRE(places != nullptr);
  CHECK(has_term(places->all.at(0), bench.analyzer.term_of("kiruna")));
  CHECK_FALSE(has_term(places->all.at(0), bench.analyzer.term_of("boden")));
  CHECK_FALSE(has_term(places->all.at(0), bench.analyzer.term_of("mark")));
}

TEST_CASE("expansion: numbers of laws and reports are taken as they are, and count more") {
  Bench bench({{"2023:15", 2}, {"2023:16", 900}, {"2022/23:91", 1}});
  const std::string number = GENERATE("2023:15", "2022/23:91", "2019:99");
  const ExpandedQuery expanded = bench.expand({number});
  CHECK(expanded.notes.empty());
  REQUIRE(expanded.concepts.at(0).alternatives.size() == 1);
  CHECK(expanded.concepts[0].alternatives[0].weight > 1);
  CHECK(expanded.concepts[0].alternatives[0].all.at(0).terms.size() == 1);
}

TEST_CASE("expansion: every layer can be switched off") {
  Bench bench({{"skola", 5}, {"skolor", 2}, {"skolbuss", 3}, {"äldreomsorg", 9}});
  const ExpandedQuery bare = bench.expand({"skola", "aldreomsorg"}, ExpansionLayers::none());
  CHECK(bare.notes.empty());
  for (const Concept& meant : bare.concepts) {
    REQUIRE(meant.alternatives.size() == 1);
    CHECK(meant.alternatives[0].all.at(0).terms.size() == 1);
  }
}

}  // namespace
}  // namespace pressarkiv
