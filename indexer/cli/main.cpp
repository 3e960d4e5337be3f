// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "common/cli/program.h"
#include "indexer/cli/commands.h"

namespace {

/// Xapian 1.4 ends the process where a disk fills up while a commit merges posting lists (one of
/// its destructors throws). The index on disk is whole all the same, so say what to do.
[[noreturn]] void end_with_advice() {
  constexpr std::string_view kAdvice =
      "pressarkiv-index: the index cannot be written (is the disk full?); nothing committed is "
      "lost: free some space and run the same command again\n";
  const auto written = write(STDERR_FILENO, kAdvice.data(), kAdvice.size());
  std::_Exit(written < 0 ? EXIT_FAILURE : pressarkiv::kExitError);
}

/// The soft limit is there for programs that use select(); merging many shards opens many files.
void raise_open_files() {
  constexpr rlim_t kEnough = 4096;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kEnough) return;
  limit.rlim_cur = std::min(limit.rlim_max, kEnough);
  (void)setrlimit(RLIMIT_NOFILE, &limit);  // Without it shards are merged in more steps.
}

}  // namespace

int main(int argc, char** argv) {
  using namespace pressarkiv;  // NOLINT(google-build-using-namespace): main stands outside of it.
  std::set_terminate(end_with_advice);
  raise_open_files();
  try {
    Console console = process_console();
    const Program program{
        kIndexProgram,
        "reads Swedish press releases into an archive",
        "0 all taken, 1 some inputs refused (each named), 2 could not run, 130 "
        "interrupted",
        {add_command(), rebuild_command(), verify_command(), status_command(), extract_command()}};
    return run_program(program, argc, argv, console);
  } catch (const std::exception& error) {
    std::cerr << kIndexProgram << ": internal error: " << error.what() << '\n';
    return kExitError;
  }
}
