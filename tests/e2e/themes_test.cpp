// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/golden.h"
#include "tests/support/releases.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;
using nlohmann::json;

namespace {

const std::string kCorpus = std::string(PRESSARKIV_SOURCE_DIR) + "/corpus";

const std::string& sample_archive() {
  static const TempDir dir;
  static const std::string archive = [] {
    const std::string path = dir.file("sample.archive");
    const Outcome added = index_run({"add", "--archive", path, kCorpus + "/sample",
                                     kCorpus + "/sample-markdown", kCorpus + "/sample-json"});
    INFO(added.err);
    REQUIRE(added.status == 0);
    return path;
  }();
  return archive;
}

Outcome ask(const std::string& archive, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin() + 1, {"--archive", archive});
  return query_run(arguments);
}

json ask_json(const std::string& archive, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome outcome = ask(archive, arguments);
  INFO(outcome.err);
  REQUIRE(outcome.status <= 1);
  return json::parse(outcome.out);
}

void add(const std::string& archive, const std::string& path) {
  const Outcome added = index_run({"add", "--archive", archive, path});
  INFO(added.err);
  REQUIRE(added.status == 0);
}

/// A release of its own words, with a number in it.
std::string plain_release(int number, const std::string& more = "") {
  std::string body = "Kommunen beslutade i dag om ärende " + std::to_string(number) + ".\n\n";
  for (int i = 0; i < 40; ++i) body += "ord" + std::to_string(number * 40 + i) + " ";
  return text_release(
      "Beslut nummer " + std::to_string(number), body + "\n\n" + more,
      std::to_string(2015 + number % 5) + "-0" + std::to_string(1 + number % 9) + "-11");
}

}  // namespace

TEST_CASE("themes: golden output over the sample corpus") {
  const auto [name, arguments] = GENERATE(table<std::string, std::vector<std::string>>({
      {"themes/trend.txt", {"trends", "bredband"}},
      {"themes/trends.txt", {"trends", "bredband", "skola -förskola", "--from", "2015"}},
      {"themes/trends.csv", {"trends", "bredband", "--by", "county", "--format", "csv"}},
      {"themes/trends.json",
       {"trends", "skola", "--per", "quarter", "--from", "2024", "--format", "json"}},
      {"themes/trends.jsonl", {"trends", "ämne:Utbildning", "--thin", "3", "--format", "jsonl"}},
      {"themes/kwic.txt", {"kwic", "bredband", "--sort", "right", "--limit", "8"}},
      {"themes/kwic.csv", {"kwic", "företagsklimat", "--sort", "left", "--format", "csv"}},
      {"themes/kwic.json", {"kwic", "\"i kommunen\"", "--limit", "2", "--format", "json"}},
  }));
  const Outcome outcome = ask(sample_archive(), arguments);
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  check_golden(name, outcome.out);
  CHECK(ask(sample_archive(), arguments).out == outcome.out);
}

TEST_CASE("trends and kwic: what is not there, and what cannot be meant") {
  CHECK(ask(sample_archive(), {"trends", "finnsintealls"}).status == 1);
  CHECK(ask(sample_archive(), {"kwic", "finnsintealls"}).status == 1);
  const auto [arguments, hint] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"trends"}, "one or more queries"},
      {{"trends", "skola", "--per", "vecka"}, "year, quarter or month"},
      {{"trends", "skola", "--by", "väder"}, "subject, county"},
      {{"trends", "skola", "--by", "year"}, "subject, county"},
      {{"trends", "skola", "--format", "pdf"}, "svg"},
      {{"trends", "(skola"}, "kolumn "},
      {{"trends", "skola", "--from", "2020", "--to", "2019"}, "--from lies after --to"},
      {{"kwic", "skola", "--period", "2019-13"}, "2019-okänd"},
      {{"kwic", "skola", "--sort", "längd"}, "left, right"},
      {{"kwic", "ämne:Utbildning"}, "needs a word"},
      {{"duplicates", "skola"}, "takes no words"},
  }));
  const Outcome outcome = ask(sample_archive(), arguments);
  CAPTURE(arguments, outcome.err);
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find(hint) != std::string::npos);
  CHECK(outcome.out.empty());
}

