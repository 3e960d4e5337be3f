// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/benchmarks/awk_support.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;

namespace {

Outcome compare(const std::string& baseline, const std::string& counts) {
  const TempDir folder;
  return awk("counts/compare.awk", {"-v", "tolerance=5"}, "",
             {folder.write("baseline", baseline), folder.write("counts", counts)});
}

}  // namespace

TEST_CASE("counts: what moved within the tolerance passes, a line for each workload") {
  const Outcome outcome = compare("add\t1000\nstart\t200\n", "add\t1049\nstart\t191\n");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Catch::Contains("+4.90 %") && Catch::Contains("-4.50 %"));
  CHECK_THAT(outcome.out, !Catch::Contains("ROSE") && !Catch::Contains("fell"));
}

TEST_CASE("counts: a rise beyond the tolerance fails and is named") {
  const Outcome outcome = compare("add\t1000\nstart\t200\n", "add\t1051\nstart\t200\n");
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.out, Catch::Matches("(add +1051 +\\+5\\.10 % +ROSE\n)(.|\n)*"));
}

TEST_CASE("counts: a fall passes and asks for a new baseline") {
  const Outcome outcome = compare("add\t1000\n", "add\t900\n");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Catch::Contains("fell") && Catch::Contains("--update"));
}

TEST_CASE("counts: another compiler and a new workload are told, and fail nothing") {
  const Outcome outcome =
      compare("# compiler: c++ 12\nadd\t1000\n", "# compiler: c++ 13\nadd\t1000\nnew\t5\n");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Catch::Contains("not in the baseline") &&
                              Catch::Contains("built with c++ 12, this with c++ 13"));
}

TEST_CASE("counts: counts beyond 2^31 are compared exactly") {
  CHECK(compare("add\t40000000000\n", "add\t40000000000\n").out ==
        "add                  40000000000  +0.00 %\n");
}
