// SPDX-License-Identifier: GPL-2.0-or-later
// Each kind of bad input gets one line that says what, where and what to do; the rest of the batch
// goes on, and the exit status tells.
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/releases.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;

namespace {

struct BadFile {
  std::string name;
  std::string bytes;
  std::string says;
};

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Adds the folder, which holds one good release, and checks that just `bad` was refused.
void check_refused(const TempDir& dir, const std::string& bad, const std::string& says) {
  const Outcome added = index_run({"add", "--quiet", "--archive", dir.file("a"), dir.file("in")});
  INFO(added.err << added.out);
  CHECK(added.status == 1);
  CHECK(added.out.find("added 1") != std::string::npos);
  CHECK(added.out.find("refused 1") != std::string::npos);
  CHECK(count_lines(added.err) == 1);
  CHECK(added.err.find(bad) != std::string::npos);
  CHECK(added.err.find(says) != std::string::npos);
  CHECK(query_run({"search", "--archive", dir.file("a"), "bron"}).status == 0);
}

}  // namespace

TEST_CASE("bad input: files that cannot be read are named, the others are taken") {
  const std::string binary(
      "\x7f"
      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
      20);
  const auto bad = GENERATE_COPY(values<BadFile>({
      {"empty.txt", "", "empty"},
      {"blank.txt", " \n\n\t\n", "empty"},
      {"program", binary, "program"},
      {"nul.txt", std::string("Rubrik\n\nText med\0nul.", 22), "offset"},
      {"utf8.txt", "Rubrik med \xc3\xa5\n\nText om sk\xc3 la och r\xc3\xa4v.\n", "offset"},
      {"cut.jsonl", "{\"id\":\"a\",\"title\":\"T\",\"body\":\"Hel", "line 1"},
      {"array.json", "[1, 2, 3]", "array.json"},
      {"picture.jpg", std::string("\xff\xd8\xff\xe0\0\x10JFIF\0\x01", 12), "picture"},
      {"paper.pdf", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"},
  }));
  CAPTURE(bad.name);
  const TempDir dir;
  dir.write("in/good.txt", text_release("Ny bro", "Bron invigs."));
  dir.write("in/" + bad.name, bad.bytes);
  check_refused(dir, bad.name, bad.says);
}

TEST_CASE("bad input: a broken JSON line does not hide the lines after it") {
  const TempDir dir;
  dir.write("in/r.jsonl",
            "{\"id\":\"r1\",\"title\":\"Ny bro\",\"body\":\"Bron invigs.\"}\n"
            "{\"id\":\"r2\",\"title\":\n"
            "{\"id\":\"r3\",\"title\":\"Ny väg\",\"body\":\"Vägen stängs.\"}\n");
  const Outcome added = index_run({"add", "--archive", dir.file("a"), dir.file("in")});
  CHECK(added.status == 1);
  CHECK(added.out.find("added 2") != std::string::npos);
  CHECK(added.err.find("line 2") != std::string::npos);
  CHECK(query_run({"show", "--archive", dir.file("a"), "r3"}).status == 0);
}

TEST_CASE("bad input: a file that may not be read") {
  if (geteuid() == 0) {
    WARN("skipped: root may read everything");
    return;
  }
  const TempDir dir;
  dir.write("in/good.txt", text_release("Ny bro", "Bron invigs."));
  const std::string secret = dir.write("in/secret.txt", "Rubrik\n\nText.\n");
  chmod(secret.c_str(), 0);
  check_refused(dir, "secret.txt", "Permission denied");
}

TEST_CASE("bad input: links that lead nowhere or back") {
  const TempDir dir;
  dir.write("in/good.txt", text_release("Ny bro", "Bron invigs."));
  SECTION("a folder loop") {
    std::filesystem::create_directory_symlink("..", dir.path() / "in" / "loop");
    check_refused(dir, "loop", "link back");
  }
  SECTION("a dangling link") {
    std::filesystem::create_symlink("gone.txt", dir.path() / "in" / "dangling.txt");
    check_refused(dir, "dangling.txt", "No such file");
  }
  SECTION("a named pipe") {
    REQUIRE(mkfifo(dir.file("in/pipe.txt").c_str(), 0600) == 0);
    check_refused(dir, "pipe.txt", "pipe");
  }
}

TEST_CASE("bad input: one line of 50 MB is read or refused, not choked on") {
  const TempDir dir;
  std::string huge = "Rubrik\n\n";
  while (huge.size() < 50'000'000) huge += "klimat och energi i kommunen ";
  dir.write("in/huge.txt", huge);
  const Outcome added = index_run({"add", "--archive", dir.file("a"), dir.file("in")});
  INFO(added.err);
  CHECK(added.status <= 1);
  if (added.status == 0) {
    CHECK(query_run({"search", "--archive", dir.file("a"), "klimat"}).status == 0);
  }
}

TEST_CASE("bad input: a full disk loses nothing and says so") {
  const TempDir dir;
  const std::string archive = dir.file("a");
  dir.write("first/good.txt", text_release("Ny bro", "Bron invigs."));
  REQUIRE(index_run({"add", "--archive", archive, dir.file("first")}).status == 0);
  write_many_releases(dir, "many", 300);
  Run run;
  run.command = {index_program(), "add", "--archive", archive, dir.file("many")};
  run.max_file_bytes = GENERATE(100'000, 200'000, 300'000);
  const Outcome full = run_program(run);
  INFO(full.err << full.out);
  CHECK(full.status == 2);
  CHECK(full.err.find("run the same command again") != std::string::npos);
  // With room again the same command goes on, and nothing was harmed meanwhile.
  CHECK(query_run({"search", "--archive", archive, "bron"}).status == 0);
  CHECK(index_run({"verify", "--archive", archive}).status == 0);
  CHECK(index_run({"add", "--archive", archive, dir.file("many")}).status == 0);
  const Outcome verify = index_run({"verify", "--archive", archive});
  INFO(verify.out << verify.err);
  CHECK(verify.status == 0);
  CHECK(verify.out.find("301 releases") != std::string::npos);
}

TEST_CASE("bad input: an archive of a newer version is left alone") {
  const TempDir dir;
  const std::string archive = dir.file("a");
  dir.write("in/good.txt", text_release("Ny bro", "Bron invigs."));
  REQUIRE(index_run({"add", "--archive", archive, dir.file("in")}).status == 0);
  sqlite3* record = nullptr;
  REQUIRE(sqlite3_open((archive + "/record.db").c_str(), &record) == SQLITE_OK);
  REQUIRE(sqlite3_exec(record, "PRAGMA user_version = 1000", nullptr, nullptr, nullptr) ==
          SQLITE_OK);
  sqlite3_close(record);
  for (const std::string command : {"add", "status", "verify", "rebuild"}) {
    std::vector<std::string> arguments{command, "--archive", archive};
    if (command == "add") arguments.push_back(dir.file("in"));
    const Outcome outcome = index_run(arguments);
    CAPTURE(command, outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.err.find("newer") != std::string::npos);
    CHECK(outcome.err.find("pgrade") != std::string::npos);
  }
}

TEST_CASE("bad input: an archive folder that is a file") {
  const TempDir dir;
  dir.write("in/good.txt", text_release("Ny bro", "Bron invigs."));
  const std::string file = dir.write("a", "not an archive");
  const Outcome added = index_run({"add", "--archive", file, dir.file("in")});
  CHECK(added.status == 2);
  CHECK(added.err.find(file) != std::string::npos);
}

/// The name of the index generation of an archive.
std::string only_generation(const std::string& archive) {
  std::ifstream file(archive + "/index/current");
  std::string name;
  std::getline(file, name);
  return name;
}

TEST_CASE("bad input: damaged columns of the index are told by verify and mended by rebuild") {
  const TempDir dir;
  const std::string archive = dir.file("a");
  dir.write("in/good.txt", text_release("Ny bro", "– Bron invigs, säger Ida Ek."));
  REQUIRE(index_run({"add", "--archive", archive, dir.file("in")}).status == 0);
  REQUIRE(index_run({"verify", "--archive", archive}).status == 0);
  for (const std::string name : {"releases.columns", "quotes.columns"}) {
    CAPTURE(name);
    const std::string path = archive + "/index/" + only_generation(archive) + "/" + name;
    {
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(-3, std::ios::end);
      file.put('\x7F');
    }
    const Outcome verify = index_run({"verify", "--archive", archive});
    INFO(verify.out << verify.err);
    CHECK(verify.status == 1);
    CHECK((verify.out + verify.err).find(name) != std::string::npos);
    CHECK((verify.out + verify.err).find("pressarkiv-index rebuild") != std::string::npos);
    CHECK(query_run({"search", "--archive", archive, "bron"}).status == 0);
    REQUIRE(index_run({"rebuild", "--archive", archive}).status == 0);
    CHECK(index_run({"verify", "--archive", archive}).status == 0);
    std::filesystem::resize_file(archive + "/index/" + only_generation(archive) + "/" + name, 10);
    const Outcome search = query_run({"quotes", "--archive", archive, "bron"});
    if (name == "quotes.columns") {
      CHECK(search.status == 2);
      CHECK(search.err.find("pressarkiv-index rebuild") != std::string::npos);
    }
    CHECK(index_run({"verify", "--archive", archive}).status != 0);
    REQUIRE(index_run({"rebuild", "--archive", archive}).status == 0);
  }
}

TEST_CASE("bad input: a damaged index is told apart from a damaged record, and can be mended") {
  const TempDir dir;
  const std::string archive = dir.file("a");
  dir.write("in/good.txt", text_release("Ny bro", "Bron invigs."));
  REQUIRE(index_run({"add", "--archive", archive, dir.file("in")}).status == 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(archive + "/index")) {
    if (entry.path().filename() == "postlist.glass") {
      std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << "damage";
    }
  }
  const Outcome search = query_run({"search", "--archive", archive, "bron"});
  CHECK(search.status == 2);
  CHECK(search.err.find("pressarkiv-index rebuild") != std::string::npos);
  CHECK(index_run({"verify", "--archive", archive}).status == 1);
  CHECK(index_run({"rebuild", "--archive", archive}).status == 0);
  CHECK(query_run({"search", "--archive", archive, "bron"}).status == 0);
  CHECK(index_run({"verify", "--archive", archive}).status == 0);
}