TEST_CASE("trends: a thousand copies of a boilerplate change no figure") {
  const TempDir dir;
  const std::string standing =
      "Kommunen är en kommun där bredband, skola och företag har nära till allt som de behöver.";
  for (int i = 0; i < 1000; ++i) {
    dir.write("plain/" + std::to_string(i) + ".txt", plain_release(i));
    dir.write("standing/" + std::to_string(i) + ".txt", plain_release(i, standing));
  }
  add(dir.file("plain.archive"), dir.file("plain"));
  add(dir.file("standing.archive"), dir.file("standing"));
  const auto figures = [&](const std::string& archive, std::vector<std::string> options) {
    options.insert(options.begin(), {"trends", "kommun", "bredband", "skola"});
    return ask_json(dir.file(archive), options)["series"];
  };
  CHECK(figures("standing.archive", {}) == figures("plain.archive", {}));
  const json with = figures("standing.archive", {"--with-boilerplate"});
  CHECK(with[1]["total"]["releases"] == 1000);
  CHECK(with[1]["total"]["occurrences"] == 1000);
  CHECK(ask(dir.file("standing.archive"), {"kwic", "bredband"}).status == 1);
  CHECK(ask_json(dir.file("standing.archive"),
                 {"kwic", "bredband", "--with-boilerplate"})["total"] == 1000);
}

TEST_CASE("trends: the text about the sender counts only where it is asked for") {
  const TempDir dir;
  for (int i = 0; i < 3; ++i) dir.write("in/" + std::to_string(i) + ".txt", plain_release(i));
  add(dir.file("a"), dir.file("in"));  // Each ends with OM SENDAREN, a "påhittad kommun".
  CHECK(ask(dir.file("a"), {"trends", "påhittad"}).status == 1);
  CHECK(ask_json(dir.file("a"), {"trends", "om:påhittad"})["series"][0]["total"]["occurrences"] ==
        3);
  const json with = ask_json(dir.file("a"), {"trends", "påhittad kommun", "--with-boilerplate"});
  CHECK(with["series"][0]["total"]["releases"] == 3);
  CHECK(with["series"][0]["total"]["occurrences"] == 9);
}

TEST_CASE("duplicates: counted once, listed, and brought back on request") {
  const TempDir dir;
  for (int i = 0; i < 6; ++i) dir.write("in/" + std::to_string(i) + ".txt", plain_release(i));
  std::string copy = plain_release(2);
  copy.replace(copy.find("ord85"), 5, "ändrat");
  dir.write("in/copy.txt", copy);
  add(dir.file("a"), dir.file("in"));
  const json list = ask_json(dir.file("a"), {"duplicates"});
  REQUIRE(list["groups"].size() == 1);
  CHECK(list["copies"] == 1);
  REQUIRE(list["groups"][0]["copies"].size() == 1);
  const std::string original = list["groups"][0]["original"]["id"];
  const std::string repeated = list["groups"][0]["copies"][0]["id"];
  CHECK(((original == "2" && repeated == "copy") || (original == "copy" && repeated == "2")));
  const auto total = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"trends", "kommunen"});
    return ask_json(dir.file("a"), more)["series"][0]["total"];
  };
  CHECK(total({})["releases"] == 6);
  CHECK(total({})["all_releases"] == 6);
  CHECK(total({"--with-duplicates"})["releases"] == 7);
  CHECK(total({"--with-duplicates"})["all_releases"] == 7);
  CHECK(ask(dir.file("a"), {"duplicates", "--format", "csv"}).out.find(repeated) !=
        std::string::npos);
}

