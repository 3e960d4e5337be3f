// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/golden.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;
using nlohmann::json;

namespace {

const std::string kCorpus = std::string(PRESSARKIV_SOURCE_DIR) + "/corpus";

/// An archive of everything that corpus/ ships, made once for all cases.
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

Outcome search(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"search", "--archive", sample_archive()});
  return query_run(arguments);
}

json search_json(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome outcome = search(arguments);
  INFO(outcome.err);
  REQUIRE(outcome.status <= 1);
  return json::parse(outcome.out);
}

}  // namespace

TEST_CASE("search: golden output over the sample corpus") {
  const auto [name, arguments] = GENERATE(table<std::string, std::vector<std::string>>({
      {"search/ranked.txt", {"företagsklimat", "--limit", "3"}},
      {"search/facets.txt", {"bredband", "--only-facets", "--facet-values", "5", "--facets"}},
      {"search/explain.txt", {"hemtjänst -privat datum:2010..2020", "--explain", "--limit", "2"}},
      {"search/hits.json", {"skolmat", "--limit", "2", "--format", "json", "--facet", "year"}},
      {"search/hits.jsonl", {"elpriser", "--limit", "2", "--format", "jsonl"}},
      {"search/hits.csv", {"bibliotek", "--limit", "4", "--format", "csv"}},
      {"search/facets.csv", {"", "--only-facets", "--facet", "publisher", "--format", "csv"}},
  }));
  const Outcome outcome = search(arguments);
  CHECK(outcome.status == 0);
  check_golden(name, outcome.out);
}

TEST_CASE("search: every release is found by an empty query, and every facet adds up") {
  const json all = search_json({"", "--limit", "0", "--facets", "--facet-values", "0"});
  const auto total = all["total"].get<std::size_t>();
  CHECK(total == all["archive"]["releases"].get<std::size_t>());
  CHECK(all["hits"].size() == total);
  for (const json& facet : all["facets"]) {
    for (const json& value : facet["values"]) {
      CAPTURE(facet["facet"].get<std::string>(), value["label"].get<std::string>());
      const json filtered =
          search_json({"", "--limit", "1", "--" + facet["facet"].get<std::string>(),
                       value["label"].get<std::string>()});
      // A region as written may also be a county, which holds more than those that name it.
      if (facet["facet"] == "region") {
        CHECK(filtered["total"] >= value["count"]);
      } else {
        CHECK(filtered["total"] == value["count"]);
      }
    }
  }
}

TEST_CASE("search: pages are parts of the whole") {
  const json whole = search_json({"kommun", "--limit", "0"});
  std::vector<std::string> ids;
  for (int page = 1; ids.size() < whole["hits"].size(); ++page) {
    const json part = search_json({"kommun", "--limit", "7", "--page", std::to_string(page)});
    REQUIRE_FALSE(part["hits"].empty());
    for (const json& hit : part["hits"]) ids.push_back(hit["id"]);
  }
  for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i] == whole["hits"][i]["id"]);
}

TEST_CASE("search: order by date, releases without a date last") {
  const std::string order = GENERATE("newest", "oldest");
  const json all = search_json({"", "--limit", "0", "--sort", order});
  std::string before;
  bool dateless = false;
  for (const json& hit : all["hits"]) {
    if (hit["date"].is_null()) {
      dateless = true;
      continue;
    }
    CHECK_FALSE(dateless);
    const std::string date = hit["date"];
    if (!before.empty() && date.size() == before.size()) {
      CHECK((order == "newest" ? date <= before : date >= before));
    }
    before = date;
  }
}

TEST_CASE("search: what a person may type never fails") {
  const std::string query =
      GENERATE(".", ":", "\"", "\"\"", "()", "-", "+", "*", "a:", ":a", "OCH", "INTE",
               "ELLER ELLER", "EU:s", "kl. 13.30", "C++", "100 %", "§ 7", "\"en fras", "NEAR",
               "skola NEAR", "****", "\xff\xfe", "a\u0000b", "rubrik:", "datum:", "-skola", "– Vi",
               "e-post", "'", "\\", "&&", "http://exempel.se/?a=b&c=d", "«citat»", "”citat”");
  CAPTURE(query);
  const Outcome outcome = search({query});
  INFO(outcome.err);
  CHECK(outcome.status <= 1);
}

TEST_CASE("search: a query that cannot be meant names the column") {
  const std::string query = GENERATE("(skola", "datum:2019-13", "skola NEAR/0 bad");
  const Outcome outcome = search({query});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("kolumn ") != std::string::npos);
}

TEST_CASE("show: the original bytes are those of the file") {
  const json all = search_json({"", "--limit", "0"});
  std::size_t compared = 0;
  for (const json& hit : all["hits"]) {
    const std::string id = hit["id"];
    const std::string file = kCorpus + "/sample/" + id + ".txt";
    if (!std::filesystem::exists(file)) continue;
    const Outcome original = query_run({"show", "--archive", sample_archive(), id, "--original"});
    CAPTURE(id);
    CHECK(original.out == slurp(file));
    ++compared;
  }
  CHECK(compared >= 60);
}

TEST_CASE("show: an id that is not there is nothing found") {
  const Outcome outcome = query_run({"show", "--archive", sample_archive(), "finns/inte"});
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("finns/inte") != std::string::npos);
}

