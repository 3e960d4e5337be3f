// SPDX-License-Identifier: GPL-2.0-or-later
// The installed dictionary against the gold standards, without any archive's vocabulary.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/language/language_model.h"
#include "common/language/model_builder.h"

namespace pressarkiv {
namespace {

std::optional<LanguageModel> installed_model() {
  bool used = false;
  const auto bytes = build_language_model(DictionaryPaths{}, {}, &used);
  if (!used || !bytes.ok()) return std::nullopt;
  return LanguageModel::from_bytes(*bytes).value();
}

std::vector<std::vector<std::string>> gold_rows(const std::string& name) {
  const char* shared = std::getenv("PRESSARKIV_SHARED");
  const std::filesystem::path folder =
      shared != nullptr ? std::filesystem::path(shared)
                        : std::filesystem::path(PRESSARKIV_SOURCE_DIR) / ".." / "shared";
  std::ifstream in(folder / "eval" / name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream columns(line);
    for (std::string column; std::getline(columns, column, '\t');) row.push_back(column);
  }
  return rows;
}

/// Offsets of the marks in a split, in the word without marks.
std::set<std::size_t> offsets_of(const std::string& split, char mark) {
  std::set<std::size_t> offsets;
  std::size_t at = 0;
  for (const char byte : split) {
    if (byte == mark) offsets.insert(at);
    if (byte != '|' && byte != '~') ++at;
  }
  return offsets;
}

TEST_CASE("language figures: compounds of the gold standard") {
  const auto rows = gold_rows("compounds.dev.tsv");
  const auto model = installed_model();
  if (rows.empty() || !model) {
    WARN("skipped: no gold standard or no hunspell-sv");
    return;
  }
  double exact = 0;
  double simple = 0;
  double falsely_split = 0;
  for (const auto& row : rows) {
    const std::set<std::size_t> wanted = offsets_of(row.at(1), '|');
    const std::set<std::size_t> allowed = offsets_of(row.size() > 2 ? row[2] : "", '~');
    std::set<std::size_t> found;
    const WordParts parts = model->split(row[0]);
    for (std::size_t index = 1; index < parts.count; ++index) {
      if (!allowed.contains(parts.ranges[index].begin)) found.insert(parts.ranges[index].begin);
    }
    exact += found == wanted ? 1 : 0;
    simple += wanted.empty() ? 1 : 0;
    falsely_split += wanted.empty() && !found.empty() ? 1 : 0;
  }
  CHECK(exact / static_cast<double>(rows.size()) >= 0.955);
  CHECK(falsely_split / simple <= 0.01);
}

TEST_CASE("language figures: forms of irregular words share a key") {
  const auto rows = gold_rows("conflation.hard.tsv");
  const auto model = installed_model();
  if (rows.empty() || !model) {
    WARN("skipped: no gold standard or no hunspell-sv");
    return;
  }
  const auto keys_of = [&](const std::string& form) {
    WordKeys keys;
    model->keys(form, keys);
    return std::set<std::string>(keys.begin(), keys.end());
  };
  double pairs = 0;
  double joined = 0;
  for (const auto& row : rows) {
    std::vector<std::set<std::string>> keys{keys_of(row.at(0))};
    std::istringstream forms(row.at(2));
    for (std::string form; forms >> form;) keys.push_back(keys_of(form));
    for (std::size_t a = 0; a < keys.size(); ++a) {
      for (std::size_t b = a + 1; b < keys.size(); ++b) {
        const auto shared =
            std::find_first_of(keys[a].begin(), keys[a].end(), keys[b].begin(), keys[b].end());
        ++pairs;
        joined += shared != keys[a].end() ? 1 : 0;
      }
    }
  }
  CHECK(joined / pairs >= 0.9);
}

TEST_CASE("language figures: words of everyday Swedish with the installed dictionary") {
  const auto model = installed_model();
  if (!model) {
    WARN("skipped: no hunspell-sv");
    return;
  }
  const std::vector<std::pair<std::string, std::string>> splits{
      {"sjukvårdsministern", "sjuk|vårds|ministern"},
      {"tågförseningar", "tåg|förseningar"},
      {"kvinnojourernas", "kvinno|jourernas"},
      {"fönster", ""},
      {"kvällen", ""},
      {"utredning", ""},
      {"andersson", ""},
  };
  for (const auto& [word, split] :
       splits) {  // Not GENERATE, which would make the model seven times.
    const WordParts parts = model->split(word);
    std::string text;
    for (std::size_t index = 0; index < parts.count; ++index) {
      text += (index > 0 ? "|" : "") +
              word.substr(parts.ranges[index].begin, parts.ranges[index].size());
    }
    CAPTURE(word);
    CHECK(text == split);
  }
}

}  // namespace
}  // namespace pressarkiv
