// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "indexer/encoding.h"
#include "indexer/readers/text/words.h"
#include "tests/indexer/text_support.h"
#include "tests/support/golden.h"

using namespace pressarkiv;
using namespace pressarkiv::test;

namespace {

std::filesystem::path shared_folder() {
  const char* set = std::getenv("PRESSARKIV_SHARED");
  return set != nullptr ? std::filesystem::path(set)
                        : std::filesystem::path(PRESSARKIV_SOURCE_DIR) / ".." / "shared";
}

// As the gold standard compares: without soft hyphens, one space for any run of blanks.
std::string plain(std::string_view text) {
  std::string out;
  for (const std::string_view word : text::words(text)) {
    if (!out.empty()) out.push_back(' ');
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (word.substr(i, 2) == "\xC2\xAD") {
        ++i;
      } else {
        out.push_back(word[i]);
      }
    }
  }
  return out;
}

std::string text_of(const nlohmann::json& value) {
  return value.is_string() ? plain(value.get<std::string>()) : "";
}

std::set<std::string> set_of(const nlohmann::json& list) {
  std::set<std::string> all;
  for (const auto& item : list) all.insert(text_of(item));
  return all;
}

std::set<std::string> set_of(const std::vector<std::string>& list) {
  std::set<std::string> all;
  for (const std::string& item : list) all.insert(plain(item));
  return all;
}

// Right and wrong, or found, wanted and given.
struct Tally {
  std::size_t right = 0;
  std::size_t wanted = 0;
  std::size_t given = 0;

  void add(bool is_right) {
    right += is_right ? 1 : 0;
    ++wanted;
    ++given;
  }
  void add(const std::set<std::string>& gold, const std::set<std::string>& found) {
    for (const std::string& item : found) right += gold.count(item);
    wanted += gold.size();
    given += found.size();
  }
  double f1() const {
    return wanted + given == 0
               ? 1.0
               : 2.0 * static_cast<double>(right) / static_cast<double>(wanted + given);
  }
};

void compare(const nlohmann::json& gold, const Release& release,
             std::map<std::string, Tally>& tallies) {
  const std::string boilerplate = text_of(gold["boilerplate_starts"]);
  const std::string found = plain(release.boilerplate);
  std::set<std::string> senders = {text_of(gold["sender"])};
  if (gold.contains("sender_alt")) senders.merge(set_of(gold["sender_alt"]));
  std::vector<std::string> contacts;
  for (const Contact& contact : release.contacts) contacts.push_back(contact.name);

  tallies["title"].add(plain(release.title) == text_of(gold["title"]));
  tallies["lead"].add(plain(release.lead) == text_of(gold["lead"]));
  tallies["date"].add((release.date ? release.date->to_iso() : "") == text_of(gold["date"]));
  tallies["sender"].add(senders.count(plain(release.publisher)) > 0);
  tallies["boilerplate"].add(boilerplate.empty() == found.empty() &&
                             found.rfind(boilerplate, 0) == 0);
  tallies["subjects"].add(set_of(gold["subjects"]), set_of(release.subjects));
  tallies["regions"].add(set_of(gold["regions"]), set_of(release.regions));
  tallies["contacts"].add(set_of(gold["contacts"]), set_of(contacts));
}

}  // namespace

TEST_CASE("text: agrees with the gold standard of house styles") {
  const std::filesystem::path folder = shared_folder() / "eval";
  std::ifstream gold(folder / "styles.dev.jsonl");
  if (!gold) {
    WARN("skipped: no " << (folder / "styles.dev.jsonl").string());
    return;
  }
  std::map<std::string, Tally> tallies;
  for (std::string line; std::getline(gold, line);) {
    const auto wanted = nlohmann::json::parse(line);
    const std::string id = wanted["id"];
    const ReadText result = read_plain(slurp(folder / (id + ".txt")), id);
    INFO(id << " " << result.error);
    REQUIRE(result.read);
    compare(wanted["structure"], result.read->release, tallies);
  }
  const std::map<std::string, double> least = {
      {"title", 0.95}, {"date", 0.95},       {"subjects", 0.95}, {"regions", 0.95},
      {"lead", 0.9},   {"boilerplate", 0.9}, {"sender", 0.9},    {"contacts", 0.9}};
  for (const auto& [field, limit] : least) {
    INFO(field << " " << tallies[field].f1());
    CHECK(tallies[field].f1() >= limit);
  }
}

TEST_CASE("text: no word of the house styles is lost") {
  const std::filesystem::path folder = shared_folder() / "eval" / "styles";
  if (!std::filesystem::is_directory(folder)) {
    WARN("skipped: no " << folder.string());
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string bytes = slurp(entry.path());
    const auto decoded = decode_text(bytes, {"source"});
    const ReadText result = read_plain(bytes);
    REQUIRE(decoded);
    REQUIRE(result.read);
    const auto kept = count_each_word(all_text(result.read->release));
    for (const auto& [word, count] : count_each_word(decoded->text)) {
      const std::string lowered = text::lower(word);
      const bool names_list = text::is_one_of(
          lowered, {"ämnen", "regioner", "taggar", "orter", "kategorier", "nyckelord", "ämnesord"});
      const auto found = kept.find(word);
      INFO(entry.path().filename().string() << ": " << word);
      CHECK((names_list || (found != kept.end() && found->second >= count)));
    }
  }
}
