// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/golden.h"
#include "tests/support/releases.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;
using nlohmann::json;

namespace {

json status_of(const std::string& archive) {
  const Outcome status = index_run({"status", "--archive", archive, "--format", "json"});
  REQUIRE(status.status == 0);
  return json::parse(status.out);
}

json add_json(const std::string& archive, const std::string& path) {
  const Outcome added = index_run({"add", "--archive", archive, path, "--format", "json"});
  INFO(added.err);
  REQUIRE(added.status == 0);
  return json::parse(added.out);
}

}  // namespace

TEST_CASE("add: the same bytes again change nothing, a changed text is a new version") {
  const TempDir dir;
  const std::string archive = dir.file("a.archive");
  const std::string first = text_release("Ny cykelväg", "Cykelvägen invigs i maj.");
  const std::string second = text_release("Ny cykelväg", "Cykelvägen invigs i juni.");
  dir.write("in/2019/cykel.txt", first);
  dir.write("in/2019/skola.txt", text_release("Ny skola", "Skolan öppnar."));

  CHECK(add_json(archive, dir.file("in"))["added"] == 2);
  const json before = status_of(archive);
  CHECK(add_json(archive, dir.file("in"))["unchanged"] == 2);
  CHECK(status_of(archive) == before);

  dir.write("in/2019/cykel.txt", second);
  const json report = add_json(archive, dir.file("in"));
  CHECK(report["updated"] == 1);
  CHECK(report["unchanged"] == 1);
  CHECK(status_of(archive)["versions"] == 3);

  SECTION("the newest version is found, the older one is kept") {
    CHECK(query_run({"search", "--archive", archive, "juni"}).status == 0);
    CHECK(query_run({"search", "--archive", archive, "maj"}).status == 1);
    CHECK(query_run({"show", "--archive", archive, "2019/cykel", "--original"}).out == second);
    CHECK(query_run({"show", "--archive", archive, "2019/cykel", "--original", "--version", "1"})
              .out == first);
  }
  SECTION("verify finds the archive sound") {
    const Outcome verify = index_run({"verify", "--archive", archive});
    INFO(verify.out << verify.err);
    CHECK(verify.status == 0);
  }
  SECTION("rebuild gives the same answers") {
    const std::vector<std::string> search{"search",   "--archive", archive, "cykelväg skola",
                                          "--facets", "--format",  "json"};
    const std::string answer = query_run(search).out;
    const std::filesystem::path readings = archive + "/readings.db";
    CHECK(std::filesystem::exists(readings));
    CHECK(index_run({"rebuild", "--archive", archive}).status == 0);
    CHECK(query_run(search).out == answer);
    CHECK(index_run({"rebuild", "--archive", archive, "--reread"}).status == 0);
    CHECK(query_run(search).out == answer);
    // Derived: it may be deleted. What would be shown of it is missed by name until it is there.
    std::filesystem::remove(readings);
    const Outcome shown = query_run({"show", "--archive", archive, "2019/cykel"});
    CHECK(shown.status == 2);
    CHECK(shown.err.find("readings.db") != std::string::npos);
    CHECK(shown.err.find("pressarkiv-index rebuild") != std::string::npos);
    CHECK(status_of(archive)["index"]["problems"].dump().find("readings.db") != std::string::npos);
    const Outcome verify = index_run({"verify", "--archive", archive});
    CHECK(verify.status != 0);
    add_json(archive, dir.file("in"));
    CHECK(query_run(search).out == answer);
    std::filesystem::remove(readings);
    CHECK(index_run({"rebuild", "--archive", archive}).status == 0);
    CHECK(query_run(search).out == answer);
    CHECK(std::filesystem::exists(readings));
    // What is no file of readings is told; what needs no text is found all the same.
    dir.write("a.archive/readings.db", std::string(9000, 'x'));
    const Outcome refused = index_run({"rebuild", "--archive", archive});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("readings.db") != std::string::npos);
    CHECK(refused.err.find("delete it") != std::string::npos);
    const Outcome found = query_run(search);
    CHECK(found.status == 0);
    CHECK(json::parse(found.out)["total"] == 2);
    CHECK(json::parse(found.out)["notes"].dump().find("readings.db") != std::string::npos);
  }
}

TEST_CASE("add: the first change of a release builds the index anew, the next one does not") {
  const TempDir dir;
  const std::string archive = dir.file("a.archive");
  const auto generation = [&] {
    return status_of(archive)["index"]["generation"].get<std::string>();
  };
  const auto write_and_add = [&](const std::string& name, const std::string& word) {
    dir.write("in/" + name + ".txt", text_release("Ny cykelväg", "Vi bygger " + word + "."));
    add_json(archive, dir.file("in"));
  };
  write_and_add("ett", "broar");
  const std::string first = generation();
  write_and_add("två", "tunnlar");
  CHECK(generation() == first);
  write_and_add("ett", "vägar");
  const std::string second = generation();
  CHECK(second != first);
  write_and_add("två", "hamnar");
  write_and_add("ett", "spår");
  CHECK(generation() == second);
  const auto found = [&](const std::string& word) {
    return query_run({"search", "--archive", archive, "--exact", word}).status == 0;
  };
  for (const std::string word : {"hamnar", "spår"}) CHECK(found(word));
  for (const std::string word : {"broar", "tunnlar", "vägar"}) CHECK_FALSE(found(word));
  // Whoever changes releases goes on doing so: later builds keep what that needs.
  REQUIRE(index_run({"rebuild", "--archive", archive}).status == 0);
  const std::string third = generation();
  write_and_add("två", "kajer");
  CHECK(generation() == third);
  CHECK(found("kajer"));
  CHECK(index_run({"verify", "--archive", archive}).status == 0);
}

