// SPDX-License-Identifier: GPL-2.0-or-later
// The rules of ARCHITECTURE.md that a compiler does not check.
#include <regex.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = PRESSARKIV_SOURCE_DIR;

struct SourceLine {
  std::string file;  // Relative to the root, with slashes.
  std::size_t number = 0;
  std::string text;
};

/// Every line of the libraries and programs, comments taken off.
std::vector<SourceLine> all_lines() {
  std::vector<SourceLine> lines;
  for (const char* folder : {"common", "indexer", "query"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream in(entry.path());
      std::string text;
      for (std::size_t number = 1; std::getline(in, text); ++number) {
        const std::size_t comment = text.find("//");
        if (comment != std::string::npos) text.resize(comment);
        lines.push_back({fs::relative(entry.path(), kRoot).generic_string(), number, text});
      }
    }
  }
  return lines;
}

std::vector<std::vector<std::string>> rules() {
  std::vector<std::vector<std::string>> all;
  std::ifstream in(kRoot / "tests/architecture/rules.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::vector<std::string> rule;
    for (std::string word; words >> word;) rule.push_back(word);
    all.push_back(rule);
  }
  return all;
}

bool starts_with(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

/// An extended regular expression of the C library: unoptimised, <regex> takes twenty times as
/// long.
class Pattern {
 public:
  explicit Pattern(const char* pattern) { REQUIRE(regcomp(&regex_, pattern, REG_EXTENDED) == 0); }
  ~Pattern() { regfree(&regex_); }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  bool found_in(const std::string& line) const {
    return regexec(&regex_, line.c_str(), 0, nullptr, 0) == 0;
  }
  /// What the first group holds; "" where the pattern is not found.
  std::string group_in(const std::string& line) const {
    std::array<regmatch_t, 2> match{};
    if (regexec(&regex_, line.c_str(), match.size(), match.data(), 0) != 0) return {};
    const auto begin = static_cast<std::size_t>(match[1].rm_so);
    return line.substr(begin, static_cast<std::size_t>(match[1].rm_eo) - begin);
  }

 private:
  regex_t regex_{};
};

/// The header that a line includes; "" for any other line.
std::string included(const std::string& line) {
  static const Pattern pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  return pattern.group_in(line);
}

/// Files and lines that match where they should not.
void expect_nowhere(const Pattern& pattern, const std::vector<std::string>& allowed) {
  for (const SourceLine& line : all_lines()) {
    const bool may = std::any_of(allowed.begin(), allowed.end(), [&](const std::string& path) {
      return line.file.find(path) != std::string::npos;
    });
    if (may || !pattern.found_in(line.text)) continue;
    FAIL_CHECK(line.file << ":" << line.number << ": " << line.text);
  }
}

}  // namespace

TEST_CASE("architecture: folders include only what lies below them") {
  REQUIRE(rules().size() > 5);
  const auto all_rules = rules();
  for (const SourceLine& line : all_lines()) {
    const std::string header = included(line.text);
    if (header.empty()) continue;
    for (const auto& rule : all_rules) {
      if (rule[1] == "may-not-include") {
        const bool broken = starts_with(line.file, rule[0] + "/") && starts_with(header, rule[2]);
        if (broken) FAIL_CHECK(line.file << ":" << line.number << " includes " << header);
      } else if (header == rule[0]) {
        const bool allowed =
            std::any_of(rule.begin() + 2, rule.end(),
                        [&](const std::string& path) { return starts_with(line.file, path); });
        if (!allowed) FAIL_CHECK(line.file << ":" << line.number << " includes " << header);
      }
    }
  }
}

TEST_CASE("architecture: libraries never print, exit, or read environment and clock") {
  expect_nowhere(
      Pattern(
          R"(\bstd::c(out|err|in)\b|\bf?printf\s*\(|\bputs\s*\(|\bexit\s*\(|\babort\s*\(|\bgetenv\s*\(|system_clock|\btime\s*\(\s*(nullptr|NULL|0))"),
      {"/cli/"});
}

TEST_CASE("architecture: term prefixes and slots are spelt only in common/schema") {
  // Where Xapian's terms are made and read: the only files that could spell one.
  expect_nowhere(Pattern(R"re("(X[A-Z]+:?|[A-Z])")re"),
                 {"common/", "/cli/", "indexer/readers/", "indexer/extract/", "query/language/"});
}

TEST_CASE("architecture: every source begins with its licence") {
  for (const char* folder : {"common", "indexer", "query", "tests", "benchmarks"}) {
    if (!fs::exists(kRoot / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream in(entry.path());
      std::string first;
      std::getline(in, first);
      INFO(entry.path().string());
      CHECK(first == "// SPDX-License-Identifier: GPL-2.0-or-later");
    }
  }
}
