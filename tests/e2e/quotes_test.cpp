// SPDX-License-Identifier: GPL-2.0-or-later
// Quotes and people by the real programs, over releases made here.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/releases.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;
using nlohmann::json;

namespace {

/// An archive of a few releases in which people speak and change office.
class QuoteArchive {
 public:
  QuoteArchive() {
    write("2012/klimat",
          text_release("Bättre bemötande av företag",
                       "Kommunen förenklar.\n\n– Ett gott bemötande avgör, säger Cecilia "
                       "Reuterberg, näringslivschef i Alingsås kommun.\n\n– Vi lyssnar på "
                       "företagen, säger hon.",
                       "2012-09-11"));
    write("2013/vag", text_release("Ny väg",
                                   "Vägen öppnar.\n\n– Äntligen asfalt, säger näringslivschef "
                                   "Cecilia Reuterberg.",
                                   "2013-04-02"));
    write("2014/skola", text_release("Skolan växer",
                                     "Skolan byggs ut.\n\n– Barnen får plats, säger rektor Bo "
                                     "Grankvist.\n\n– Företagen hjälper till, säger "
                                     "näringslivschefen.",
                                     "2013-02-03"));
    write("2018/ny", text_release("Ny chef",
                                  "Nu börjar Maja Oxelmark.\n\n– Roligt, säger näringslivschef "
                                  "Maja Oxelmark.",
                                  "2018-02-01"));
    write("2019/ny", text_release("Chefen ett år senare",
                                  "Ett år har gått.\n\n– Snabbt, säger näringslivschef Maja "
                                  "Oxelmark.",
                                  "2019-02-01"));
    add();
  }
  void write(const std::string& name, const std::string& text) {
    dir_.write("in/" + name + ".txt", text);
  }
  Outcome add() { return index_run({"add", "--archive", dir_.file("a"), dir_.file("in")}); }
  void decide(const std::string& lines) { dir_.write("a/names.txt", lines); }
  Outcome rebuild() { return index_run({"rebuild", "--archive", dir_.file("a")}); }
  Outcome verify() { return index_run({"verify", "--archive", dir_.file("a")}); }
  Outcome query(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, {"--archive", dir_.file("a")});
    return query_run(arguments);
  }
  /// "words | speaker" of each quote.
  std::vector<std::string> quotes(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "quotes");
    arguments.insert(arguments.end(), {"--format", "jsonl"});
    const Outcome outcome = query(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status <= 1);
    std::vector<std::string> found;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      const json quote = json::parse(line);
      found.push_back(quote["text"].get<std::string>() + " | " +
                      (quote["speaker"].is_null() ? "?" : quote["speaker"].get<std::string>()));
    }
    return found;
  }

 private:
  TempDir dir_;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("quotes: by speaker, by words, by role, by release, by date") {
  QuoteArchive archive;
  CHECK(archive.quotes({"--speaker", "Cecilia Reuterberg", "bemötande"}) ==
        Lines{"Ett gott bemötande avgör | Cecilia Reuterberg"});
  CHECK(
      archive.quotes({"--speaker", "Cecilia Reuterberg", "--from", "2013"}) ==
      Lines{"Äntligen asfalt | Cecilia Reuterberg", "Företagen hjälper till | Cecilia Reuterberg"});
  CHECK(archive.quotes({"sade:Reuterberg", "--sort", "oldest"}).size() == 4);
  CHECK(archive.quotes({"speaker:Reuterberg asfalten"}).size() == 1);
  CHECK(archive.quotes({"roll:rektor"}) == Lines{"Barnen får plats | Bo Grankvist"});
  CHECK(archive.quotes({"--role", "rektorn"}).size() == 1);
  CHECK(archive.quotes({"--release", "2012/klimat"}) ==
        Lines{"Ett gott bemötande avgör | Cecilia Reuterberg",
              "Vi lyssnar på företagen | Cecilia Reuterberg"});
  CHECK(archive.quotes({"\"gott bemötande\""}).size() == 1);
  CHECK(archive.quotes({"region:Alingsås"}).size() == 7);
  CHECK(archive.quotes({"sade:Ingenalls"}).empty());
}

