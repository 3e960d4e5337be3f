// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/benchmarks/awk_support.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;

TEST_CASE("tables: a median for each key, in order of appearance") {
  const Outcome outcome =
      awk("support/median.awk", {}, "b\tx\t3\na\t10\nb\tx\t100\na\t9\nb\tx\t20\na\t1.50\na\t2\n");
  CHECK(outcome.out == "b\tx\t20\na\t2\n");
}

TEST_CASE("tables: a median keeps how a value was written") {
  CHECK(awk("support/median.awk", {}, "a\t0.500\n").out == "a\t0.500\n");
}

TEST_CASE("tables: a rival that needs less is marked, and the losses come worst first") {
  const Outcome outcome = awk("support/table.awk", {},
                              "build\tadd\ts\t6\t4\t-\t12\n"
                              "build\trebuild\ts\t3\t4\t-\t12\n"
                              "query\tp50\tms\t5\t1\t2\t-\n"
                              "query\tcold\tms\t5\t-\t-\t-\n");
  CHECK_THAT(outcome.out,
             Catch::Matches("(.|\n)*add +s +6 +4 +- +12\\.0 +1\\.50 +0\\.50  LOSES\n(.|\n)*"));
  CHECK_THAT(outcome.out,
             Catch::Matches("(.|\n)*rebuild +s +3 +4 +- +12\\.0 +0\\.75 +0\\.25\n(.|\n)*"));
  CHECK_THAT(outcome.out, Catch::Matches("(.|\n)*cold +ms +5 +- +- +-\n(.|\n)*"));
  CHECK_THAT(outcome.out, Catch::Contains("2 of 3 figures with a rival lose"));
  CHECK_THAT(outcome.out, Catch::EndsWith("  query: p50, Lucene 5.00, SQLite 2.50\n"
                                          "  build: add, Lucene 1.50\n"));
}

TEST_CASE("tables: figures that break others down are marked but not counted twice") {
  const Outcome outcome =
      awk("support/table.awk", {},
          "queries\tp50\tms\t1\t2\t2\t2\nqueries by class\tphrase\tms\t9\t2\t2\t2\n");
  CHECK_THAT(outcome.out, Catch::Contains("LOSES"));
  CHECK_THAT(outcome.out, Catch::Contains("0 of 1 figures with a rival lose"));
}

TEST_CASE("tables: growth of a power law is found exactly, in any order of sizes") {
  const std::string wanted = "t\t1.00\t1.00\t2e+04\nu\t0.50\t0.50\t949\n";
  CHECK(
      awk("support/fit.awk", {}, "t\t1000\t2\nt\t10000\t20\nt\t100000\t200\nu\t100\t3\nu\t400\t6\n")
          .out == wanted);
  CHECK(
      awk("support/fit.awk", {}, "t\t100000\t200\nt\t1000\t2\nt\t10000\t20\nu\t400\t6\nu\t100\t3\n")
          .out == wanted);
}

TEST_CASE("tables: the last step tells of a bend, and the guess follows it") {
  CHECK(awk("support/fit.awk", {"-v", "at=10000"}, "t\t1000\t10\nt\t10\t1\nt\t100\t1\n").out ==
        "t\t0.50\t1.00\t100\n");
}

TEST_CASE("tables: one size has no growth") {
  CHECK(awk("support/fit.awk", {}, "t\t1000\t2\nt\t1000\t3\n").out == "t\t-\t-\t-\n");
}

TEST_CASE("tables: growth has a column a size, in order, whatever the order of measuring") {
  const TempDir folder;
  Run run;
  run.command = {std::string(PRESSARKIV_SOURCE_DIR) + "/benchmarks/growth/table",
                 folder.write("figures", "add, s\t10000\t20\nadd, s\t1000\t2\nnew, s\t1000\t3\n")};
  const Outcome outcome = run_program(run);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out,
             Catch::Matches("\nreleases +1000 +10000 +exponent +last step +10,000,000\\?\n"
                            "add, s +2 +20 +1\\.00 +1\\.00 +2e\\+04\n"
                            "new, s +3 +- +- +- +-\n"));
}

TEST_CASE("tables: rounds of builds and queries become rows beside the rivals") {
  const TempDir folder;
  const std::string builds =
      folder.write("builds",
                   "pressarkiv-add\t10k\t1\t6\t7\t1\t2048\t5000000\n"
                   "pressarkiv-add\t10k\t2\t8\t7\t1\t2048\t5000000\n"
                   "pressarkiv-add\t10k\t3\t7\t7\t1\t2048\t5000000\n"
                   "lucene-2t\t10k\t1\t4\t7\t1\t4096\t1000000\t18.30\t10737\n"
                   "lucene-2t\t200k\t1\t40\t7\t1\t4096\t1000000\t18.30\t10737\n");
  const std::string queries = folder.write("queries",
                                           "pressarkiv-none\t10k\trank\tALL\t60\t0.2\t6\t9\t1\t1\n"
                                           "pressarkiv-all\t10k\trank\tALL\t60\t2.0\t6\t9\t1\t1\n"
                                           "sqlite-snow\t10k\trank\tALL\t60\t0.4\t5\t7\t1\t1\n"
                                           "lucene\t10k\trank\tALL\t60\t1.0\t2\t3\t1\t1\n");
  Run run;
  run.command = {std::string(PRESSARKIV_SOURCE_DIR) + "/benchmarks/macro/figures", "10k", builds,
                 queries};
  const Outcome outcome = run_program(run);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out,
             Catch::Contains("building 10k\tadd (record, facts and index), wall\ts\t7\t4\t-\t-\n"));
  CHECK_THAT(outcome.out,
             Catch::Contains("queries 10k, stems alone\trank, p50\tms\t0.2\t1.0\t0.4\t-\n"));
  CHECK_THAT(outcome.out, Catch::Contains("queries 10k, every layer\trank, p99\tms\t9\t3\t7\t-\n"));
}