TEST_CASE("themes: releases added one by one count as those indexed at once") {
  const TempDir dir;
  const std::string standing = "Läs mer om kommunen och dess skola på den egna webbplatsen i dag.";
  for (int i = 0; i < 9; ++i) {
    const std::string text = plain_release(i, i % 2 == 0 ? standing : "");
    const std::string name = std::to_string(i) + ".txt";
    dir.write("all/" + name, text);
    if (i < 5) dir.write("first/" + name, text);
  }
  dir.write("all/again.txt", plain_release(1));
  add(dir.file("steps"), dir.file("first"));
  add(dir.file("steps"), dir.file("all"));
  const std::vector<std::string> question{"trends", "kommunen", "skola", "--per", "month"};
  const Outcome before = ask(dir.file("steps"), question);
  const Outcome listed = ask(dir.file("steps"), {"duplicates"});
  CHECK(listed.status == 0);
  CHECK(before.out.find("kommunen") != std::string::npos);
  REQUIRE(index_run({"rebuild", "--archive", dir.file("steps")}).status == 0);
  CHECK(ask(dir.file("steps"), question).out == before.out);
  CHECK(ask(dir.file("steps"), {"duplicates"}).out == listed.out);
}

TEST_CASE("trends: dates known to the month or the year have a place of their own") {
  const TempDir dir;
  int number = 0;
  for (const char* date : {"2019-05-14", "2019-05", "2019", "2019-11-02", "2020"}) {
    dir.write("in/" + std::to_string(number) + ".json",
              json{{"title", "Nytt om skolan nummer " + std::to_string(number)},
                   {"body", "En skola får besök av " + std::to_string(number) + " personer."},
                   {"date", date}}
                  .dump());
    ++number;
  }
  add(dir.file("a"), dir.file("in"));
  const json trend = ask_json(dir.file("a"), {"trends", "skola", "--per", "month"});
  std::map<std::string, int> releases;
  for (const json& point : trend["series"][0]["points"]) {
    releases[point["period"]] = point["releases"];
  }
  CHECK(releases["2019-05"] == 2);
  CHECK(releases["2019-11"] == 1);
  CHECK(releases["2019-okänd"] == 1);
  CHECK(releases["2020-okänd"] == 1);
  CHECK(releases.count("2019-08") == 1);  // Empty, and shown.
  CHECK(releases.size() == 9);
  CHECK(ask_json(dir.file("a"), {"kwic", "skola", "--period", "2019-okänd"})["releases"] == 1);
}

TEST_CASE("trends: coverage that changes much is told") {
  const TempDir dir;
  for (int i = 0; i < 12; ++i) {
    dir.write("in/" + std::to_string(i) + ".txt",
              text_release("Nyhet " + std::to_string(i), "Om skolan.",
                           i == 0 ? "2018-12-31" : "2019-12-31"));
  }
  add(dir.file("a"), dir.file("in"));
  const Outcome trend = ask(dir.file("a"), {"trends", "skola"});
  CHECK(trend.err.find("täckning växlar från 1 releaser (2018) till 11 (2019)") !=
        std::string::npos);
  CHECK(ask(dir.file("a"), {"trends", "skola", "--from", "2019"}).err.empty());
}

TEST_CASE("trends: a picture carries its query, denominator, revision and date") {
  const TempDir dir;
  const Outcome version =
      run_program({{"/usr/bin/env", "gnuplot", "--version"}, "", "", "", {}, {}, {}});
  if (version.status != 0) {
    WARN("gnuplot is not installed: pictures are not tested");
    return;
  }
  const std::vector<std::string> arguments{"trends", "skola & 'bio' <b> `date`", "bredband",
                                           "--format", "svg"};
  const Outcome first = ask(sample_archive(), arguments);
  INFO(first.err);
  REQUIRE(first.status == 0);
  CHECK(first.out.find("<svg") != std::string::npos);
  for (const char* part : {"skola &amp; 'bio' &lt;b", "`date`", "bredband", "Releaser per 1 000",
                           "Nämnare", "arkivrevision", "material till och med"}) {
    CAPTURE(part);
    CHECK(first.out.find(part) != std::string::npos);
  }
  CHECK(ask(sample_archive(), arguments).out == first.out);
}

TEST_CASE("trends: the words of a family stand on each other in the picture") {
  const Outcome outcome = ask(sample_archive(), {"trends", "familj:företag", "--by", "member",
                                                 "--groups", "3", "--format", "svg"});
  if (outcome.err.find("gnuplot-nox") != std::string::npos) return;  // Not installed.
  INFO(outcome.err);
  REQUIRE(outcome.status == 0);
  for (const char* text : {"Förekomster per miljon ord", "familj:företag", "övriga", "Nämnare"}) {
    CAPTURE(text);
    CHECK(outcome.out.find(text) != std::string::npos);
  }
  CHECK(outcome.out.find("konfidens") == std::string::npos);
  CHECK(ask(sample_archive(), {"trends", "skola", "--by", "member", "--quotes"}).status == 2);
}

