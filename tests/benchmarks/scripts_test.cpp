// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;

namespace {

const std::string kBenchmarks = std::string(PRESSARKIV_SOURCE_DIR) + "/benchmarks";

/// Every script that a person starts.
std::vector<std::string> scripts() {
  std::vector<std::string> found{kBenchmarks + "/run"};
  for (const auto& folder : std::filesystem::directory_iterator(kBenchmarks)) {
    const auto script = folder.path() / "run";
    if (folder.is_directory() && std::filesystem::exists(script)) found.push_back(script.string());
  }
  return found;
}

/// Runs a script with a scratch folder of its own. These calls must end before anything is built.
Outcome run_script(const std::string& script, const std::vector<std::string>& arguments) {
  const TempDir work;
  Run run;
  run.command = {script};
  run.command.insert(run.command.end(), arguments.begin(), arguments.end());
  run.environment = {{"WORK_DIR", work.file("work")}};
  return run_program(run);
}

}  // namespace

TEST_CASE("benchmarks: every script explains itself") {
  REQUIRE(scripts().size() >= 7);
  for (const std::string& script : scripts()) {
    INFO(script);
    const Outcome outcome = run_script(script, {"--help"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK_THAT(outcome.out, Catch::Contains("usage: benchmarks/"));
    CHECK_THAT(outcome.out, !Catch::Contains("set -euo"));
  }
}

TEST_CASE("benchmarks: an unknown option is refused with the usage on standard error") {
  for (const std::string& script : scripts()) {
    INFO(script);
    const Outcome outcome = run_script(script, {"--no-such-option"});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Catch::Contains("usage: benchmarks/"));
  }
}

TEST_CASE("benchmarks: unknown parts and sizes are named") {
  const Outcome part = run_script(kBenchmarks + "/run", {"--only", "macro,micro,nonsense"});
  CHECK(part.status == 2);
  CHECK_THAT(part.err, Catch::Contains("no part nonsense; there are: macro, "));
  const Outcome size = run_script(kBenchmarks + "/growth/run", {"1k", "many"});
  CHECK(size.status == 2);
  CHECK_THAT(size.err, Catch::Contains("no set 'many'; a set is 1k"));
}