TEST_CASE("quotes: a misspelt name finds its person, with a note") {
  QuoteArchive archive;
  const Outcome outcome = archive.query({"quotes", "--speaker", "Cecilia Reutenberg"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Catch::Contains("Cecilia Reuterberg, näringslivschef"));
  CHECK_THAT(outcome.err,
             Catch::Contains("Reutenberg") && Catch::Contains("Cecilia Reuterberg (3)"));
  const Outcome nobody = archive.query({"quotes", "--speaker", "Xqwzt"});
  CHECK(nobody.status == 1);
  CHECK_THAT(nobody.err, Catch::Contains("ingen citeras"));
}

TEST_CASE("quotes: an office alone is given to the one who held it then, and says so") {
  QuoteArchive archive;
  const Outcome outcome =
      archive.query({"quotes", "Företagen hjälper", "--format", "jsonl", "--limit", "1"});
  const json quote = json::parse(outcome.out.substr(0, outcome.out.find('\n')));
  CHECK(quote["speaker"] == "Cecilia Reuterberg");
  CHECK(quote["resolved_via"] == "date");
  CHECK(quote["role"] == "näringslivschefen");
  CHECK(archive.quotes({"--speaker", "Cecilia Reuterberg", "hjälper"}) ==
        Lines{"Företagen hjälper till | Cecilia Reuterberg"});
  CHECK(archive.quotes({"sade:Oxelmark hjälper"}).empty());
}

TEST_CASE("quotes: counts, context, citation, CSV") {
  QuoteArchive archive;
  CHECK(archive.query({"quotes", "sade:Reuterberg", "--per", "year", "--format", "csv"}).out ==
        "period,count\n2012,2\n2013,2\n");
  CHECK(archive.query({"quotes", "sade:Reuterberg", "--per", "quarter", "--format", "csv"}).out ==
        "period,count\n2012-Q3,2\n2013-Q1,1\n2013-Q2,1\n");
  const Outcome text = archive.query({"quotes", "asfalt", "--context"});
  CHECK_THAT(text.out, Catch::Contains("Stycket: – Äntligen asfalt, säger näringslivschef"));
  CHECK_THAT(text.out, Catch::Contains("”Äntligen asfalt” – Cecilia Reuterberg, näringslivschef"));
  CHECK_THAT(archive.query({"quotes", "asfalt", "--format", "csv"}).out,
             Catch::StartsWith("rank,date,speaker,role,org,text"));
  CHECK(archive.query({"quotes", "--per", "decade"}).status == 2);
}

TEST_CASE("quotes: an updated release's quotes take the place of the old ones") {
  QuoteArchive archive;
  archive.write("2013/vag", text_release("Ny väg", "– Äntligen grus, säger rektor Bo Grankvist.",
                                         "2013-04-02"));
  REQUIRE(archive.add().status == 0);
  CHECK(archive.quotes({"--release", "2013/vag"}) == Lines{"Äntligen grus | Bo Grankvist"});
  CHECK(archive.quotes({"asfalt"}).empty());
  CHECK(archive.verify().status == 0);
  REQUIRE(archive.rebuild().status == 0);
  CHECK(archive.quotes({"--release", "2013/vag"}) == Lines{"Äntligen grus | Bo Grankvist"});
}

TEST_CASE("people: found by name, role and organisation; a page with dated roles") {
  QuoteArchive archive;
  const Outcome page = archive.query({"people", "Reutenberg"});
  CHECK(page.status == 0);
  CHECK_THAT(page.out, Catch::Contains("Cecilia Reuterberg, näringslivschef"));
  CHECK_THAT(page.out, Catch::Contains("2012-09-11–2013-04-02"));
  CHECK_THAT(page.err, Catch::Contains("närmaste namn"));
  const Outcome list = archive.query({"people", "--role", "näringslivschef", "--format", "csv"});
  CHECK_THAT(list.out, Catch::Contains("Cecilia Reuterberg") && Catch::Contains("Maja Oxelmark"));
  const Outcome there = archive.query({"people", "--org", "Alingsås", "--format", "csv"});
  CHECK_THAT(there.out, Catch::Contains("Cecilia Reuterberg") && !Catch::Contains("Grankvist"));
  const json person = json::parse(archive.query({"people", "Oxelmark", "--format", "json"}).out);
  CHECK(person["schema"] == "pressarkiv.person/1");
  CHECK(person["roles"][0]["evidence"].size() == 2);
  CHECK(person["quotes_by_year"]["2018"] == 1);
  CHECK(archive.query({"people", "Xqwzt"}).status == 1);
  CHECK(archive.query({"people"}).status == 2);
}

TEST_CASE("people: who held an office at a date, or nobody") {
  QuoteArchive archive;
  const auto on = [&](const std::string& date) {
    const Outcome outcome = archive.query({"people", "--role", "näringslivschef", "--on", date});
    return outcome.status == 0 ? outcome.out.substr(0, outcome.out.find('\n')) : std::string("-");
  };
  CHECK(on("2013-01-15") == "Cecilia Reuterberg");
  CHECK(on("2018-06-01") == "Maja Oxelmark");
  CHECK(on("2015-06-01") == "-");
  CHECK(on("2005-06-01") == "-");
  CHECK(on("2030-06-01") == "-");
  CHECK(archive.query({"people", "--role", "rektor", "--on", "i går"}).status == 2);
}

TEST_CASE("people: likely pairs, with what speaks for and against, until names.txt decides") {
  QuoteArchive archive;
  archive.write("2018/a", text_release("Möte",
                                       "Näringslivschef Maja Oxelmarck, Ale, kom.\n\nHon "
                                       "talade.",
                                       "2018-03-01"));
  archive.write("2018/b", text_release("Besök",
                                       "Näringslivschef Maja Berg Oxelmark kom.\n\nHon "
                                       "talade.",
                                       "2018-04-01"));
  archive.write("2018/c", text_release("Fest",
                                       "Bo Grankvist och Bo Grankvists kom.\n\nRektor Bo "
                                       "Grankvist och läraren Bo-Ivar Grankvist talade.",
                                       "2018-05-01"));
  REQUIRE(archive.add().status == 0);
  const auto pairs = [&] {
    const Outcome outcome = archive.query({"people", "--pairs", "--format", "json"});
    std::vector<std::string> found;
    const json all = json::parse(outcome.out);
    for (const json& pair : all["pairs"]) {
      found.push_back(pair["people"][0]["name"].get<std::string>() + " – " +
                      pair["people"][1]["name"].get<std::string>() + ": " +
                      pair["difference"].get<std::string>());
    }
    return found;
  };
  CHECK(pairs() == Lines{"Maja Oxelmark – Maja Berg Oxelmark: middle",
                         "Maja Oxelmark – Maja Oxelmarck: spelling"});
  const Outcome text = archive.query({"people", "--pairs", "Oxelmark"});
  CHECK_THAT(text.out, Catch::Contains("samma roll: näringslivschef"));
  CHECK(archive.query({"people", "--pairs", "Reuterberg"}).status == 1);
  archive.decide(
      "olika\tMaja Oxelmark\tMaja Oxelmarck\n"
      "samma\tMaja Oxelmark\tMaja Berg Oxelmark\n");
  CHECK(pairs().empty());
}

TEST_CASE("people: a page tells the themes of the person's releases, not who is named there") {
  QuoteArchive archive;
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    archive.write("x/a" + number, text_release("Bredband till by " + number,
                                               "Nu börjar det byggas i by " + number +
                                                   ".\n\n– Fiber till alla, säger "
                                                   "landsbygdschef Siv Almqvist.",
                                               "2016-03-01"));
    archive.write("x/b" + number, text_release("Skola " + number,
                                               "Elever får böcker i skola " + number +
                                                   ".\n\n– Bra, säger rektor Bo Grankvist.",
                                               "2016-04-01"));
  }
  REQUIRE(archive.add().status == 0);
  const json person = json::parse(archive.query({"people", "Almqvist", "--format", "json"}).out);
  std::string themes;
  for (const json& theme : person["themes"]) themes += theme["words"].get<std::string>() + ";";
  CHECK_THAT(themes, Catch::Contains("redband") && !Catch::Contains("Almqvist") &&
                         !Catch::Contains("landsbygdschef") && !Catch::Contains("böcker"));
}