TEST_CASE("trends: without gnuplot a picture is refused with what to do") {
  Run run;
  run.command = {query_program(),  "trends",   "skola", "--archive",
                 sample_archive(), "--format", "svg"};
  run.environment = {{"PATH", "/nonexistent"}};
  const Outcome outcome = run_program(run);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("gnuplot-nox") != std::string::npos);
}

TEST_CASE("themes: what rises and falls in a period, as words and expressions") {
  const TempDir dir;
  const std::string standing = "Stiftelsen främjar forskning om fjärrvärme i hela landet varje år.";
  int number = 0;
  const auto write = [&](int year, const std::string& more) {
    std::string text = plain_release(number, more);
    text.replace(text.find("- 20") + 2, 10, std::to_string(year) + "-06-01");
    dir.write("in/" + std::to_string(number) + ".txt", text);
    ++number;
  };
  for (int i = 0; i < 20; ++i) {
    const std::string each = std::to_string(i);
    write(2019, "Kvartersbion i ort " + each + " stänger. Ort" + each + " fick kvartersbion då.");
    write(2020, "Plats" + each + " gröna omställningen plan" + each + ". Vi" + each +
                    " gröna omställningen nu" + each + ".\n\n" + standing);
  }
  for (int i = 0; i < 30; ++i) write(2021, "Inget nytt.");
  add(dir.file("a"), dir.file("in"));
  const json found = ask_json(dir.file("a"), {"themes", "--period", "2020"});
  CHECK(found["selected"] == 20);
  CHECK(found["compared"] == 20);
  std::map<std::string, json> rising;
  for (const json& theme : found["rising"]) rising[theme["words"]] = theme;
  REQUIRE(rising.count("gröna omställningen") == 1);
  CHECK(rising["gröna omställningen"]["releases"] == 20);
  CHECK(rising["gröna omställningen"]["other_releases"] == 0);
  CHECK(rising.count("gröna") == 0);
  for (const auto& [words, theme] : rising) {
    CAPTURE(words);
    CHECK(words.find("fjärrvärme") == std::string::npos);
    CHECK(words.find("tiftelsen") == std::string::npos);
  }
  bool fell = false;
  for (const json& theme : found["falling"]) {
    fell = fell || theme["words"].get<std::string>().find("vartersbion") != std::string::npos;
  }
  CHECK(fell);
  const json rest = ask_json(dir.file("a"), {"themes", "kvartersbion"});
  CHECK(rest["selected"] == 20);
  CHECK(rest["compared"] == 50);
  REQUIRE_FALSE(rest["rising"].empty());
  CHECK(ask(dir.file("a"), {"themes", "--period", "okänd"}).status == 2);
  CHECK(ask(dir.file("a"), {"themes", "--with-boilerplate"}).status == 2);
}

