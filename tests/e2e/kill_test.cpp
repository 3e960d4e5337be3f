// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "tests/support/releases.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;

namespace {

constexpr int kReleases = 200;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kKills =
    4;  // Ten times slower; the moments are what counts, and others look at these.
#else
constexpr int kKills = 24;
#endif

/// Everything that a reader can see of an archive, but for the times of arrival.
std::string all_of(const std::string& archive) {
  const Outcome all = query_run({"search", "--archive", archive, "", "--limit", "0", "--facets",
                                 "--facet-values", "0", "--sort", "oldest", "--format", "json"});
  REQUIRE(all.status == 0);
  std::string text = all.out;
  // The revision counts events, which is the same too.
  return text;
}

std::chrono::milliseconds time_of(const std::vector<std::string>& arguments) {
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(index_run(arguments).status == 0);
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               begin);
}

}  // namespace

TEST_CASE("killed at any moment, the archive opens again and the next add ends as if undisturbed",
          "[slow]") {
  const TempDir dir;
  write_many_releases(dir, "in", kReleases);
  const std::string undisturbed = dir.file("undisturbed");
  // The first program of a fresh build makes the language model, which the others find in its
  // cache.
  time_of({"add", "--archive", dir.file("first"), dir.file("in")});
  const auto whole = time_of({"add", "--archive", undisturbed, dir.file("in")});
  const std::string wanted = all_of(undisturbed);

  std::mt19937 random(20261124);  // NOLINT(cert-msc51-cpp): the same moments each time.
  int killed = 0;
  for (int round = 0; round < kKills; ++round) {
    const std::string archive = dir.file("killed" + std::to_string(round));
    Run run;
    run.command = {index_program(), "add", "--archive", archive, dir.file("in")};
    run.kill_after = std::chrono::milliseconds(
        random() % static_cast<unsigned>(std::max<std::int64_t>(whole.count(), 20)));
    CAPTURE(round, run.kill_after->count());
    killed += run_program(run).status == 128 + SIGKILL ? 1 : 0;
    if (std::filesystem::exists(archive + "/record.db")) {
      const Outcome verify = index_run({"verify", "--archive", archive});
      INFO(verify.out << verify.err);
      // Killed before the record had its tables, there is nothing to verify yet.
      CHECK((verify.status == 0 || verify.err.find("no archive") != std::string::npos));
    }
    const Outcome resumed = index_run({"add", "--archive", archive, dir.file("in")});
    INFO(resumed.err);
    REQUIRE(resumed.status == 0);
    CHECK(all_of(archive) == wanted);
    const Outcome verify = index_run({"verify", "--archive", archive});
    INFO(verify.out << verify.err);
    CHECK(verify.status == 0);
    std::filesystem::remove_all(archive);
  }
  INFO("killed " << killed << " of " << kKills);
  CHECK(killed >= kKills / 2);
}