TEST_CASE("people: the person facet and person: hold those whom the text names") {
  QuoteArchive archive;
  CHECK_THAT(archive.query({"search", "", "--only-facets", "--facet", "person"}).out,
             Catch::Contains("Cecilia Reuterberg"));
  CHECK_THAT(archive.query({"search", "person:Oxelmark"}).out, Catch::Contains("Ny chef"));
  CHECK_THAT(archive.query({"search", "sade:Grankvist"}).out, Catch::Contains("Skolan växer"));
}

TEST_CASE("search: a match inside a quote says who is speaking, one outside does not") {
  QuoteArchive archive;
  const json inside =
      json::parse(archive.query({"search", "bemötande avgör", "--format", "jsonl", "-n", "1"}).out);
  CHECK(inside["snippets"][0]["speaker"] == "Cecilia Reuterberg");
  const json outside =
      json::parse(archive.query({"search", "öppnar", "--format", "jsonl", "-n", "1"}).out);
  CHECK(outside["snippets"][0]["speaker"].is_null());
}

TEST_CASE("names: what users decide joins people and keeps them apart, and is taken back") {
  QuoteArchive archive;
  CHECK(archive.quotes({"--speaker", "Maja Oxelmark"}).size() == 2);
  archive.decide("# gift 2018\nsamma\tMaja Oxelmark\tCecilia Reuterberg\n");
  CHECK(archive.quotes({"--speaker", "Maja Oxelmark"}).size() == 6);
  const json person = json::parse(archive.query({"people", "Reuterberg", "--format", "json"}).out);
  CHECK(person["name"] == "Maja Oxelmark");
  CHECK(person["names"][0] == "Cecilia Reuterberg");
  archive.decide("");
  CHECK(archive.quotes({"--speaker", "Maja Oxelmark"}).size() == 2);
  archive.decide("samma\tMaja Oxelmark\n");
  const Outcome broken = archive.query({"people", "Oxelmark"});
  CHECK(broken.status == 2);
  CHECK_THAT(broken.err, Catch::Contains("names.txt: line 1"));
}