TEST_CASE("themes: what is told, not who says it, whom to call or what meets across a full stop") {
  const TempDir dir;
  int number = 0;
  const auto write = [&](const std::string& date, const std::string& more) {
    std::string text = plain_release(number, more);
    text.replace(text.find("- 20") + 2, 10, date);
    dir.write("in/" + std::to_string(number) + ".txt", text);
    ++number;
  };
  for (int i = 0; i < 25; ++i) {
    const std::string each = std::to_string(i);
    write("2019-03-01", "Inget nytt i ort" + each + ".");
    write("2020-0" + std::to_string(1 + i % 3) + "-01",
          "Vi i ort" + each + " väntar på kärnbränsle. Elverk" + each + " köper kärnbränsle nu" +
              each + ".\n\nDet är bra" + each + ", säger kraftchefen Kajsa Varg. Gott" + each +
              " är det, säger kraftchefen Kajsa Varg.\n\nIntervjuförfrågningar tas emot" + each +
              " av pressekreteraren. Fler intervjuförfrågningar väntas" + each +
              ".\n\nHär kom finland" + each + " dagsljus. Fyrverkeri x" + each +
              " blev dagsljus. Fyrverkeri y" + each + ".");
  }
  add(dir.file("a"), dir.file("in"));
  const json found = ask_json(dir.file("a"), {"themes", "--period", "2020-01..2020-03"});
  CHECK(found["period"] == "2020-01..2020-03");
  CHECK(found["previous"] == "2019-10..2019-12");
  CHECK(found["selected"] == 25);
  CHECK(found["past"] == 25);
  std::vector<std::string> rising;
  const json year = ask_json(dir.file("a"), {"themes", "--year", "2020"});
  CHECK(year["rising"].size() == 1);  // All in the same releases: named together.
  for (const json& theme : year["rising"]) {
    rising.push_back(theme["words"]);
    for (const json& other : theme["beside"]) rising.push_back(other);
  }
  const auto named = [&](const std::string& words) {
    return std::any_of(rising.begin(), rising.end(), [&](const std::string& theme) {
      return theme.find(words) != std::string::npos;
    });
  };
  CAPTURE(rising);
  CHECK(named("kärnbränsle"));
  CHECK(named("dagsljus"));
  CHECK_FALSE(named("dagsljus. "));
  CHECK_FALSE(named("dagsljus Fyrverkeri"));
  CHECK_FALSE(named("Kajsa"));
  CHECK_FALSE(named("kraftchef"));
  CHECK_FALSE(named("ntervjuförfrågningar"));
  CHECK(ask(dir.file("a"), {"themes", "--period", "2020-03..2020-01"}).status == 2);
}

TEST_CASE("themes: every word and expression stands so in the releases") {
  const json found = ask_json(sample_archive(), {"themes", "--from", "2020", "--least", "3"});
  for (const json& theme : found["rising"]) {
    const std::string words = theme["words"];
    CAPTURE(words);
    CHECK(ask_json(sample_archive(), {"kwic", '"' + words + '"'})["total"] > 0);
  }
  CHECK_FALSE(found["rising"].empty());
}

TEST_CASE("family: linking vowels, base forms and letters that only meet, by the real dictionary") {
  struct Row {
    std::string word;
    std::vector<std::string> members;
    std::vector<std::string> others;
  };
  const std::vector<Row> rows = {
      {"skatt",
       {"skatteverket", "skattemedel", "energiskatten", "trängselskattesystemet"},
       {"uppskattas", "beskattning"}},
      {"tjänst", {"tjänsteresa", "tjänstemännen"}, {"förtjänst"}},
      {"port", {"portvakten"}, {"portokostnaden", "transporter"}},
      {"mål", {"måluppfyllelsen", "klimatmålen"}, {"måleriet"}},
      {"väg", {"järnvägsforum", "vägunderhållet"}, {"vägras", "överväger"}},
      {"land", {"ursprungslandet", "landsgränser"}, {"säkerställandet", "upprätthållandet"}},
      {"sjö", {"östersjön", "östersjöregionen"}, {}},
      {"brott", {"våldsbrottsligheten", "våldsbrott"}, {"brottas", "utbrottet"}},
  };
  const TempDir dir;
  std::string text;
  for (const Row& row : rows) {
    text += row.word + " ";
    for (const std::string& form : row.members) text += form + " ";
    for (const std::string& form : row.others) text += form + " ";
  }
  dir.write("in/a.txt", text_release("Orden", text + "står här."));
  REQUIRE(index_run({"add", "--archive", dir.file("a"), dir.file("in")}).status == 0);
  for (const Row& row : rows) {
    const std::string family =
        "\n" + query_run({"family", "--archive", dir.file("a"), row.word}).out;
    INFO(row.word << family);
    for (const std::string& form : row.members) {
      INFO(form);
      CHECK(family.find("\n" + form + "\t") != std::string::npos);
    }
    for (const std::string& form : row.others) {
      INFO(form);
      CHECK(family.find("\n" + form + "\t") == std::string::npos);
    }
  }
}

