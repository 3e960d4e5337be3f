// SPDX-License-Identifier: GPL-2.0-or-later
#include <exception>
#include <iostream>

#include "common/cli/program.h"
#include "query/cli/commands.h"

int main(int argc, char** argv) {
  using namespace pressarkiv;  // NOLINT(google-build-using-namespace): main stands outside of it.
  try {
    Console console = process_console();
    const Program program{kQueryProgram,
                          "searches an archive of Swedish press releases",
                          "0 found, 1 nothing found, 2 error",
                          {search_command(), quotes_command(), people_command(), show_command(),
                           similar_command(), suggest_command(), run_command(), analyze_command()}};
    return run_program(program, argc, argv, console);
  } catch (const std::exception& error) {
    std::cerr << kQueryProgram << ": internal error: " << error.what() << '\n';
    return kExitError;
  }
}
