// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_walker.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "indexer/source_content.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

using Strings = std::vector<std::string>;

struct Walked {
  Strings ids;
  Strings paths;
  Strings errors;
};

Walked walk(const Strings& paths, const std::string& passed_over = "") {
  Walked walked;
  walk_sources(
      paths,
      [&](Result<SourceFile> found) {
        if (!found) {
          walked.errors.push_back(found.error().message);
          return;
        }
        walked.ids.push_back(found->default_id);
        walked.paths.push_back(found->path);
      },
      passed_over);
  return walked;
}

TEST_CASE("source walker: names without an extension") {
  struct Row {
    std::string_view path;
    std::string_view without;
  };
  const Row rows[] = {{"2025/06/slug.md", "2025/06/slug"},
                      {"slug.jsonl", "slug"},
                      {"slug", "slug"},
                      {"v1.2", "v1.2"},  // Digits alone are part of the name.
                      {"arkiv.tar.gz", "arkiv.tar"},
                      {".gömd", ".gömd"},
                      {"a/.md", "a/.md"},
                      {"a.b/c", "a.b/c"},
                      {"kl. 9", "kl. 9"},
                      {"slut.", "slut."},
                      {"x.mycketlangt", "x.mycketlangt"},
                      {"", ""}};
  for (const Row& row : rows) {
    INFO(row.path);
    CHECK(without_extension(row.path) == row.without);
  }
}

TEST_CASE("source walker: by name, byte by byte, to the bottom, hidden names passed over") {
  const test::TempDir folder;
  for (const char* name : {"b.txt", "a/z.md", "a/b/c/d.json", "a.txt", "Ö.txt", "B.txt", ".gömd",
                           ".git/x.txt", "a/.x"})
    folder.write(name, "x");
  const Walked walked = walk({folder.path().string()});
  CHECK(walked.ids == Strings{"B", "a/b/c/d", "a/z", "a", "b", "Ö"});
  CHECK(walked.errors.empty());
  CHECK(walk({folder.path().string() + "/"}).ids == walked.ids);
  CHECK(walk({folder.path().string()}).paths == walked.paths);
}

TEST_CASE("source walker: what is named comes in the order named, hidden or not") {
  const test::TempDir folder;
  const std::string second = folder.write("b/två.txt", "x");
  const std::string hidden = folder.write("a/.ett.txt", "x");
  const Walked walked = walk({second, "-", hidden, folder.file("b")});
  CHECK(walked.ids == Strings{"två", "stdin", ".ett", "två"});
  CHECK(walked.paths[1] == "-");
}

TEST_CASE("source walker: a link back is reported once and not entered") {
  const test::TempDir folder;
  folder.write("a/b/fil.txt", "x");
  REQUIRE(symlink("../..", folder.file("a/b/upp").c_str()) == 0);
  REQUIRE(symlink(".", folder.file("a/här").c_str()) == 0);
  const Walked walked = walk({folder.path().string()});
  CHECK(walked.ids == Strings{"a/b/fil"});
  REQUIRE(walked.errors.size() == 2);  // Back to the top, and back to "a".
  for (const std::string& error : walked.errors)
    CHECK_THAT(error, Catch::EndsWith("a link back to a folder above it; not entered"));
}

TEST_CASE("source walker: links to files and to folders beside are followed") {
  const test::TempDir folder;
  const test::TempDir elsewhere;
  const std::string target = elsewhere.write("mapp/fil.txt", "x");
  REQUIRE(symlink(target.c_str(), folder.file("länk.txt").c_str()) == 0);
  REQUIRE(symlink(elsewhere.file("mapp").c_str(), folder.file("mapp").c_str()) == 0);
  const Walked walked = walk({folder.path().string()});
  CHECK(walked.ids == Strings{"länk", "mapp/fil"});
  CHECK(walked.errors.empty());
}