TEST_CASE("family: what is listed is what is counted, with members dropped and added") {
  const auto listed = [](const std::string& family) {
    const Outcome outcome = ask(sample_archive(), {"family", family});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    std::vector<std::string> forms;
    for (std::size_t at = 0; at < outcome.out.size(); at = outcome.out.find('\n', at) + 1) {
      forms.push_back(outcome.out.substr(at, outcome.out.find('\t', at) - at));
    }
    return forms;
  };
  const auto counted = [](const std::string& query) {
    const json found = ask_json(sample_archive(), {"trends", query});
    return found["series"][0]["total"]["occurrences"].get<std::uint64_t>();
  };
  const auto has = [](const std::vector<std::string>& forms, const std::string& form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  for (const std::string family : {"klimat", "klimat -företagsklimat", "klimat +bredband"}) {
    CAPTURE(family);
    const std::vector<std::string> forms = listed(family);
    CHECK(has(forms, "företagsklimat") == (family.find("-företag") == std::string::npos));
    CHECK(has(forms, "bredband") == (family.find("+bredband") != std::string::npos));
    std::uint64_t occurrences = 0;
    for (const std::string& form : forms) occurrences += counted("\"" + form + "\"");
    CHECK(counted("familj:\"" + family + "\"") == occurrences);
  }
  const Outcome near = ask(sample_archive(), {"family", "företagarklimat", "--near"});
  CHECK(near.out.find("företagsklimat\t") != std::string::npos);
  CHECK(near.out.find("\tnärliggande\n") != std::string::npos);
  CHECK(ask(sample_archive(), {"family", "skola högskola"}).status == 2);
  CHECK(ask(sample_archive(), {"family", "finnsintealls"}).status == 1);
}

TEST_CASE("cooccur: counts what stands within the window, and nothing else") {
  const TempDir dir;
  for (int i = 0; i < 8; ++i) {
    dir.write(
        "in/" + std::to_string(i) + ".txt",
        plain_release(i, "Del" + std::to_string(i) +
                             ": ny vätgas kräver elektrolys ett två tre fyra fem sex avstånd. "
                             "Elektrolys nämns åter, och ingen säger vätgas."));
  }
  add(dir.file("a"), dir.file("in"));
  const json found = ask_json(dir.file("a"), {"cooccur", "vätgas", "--window", "4"});
  CHECK(found["occurrences"] == 16);
  std::map<std::string, json> collocates;
  for (const json& collocate : found["collocates"]) collocates[collocate["word"]] = collocate;
  REQUIRE(collocates.count("elektrolys") == 1);
  CHECK(collocates["elektrolys"]["both"] == 8);
  CHECK(collocates["elektrolys"]["alone"] == 16);
  CHECK(collocates["elektrolys"]["log_dice"] == 13);  // 14 + log2(2 * 8 / (16 + 16))
  CHECK(collocates["elektrolys"]["kwic"] == "vätgas NEAR/4 elektrolys");
  std::uint64_t both = 0;
  std::uint64_t occurrences = 0;
  for (const json& year : collocates["elektrolys"]["years"]) {
    both += year["both"].get<std::uint64_t>();
    occurrences += year["occurrences"].get<std::uint64_t>();
  }
  CHECK(both == 8);
  CHECK(occurrences == 16);
  CHECK(collocates.count("avstånd") == 0);
  CHECK(collocates.count("vätgas") == 0);
  CHECK(collocates.count("och") == 0);
  std::map<std::string, json> in_sentence;
  const json sentences = ask_json(dir.file("a"), {"cooccur", "vätgas", "--sentence"});
  CHECK(sentences["window"].is_null());
  for (const json& collocate : sentences["collocates"]) {
    in_sentence[collocate["word"]] = collocate;
  }
  CHECK(in_sentence["avstånd"]["both"] == 8);
  CHECK(in_sentence["elektrolys"]["both"] == 16);
  CHECK(in_sentence["kräver"]["both"] == 8);
  CHECK(ask(dir.file("a"), {"cooccur", "ämne:Utbildning"}).status == 2);
  CHECK(ask(dir.file("a"), {"cooccur", "finnsintealls"}).status == 1);
}