TEST_CASE("run: topics of two and of four columns give TREC lines") {
  const TempDir dir;
  const std::string topics = dir.write(
      "topics.tsv", "# comment\n1\tbredband\n2\ta\tskolmat\tRelevant är allt om skolmat.\n");
  const Outcome outcome =
      query_run({"run", "--archive", sample_archive(), "--topics", topics, "--depth", "2"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("1 Q0 ") == 0);
  CHECK(outcome.out.find("\n2 Q0 ") != std::string::npos);
  CHECK(outcome.out.find(" pressarkiv\n") != std::string::npos);
}

TEST_CASE("search: snippets mark inflected forms, ranges count characters") {
  const json found = search_json({"hemtjänst", "--limit", "0", "--no-compounds", "--no-synonyms"});
  REQUIRE(found["total"] > 0);
  std::size_t marks = 0;
  for (const json& hit : found["hits"]) {
    for (const json& snippet : hit["snippets"]) {
      const std::string text = snippet["text"];
      std::vector<std::string> characters;
      for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) characters.emplace_back();
        characters.back().push_back(c);
      }
      for (const json& range : snippet["highlights"]) {
        std::string marked;
        for (std::size_t i = range[0]; i < range[1]; ++i) marked += characters.at(i);
        CAPTURE(text, marked);
        CHECK((marked.find("emtj") != std::string::npos));
        ++marks;
      }
    }
  }
  CHECK(marks > 0);
}

TEST_CASE("search: compounds and parts are found after the word itself, and can be left out") {
  const json all = search_json({"skolmat", "--limit", "0"});
  const json plain = search_json({"skolmat", "--limit", "0", "--no-compounds", "--no-synonyms"});
  REQUIRE(plain["total"] > 0);
  CHECK(all["total"] > plain["total"]);
  const json exact = search_json({"skolmaten", "--limit", "0", "--exact"});
  CHECK(exact["total"] <= plain["total"]);
}

TEST_CASE("search: a slip of typing is found, with a note that says how to insist") {
  const json found = search_json({"hemtjansten"});
  REQUIRE(found["total"] > 0);
  REQUIRE(found["notes"].size() == 1);
  CHECK(found["notes"][0].get<std::string>().find("+hemtjansten") != std::string::npos);
  CHECK(search_json({"+hemtjansten"})["total"] == 0);
  CHECK(search_json({"\"hemtjansten\""})["total"] == 0);
  CHECK(search_json({"hemtjansten", "--no-spelling"})["total"] == 0);
}

TEST_CASE("similar: releases with the words that mark one, each with what they share") {
  const std::string id = "2015/2015-04-16-hogskolan-naringslivsklimat-ordval";
  const Outcome outcome =
      query_run({"similar", id, "--archive", sample_archive(), "--format", "json", "--limit", "4"});
  REQUIRE(outcome.status == 0);
  const json found = json::parse(outcome.out);
  REQUIRE(found["hits"].size() == 4);
  for (const json& hit : found["hits"]) {
    CHECK(hit["id"] != id);
    CHECK(!hit["shared"].empty());
  }
  CHECK(query_run({"similar", "no/such/id", "--archive", sample_archive()}).status == 2);
}

TEST_CASE("suggest: words and labels that begin so, with or without their marks") {
  const auto suggested = [](const std::string& typed) {
    return query_run({"suggest", typed, "--archive", sample_archive()});
  };
  CHECK(suggested("foretagskl").out.find("företagsklimat\t") != std::string::npos);
  CHECK(suggested("företagskl").out.find("företagsklimat\t") != std::string::npos);
  CHECK(suggested("ostersunds kom").out.find("Östersunds kommun\t") != std::string::npos);
  CHECK(suggested("qqqq").status == 1);
  CHECK(suggested("qqqq").out.empty());
}

TEST_CASE("search: an archive's own list of synonyms counts at once, and its errors are told") {
  TempDir folder;
  const std::string archive = folder.file("a");
  folder.write("in/a.txt", "Kommunen köper en snöplog\n\nDen ska gå i vinter.\n");
  folder.write("in/b.txt", "Biblioteket stänger\n\nDet öppnar i höst.\n");
  REQUIRE(index_run({"add", folder.file("in"), "--archive", archive}).status == 0);
  const auto total = [&](const std::string& word) {
    const Outcome outcome =
        query_run({"search", word, "--archive", archive, "--format", "json", "--no-spelling"});
    return json::parse(outcome.out)["total"].get<int>();
  };
  CHECK(total("röjfordon") == 0);
  folder.write("a/synonyms.txt", "# egna ord\nröjfordon, snöplog\n");
  CHECK(total("röjfordon") == 1);
  folder.write("a/synonyms.txt", "ensam\n");
  const Outcome outcome = query_run({"search", "snöplog", "--archive", archive});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.find("synonyms.txt:1") != std::string::npos);
}

TEST_CASE("search: an archive that is not there is an error that says how to make one") {
  const Outcome outcome = query_run({"search", "--archive", "/nonexistent/a", "ord"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("pressarkiv-index add") != std::string::npos);
}

TEST_CASE("search: output that cannot be written is an error") {
  Run run;
  run.command = {query_program(), "search", "--archive", sample_archive(), "kommun"};
  run.out_path = "/dev/full";
  const Outcome outcome = run_program(run);
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("cannot write") != std::string::npos);
}
