// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/support/releases.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv::test;

namespace {

/// A program whose standard input is this test's to write; its output goes to a file.
class Waiting {
 public:
  Waiting(const TempDir& dir, std::vector<std::string> command) {
    REQUIRE(mkfifo(dir.file("in").c_str(), 0600) == 0);
    child_ = fork();
    if (child_ == 0) {
      const int in = open(dir.file("in").c_str(), O_RDONLY);
      const int out = open(dir.file("out").c_str(), O_WRONLY | O_CREAT, 0644);
      Run run;
      run.command = std::move(command);
      detail::become(run, in, out, out);
    }
    input_ = open(dir.file("in").c_str(), O_WRONLY | O_CLOEXEC);
  }
  ~Waiting() {
    close(input_);
    if (child_ > 0) kill(child_, SIGKILL);
    if (child_ > 0) waitpid(child_, nullptr, 0);
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

  /// Returns when all but what a pipe holds was read.
  void give(const std::string& bytes) const {
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t put = write(input_, bytes.data() + at, bytes.size() - at);
      REQUIRE(put > 0);
      at += static_cast<std::size_t>(put);
    }
  }
  /// SIGINT, and the exit status; standard input stays open.
  int interrupt() {
    kill(child_, SIGINT);
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t child_ = 0;
  int input_ = -1;
};

}  // namespace

TEST_CASE("add: an interrupt ends the waiting for standard input and takes no half release") {
  const TempDir dir;
  const std::string archive = dir.file("archive");
  const std::string whole = dir.write("hel.txt", text_release("Hel", "Den är hel."));
  REQUIRE(index_run({"add", "--archive", archive, whole}).status == 0);
  {
    Waiting add(dir, {index_program(), "add", "--archive", archive, "-"});
    add.give(text_release("Halv", std::string(1 << 20, 'x')));
    CHECK(add.interrupt() == 130);
  }
  Run cat;
  cat.command = {"/bin/cat", dir.file("out")};
  const Outcome told = run_program(cat);
  CHECK(told.out.find("interrupted; what was taken (0 releases) is safe") != std::string::npos);
  CHECK(query_run({"search", "--archive", archive, "halv"}).status == 1);
  CHECK(query_run({"search", "--archive", archive, "hel"}).status == 0);
  CHECK(index_run({"verify", "--archive", archive}).status == 0);
}