TEST_CASE("add: an archive that lies among its own sources is passed over") {
  const TempDir dir;
  dir.write("a.txt", text_release("Rubrik", "Text."));
  const std::string archive = dir.file("pressarkiv.archive");
  CHECK(add_json(archive, dir.path().string())["added"] == 1);
  const json again = add_json(archive, dir.path().string());
  CHECK(again["unchanged"] == 1);
  CHECK(again["refused"] == 0);
}

TEST_CASE("add: standard input is a source") {
  const TempDir dir;
  Run run;
  run.command = {index_program(), "add", "--archive", dir.file("a"), "-"};
  run.input = R"({"id":"r1","title":"Ny bro","body":"Bron invigs.","published":"2020-02-03"})"
              "\n";
  const Outcome added = run_program(run);
  INFO(added.err);
  CHECK(added.status == 0);
  CHECK(query_run({"search", "--archive", dir.file("a"), "bron"}).status == 0);
}

TEST_CASE("add: paths that are not there leave no archive behind") {
  const TempDir dir;
  const Outcome added = index_run({"add", "--archive", dir.file("a"), dir.file("slip")});
  CHECK(added.status == 2);
  CHECK(added.err.find("slip") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(dir.file("a")));
}

TEST_CASE("add: an empty folder is said to be empty") {
  const TempDir dir;
  std::filesystem::create_directories(dir.path() / "empty");
  const Outcome added = index_run({"add", "--archive", dir.file("a"), dir.file("empty")});
  CHECK(added.status == 0);
  CHECK(added.err.find("no files") != std::string::npos);
  CHECK(query_run({"search", "--archive", dir.file("a"), "ord"}).status == 1);
}

TEST_CASE("rebuild: shards made small by large releases and little memory hold the same") {
  const TempDir dir;
  const std::string archive = dir.file("a.archive");
  std::string text;
  for (int i = 0; text.size() < 400'000; ++i) {
    text += "Kommunen bygger skola nummer " + std::to_string(i * 7919 % 100'003) + ".\n\n";
  }
  for (int i = 0; i < 24; ++i) {
    dir.write("in/2019/" + std::to_string(i) + ".txt",
              text_release("Skola " + std::to_string(i), text));
  }
  CHECK(add_json(archive, dir.file("in"))["added"] == 24);
  const std::vector<std::string> search{"search", "--archive", archive,    "\"bygger skola\"",
                                        "--sort", "oldest",    "--format", "json"};
  const std::string answer = query_run(search).out;
  CHECK(json::parse(answer)["total"] == 24);
  CHECK(index_run({"rebuild", "--archive", archive, "--memory", "192"}).status == 0);
  CHECK(query_run(search).out == answer);
  CHECK(index_run({"verify", "--archive", archive}).status == 0);
  const Outcome refused = index_run({"rebuild", "--archive", archive, "--memory", "19"});
  CHECK(refused.status == 2);
  CHECK(refused.err.find("192 or more") != std::string::npos);
}

TEST_CASE("commands: a slip is answered with what was probably meant") {
  const auto [arguments, hint] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"serach", "ord"}, "search"},
      {{"search", "ord", "--facetts"}, "--facets"},
      {{"search", "ord", "--sort", "best"}, "newest"},
      {{"search", "ord", "--limit", "-3"}, "--limit"},
      {{"search", "ord", "--from", "igår"}, "2019-05"},
      {{"show"}, "one release id"},
  }));
  const Outcome outcome = query_run(arguments);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find(hint) != std::string::npos);
}

TEST_CASE("commands: every command has help with examples") {
  for (const std::string command : {"search", "show", "run", "analyze"}) {
    const Outcome help = query_run({command, "--help"});
    CAPTURE(command);
    CHECK(help.status == 0);
    CHECK(help.out.find("Examples:") != std::string::npos);
    CHECK(help.out.find("Exit status:") != std::string::npos);
  }
  for (const std::string command : {"add", "rebuild", "verify", "status", "extract"}) {
    const Outcome help = index_run({command, "--help"});
    CAPTURE(command);
    CHECK(help.status == 0);
    CHECK(help.out.find("Examples:") != std::string::npos);
  }
}

TEST_CASE("a second writer waits, then says who holds the lock") {
  const TempDir dir;
  const std::string archive = dir.file("a");
  dir.write("a.txt", text_release("Rubrik", "Text."));
  // The first writer waits for its standard input, holding the lock.
  Run first;
  first.command = {"/bin/sh", "-c",
                   "(sleep 3; echo '{\"id\":\"x\",\"title\":\"T\",\"body\":\"B\"}') | " +
                       index_program() + " add --archive " + archive + " -"};
  Outcome first_outcome;
  std::thread holder([&] { first_outcome = run_program(first); });
  while (!std::filesystem::exists(archive + "/lock")) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const Outcome second =
      index_run({"add", "--archive", archive, "--lock-timeout", "0.2", dir.file("a.txt")});
  holder.join();
  CHECK(first_outcome.status == 0);
  CHECK(second.status == 2);
  CHECK(second.err.find("pressarkiv-index add, pid") != std::string::npos);
}