TEST_CASE("source walker: what cannot be read is named and the rest goes on") {
  const test::TempDir folder;
  folder.write("z.txt", "x");
  REQUIRE(symlink("borta", folder.file("död.txt").c_str()) == 0);
  REQUIRE(mkfifo(folder.file("rör").c_str(), 0600) == 0);
  const Walked walked = walk({folder.file("finns-inte"), folder.path().string()});
  CHECK(walked.ids == Strings{"z"});
  REQUIRE(walked.errors.size() == 3);
  CHECK_THAT(walked.errors[0], Catch::Contains("finns-inte: No such file or directory; skipped"));
  CHECK_THAT(walked.errors[1], Catch::Contains("död.txt: No such file or directory; skipped"));
  CHECK_THAT(walked.errors[2], Catch::Contains("rör: a pipe, socket or device inside a folder"));
}

TEST_CASE("source walker: the archive is not entered, under whichever name") {
  const test::TempDir folder;
  folder.write("arkiv/record.db", "x");
  folder.write("fil.txt", "x");
  REQUIRE(symlink("arkiv", folder.file("genväg").c_str()) == 0);
  const Walked walked = walk({folder.path().string()}, folder.file("arkiv"));
  CHECK(walked.ids == Strings{"fil"});
  CHECK(walked.errors.empty());
}

TEST_CASE("source walker: all bytes of a file, also where its size was told wrong") {
  const test::TempDir folder;
  const std::string bytes("å\0\r\n\xFF slut", 11);
  const std::string path = folder.write("x", bytes);
  std::istringstream nothing;
  for (const std::uint64_t told :
       {std::uint64_t{0}, std::uint64_t{4}, std::uint64_t{11}, std::uint64_t{4000}}) {
    const Result<std::string> read = read_bytes({path, "x", told}, nothing);
    REQUIRE(read);
    CHECK(*read == bytes);
  }
  std::istringstream input(bytes);
  CHECK(*read_bytes({"-", "stdin", 0}, input) == bytes);
  const Result<std::string> gone = read_bytes({folder.file("borta"), "b", 0}, nothing);
  REQUIRE_FALSE(gone);
  CHECK(gone.error().code == ErrorCode::kNotFound);
}

TEST_CASE("source content: what is large is put aside, and nothing of it stays") {
  const test::TempDir folder;
  const test::TempDir aside;
  std::string bytes(3'000'000, 'a');
  for (std::size_t i = 0; i < bytes.size(); i += 1000) bytes[i] = static_cast<char>(i / 1000);
  const std::string path = folder.write("x", bytes);
  for (const std::uint64_t most : {std::uint64_t{0}, std::uint64_t{1'500'000},
                                   std::uint64_t{2'999'999}, std::uint64_t{3'000'000}}) {
    for (const std::uint64_t told : {std::uint64_t{0}, std::uint64_t{3'000'000}}) {
      std::istringstream input(bytes);
      Result<SourceContent> file =
          SourceContent::read({path, "x", told}, input, aside.path(), most);
      REQUIRE(file);
      Result<SourceContent> piped =
          SourceContent::read({"-", "stdin", told}, input, aside.path(), most);
      REQUIRE(piped);
      CHECK(std::filesystem::is_empty(aside.path()));
      const SourceContent moved = std::move(*file);
      CHECK(moved.bytes() == bytes);
      CHECK(piped->bytes() == bytes);
    }
  }
  std::istringstream nothing;
  CHECK(SourceContent::read({folder.write("y", ""), "y", 0}, nothing, aside.path(), 0)
            ->bytes()
            .empty());
  const Result<SourceContent> refused =
      SourceContent::read({path, "x", 0}, nothing, folder.file("borta"), 1000);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("cannot be put aside") != std::string::npos);
  CHECK_FALSE(SourceContent::read({folder.file("z"), "z", 0}, nothing, aside.path()));
}

}  // namespace
}  // namespace pressarkiv
