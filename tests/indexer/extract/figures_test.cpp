// SPDX-License-Identifier: GPL-2.0-or-later
// The figures on the gold standards; a simpler measure than their own scorer's (a quote must be
// equal, not similar), so that a rule that loses something is seen here first.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/readers/reader_registry.h"
#include "tests/indexer/extract/extract_support.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

fs::path shared_folder() {
  const char* set = std::getenv("PRESSARKIV_SHARED");
  return set != nullptr ? fs::path(set) : fs::path(PRESSARKIV_SOURCE_DIR) / ".." / "shared";
}

/// Without soft hyphens, one space for any run of blanks.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view two = std::string_view(text).substr(i, 2);
    if (two == "\xC2\xAD") {
      ++i;
    } else if (text[i] == ' ' || text[i] == '\n' || two == "\xC2\xA0") {
      if (two == "\xC2\xA0") ++i;
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

struct Tally {
  int right = 0;
  int found = 0;
  int wanted = 0;
  double f1() const { return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted); }
};

struct Figures {
  Tally people;
  Tally roles;
  Tally quotes;
};

bool has_name(const Json& gold, const std::string& name) {
  if (plain(gold.at("name")) == plain(name)) return true;
  for (const Json& other : gold.value("name_alt", Json::array())) {
    if (plain(other) == plain(name)) return true;
  }
  return false;
}

bool has_role(const Json& gold, const std::string& role) {
  if (gold.at("role").is_string() && plain(gold.at("role")) == plain(role)) return true;
  for (const Json& other : gold.value("role_alt", Json::array())) {
    if (plain(other) == plain(role)) return true;
  }
  return false;
}

void score(const Json& gold, const Facts& facts, Figures& figures) {
  figures.people.wanted += static_cast<int>(gold.at("people").size());
  figures.people.found += static_cast<int>(facts.people.size());
  for (const Json& person : gold.at("people")) {
    const bool wants_role = person.at("role").is_string();
    figures.roles.wanted += wants_role ? 1 : 0;
    for (const Person& found : facts.people) {
      if (!has_name(person, found.name)) continue;
      ++figures.people.right;
      if (!wants_role || found.role.empty()) continue;
      ++figures.roles.found;
      figures.roles.right += has_role(person, found.role) ? 1 : 0;
    }
  }
  figures.quotes.wanted += static_cast<int>(gold.at("quotes").size());
  figures.quotes.found += static_cast<int>(facts.quotes.size());
  for (const Json& quote : gold.at("quotes")) {
    for (const Quote& found : facts.quotes) {
      if (plain(found.text) != plain(quote.at("text"))) continue;
      const bool nobody = quote.at("speaker").is_null();
      bool same = nobody && found.speaker_name.empty();
      for (const Json& person : gold.at("people")) {
        if (!nobody && has_name(person, quote.at("speaker")) &&
            has_name(person, found.speaker_name))
          same = true;
      }
      if (!same) continue;
      ++figures.quotes.right;
      break;
    }
  }
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Scores one gold file; nullopt where it or its releases are missing.
std::optional<Figures> figures_of(const std::string& gold_name, const fs::path& texts,
                                  const std::string& extension) {
  std::ifstream gold(shared_folder() / "eval" / gold_name);
  if (!gold) {
    std::cerr << "extract figures: no " << gold_name << " in PRESSARKIV_SHARED; skipped\n";
    return std::nullopt;
  }
  Figures figures;
  for (std::string line; std::getline(gold, line);) {
    const Json wanted = Json::parse(line);
    const std::string id = wanted.at("id");
    fs::path path = texts / (id + extension);
    if (id.rfind("seed", 0) == 0) path = shared_folder() / "corpus" / (id + ".txt");
    const std::string bytes = read_file(path);
    INFO(path);
    REQUIRE_FALSE(bytes.empty());
    read_source(bytes, path.string(), id, {}, [&](Result<ReadRelease> found) {
      REQUIRE(found);
      score(wanted, extractor().extract(found->release), figures);
    });
  }
  return figures;
}

void check_at_least(const std::optional<Figures>& figures, double people, double roles,
                    double quotes) {
  if (!figures) return;
  CHECK(figures->people.f1() >= people);
  CHECK(figures->roles.f1() >= roles);
  CHECK(figures->quotes.f1() >= quotes);
}

TEST_CASE("extract figures: releases of many house styles") {
  check_at_least(figures_of("styles.dev.jsonl", shared_folder() / "eval", ".txt"), 0.99, 0.97,
                 0.97);
}

TEST_CASE("extract figures: releases as drawn, and those with unusual quotes") {
  const fs::path packed = shared_folder() / "corpus" / "regeringen-press.tar.xz";
  if (!fs::exists(packed)) {
    std::cerr << "extract figures: no " << packed.filename() << " in PRESSARKIV_SHARED; skipped\n";
    return;
  }
  const TempDir unpacked;
  const std::string command =
      "tar -xJf '" + packed.string() + "' -C '" + unpacked.path().string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  check_at_least(figures_of("people-quotes.dev.jsonl", unpacked.path(), ".md"), 0.99, 0.98, 0.99);
  check_at_least(figures_of("people-quotes.hard-dev.jsonl", unpacked.path(), ".md"), 0.99, 0.96,
                 0.96);
}

}  // namespace
}  // namespace pressarkiv::test
