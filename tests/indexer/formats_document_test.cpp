// SPDX-License-Identifier: GPL-2.0-or-later
// corpus/FORMATS.md is what users go by: every example in it is run.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "indexer/source_walker.h"
#include "tests/indexer/reader_support.h"
#include "tests/support/golden.h"

namespace pressarkiv {
namespace {

/// A fenced block: "```json read=x.json mapping=y.json".
struct Example {
  std::map<std::string, std::string> named;  ///< What its first line says: "read" → "x.json".
  std::string text;
  std::size_t begin = 0;  ///< Of `text` in the document.
};

std::vector<Example> examples_of(const std::string& document) {
  std::vector<Example> examples;
  constexpr std::string_view kFence = "\n```";
  for (std::size_t at = 0; (at = document.find(kFence, at)) != std::string::npos;) {
    const std::size_t line_end = document.find('\n', at + 1);
    const std::size_t end = document.find(kFence, line_end - 1);
    REQUIRE(end != std::string::npos);
    Example example;
    std::istringstream words(document.substr(at + 4, line_end - at - 4));
    for (std::string word; words >> word;) {
      const std::size_t equals = word.find('=');
      if (equals != std::string::npos)
        example.named[word.substr(0, equals)] = word.substr(equals + 1);
    }
    example.begin = line_end + 1;
    if (end >= line_end) example.text = document.substr(line_end + 1, end - line_end);
    examples.push_back(std::move(example));
    at = end + kFence.size();
  }
  return examples;
}

/// What a file gives: its releases, or the errors in it.
std::string as_documented(const std::string& name, const std::string& bytes,
                          const ReadOptions& options, bool refused) {
  const test::ReadAll all = test::read_all(bytes, name, options, without_extension(name));
  std::string text;
  if (refused) {
    for (const std::string& error : all.errors) text += error + "\n";
    return text;
  }
  CHECK(all.errors.empty());
  for (const ReadRelease& read : all.releases) {
    if (!text.empty()) text += '\n';
    text += test::described(read);
  }
  return text;
}

TEST_CASE("formats document: every example reads as it says") {
  const std::filesystem::path path =
      std::filesystem::path(PRESSARKIV_SOURCE_DIR) / "corpus" / "FORMATS.md";
  std::string document = test::slurp(path);
  const std::vector<Example> examples = examples_of(document);
  std::map<std::string, std::string> files;
  std::map<std::string, JsonMapping> mappings;
  std::set<std::string> unread;
  for (const Example& example : examples) {
    if (const auto file = example.named.find("file"); file != example.named.end()) {
      files[file->second] = example.text;
      unread.insert(file->second);
    }
    if (const auto mapping = example.named.find("mapping");
        mapping != example.named.end() && example.named.count("read") == 0) {
      const Result<JsonMapping> parsed = JsonMapping::parse(example.text, mapping->second);
      REQUIRE(parsed);
      mappings.insert_or_assign(mapping->second, *parsed);
      unread.insert(mapping->second);
    }
  }
  const char* update = std::getenv("UPDATE_GOLDEN");
  const bool rewrites = update != nullptr && std::string_view(update) == "1";
  for (auto example = examples.rbegin(); example != examples.rend(); ++example) {
    const bool refused = example->named.count("refused") != 0;
    const auto read = example->named.find(refused ? "refused" : "read");
    if (read == example->named.end()) continue;
    INFO(read->second);
    REQUIRE(files.count(read->second) == 1);
    unread.erase(read->second);
    ReadOptions options;
    if (const auto mapping = example->named.find("mapping"); mapping != example->named.end()) {
      INFO(mapping->second);
      REQUIRE(mappings.count(mapping->second) == 1);
      options.mapping = mappings.at(mapping->second);
      unread.erase(mapping->second);
    }
    const std::string actual = as_documented(read->second, files[read->second], options, refused);
    if (rewrites) {
      document.replace(example->begin, example->text.size(), actual);
    } else {
      CHECK(actual == example->text);
    }
  }
  if (rewrites) std::ofstream(path, std::ios::binary) << document;
  CHECK(unread == std::set<std::string>{});
  CHECK(files.size() >= 8);
}

TEST_CASE("formats document: the table of default places is the one the program uses") {
  const std::string document =
      test::slurp(std::filesystem::path(PRESSARKIV_SOURCE_DIR) / "corpus" / "FORMATS.md");
  const JsonMapping mapping = JsonMapping::defaults();
  for (std::size_t i = 0; i < kJsonFieldCount; ++i) {
    const auto field = static_cast<JsonField>(i);
    std::string row = "| `" + std::string(json_field_name(field)) + "` | `";
    for (const std::vector<std::string>& path : mapping.paths(field)) {
      if (row.back() != '`') row += ' ';
      for (const std::string& key : path) row += (&key == &path.front() ? "" : ".") + key;
    }
    INFO(row);
    CHECK(document.find(row + "` |\n") != std::string::npos);
  }
}

}  // namespace
}  // namespace pressarkiv
