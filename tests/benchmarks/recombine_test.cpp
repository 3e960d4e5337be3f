// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/micro/recombine.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using namespace pressarkiv;

namespace {

Release release(const std::string& id, const std::vector<std::string>& paragraphs) {
  Release made;
  made.id = id;
  made.title = "Rubrik " + id;
  made.date = make_date(2019, 5, 14);
  made.subjects = {"Skola"};
  for (const std::string& paragraph : paragraphs) {
    if (!made.body.empty()) made.body += "\n\n";
    made.blocks.push_back(
        {BlockKind::kParagraph, {made.body.size(), made.body.size() + paragraph.size()}});
    made.body += paragraph;
  }
  return made;
}

std::vector<nlohmann::json> recombined(const std::vector<Release>& originals, std::size_t count) {
  std::istringstream lines(micro::recombine(originals, count));
  std::vector<nlohmann::json> all;
  for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

/// The paragraphs of all bodies, ascending.
std::vector<std::string> paragraphs(const std::vector<nlohmann::json>& releases) {
  std::vector<std::string> all;
  for (const nlohmann::json& made : releases) {
    const std::string body = made["body"];
    for (std::size_t at = 0; at <= body.size();) {
      const std::size_t end = std::min(body.find("\n\n", at), body.size());
      all.push_back(body.substr(at, end - at));
      at = end + 2;
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

const std::vector<Release> kOriginals{release("a", {"Ett.", "Två."}), release("b", {"Tre."}),
                                      release("c", {"Fyra.", "Fem.", "Sex."})};

}  // namespace

TEST_CASE("recombine: a round holds every paragraph once, under the titles there were") {
  const auto made = recombined(kOriginals, 3);
  REQUIRE(made.size() == 3);
  CHECK(paragraphs(made) ==
        std::vector<std::string>{"Ett.", "Fem.", "Fyra.", "Sex.", "Tre.", "Två."});
  CHECK(made[2]["title"] == "Rubrik c");
  CHECK(made[2]["subjects"] == nlohmann::json{"Skola"});
}

TEST_CASE("recombine: as many as were asked for, each with an id of its own, the same each time") {
  const auto made = recombined(kOriginals, 10);
  std::set<std::string> ids;
  for (const nlohmann::json& one : made) ids.insert(one["id"].get<std::string>());
  CHECK(ids.size() == 10);
  CHECK(micro::recombine(kOriginals, 10) == micro::recombine(kOriginals, 10));
  CHECK(made[0]["body"] != made[3]["body"]);
}

TEST_CASE("recombine: nothing comes of nothing") { CHECK(micro::recombine({}, 5).empty()); }
