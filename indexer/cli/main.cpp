// SPDX-License-Identifier: GPL-2.0-or-later
#include <exception>
#include <iostream>

#include "common/cli/program.h"
#include "indexer/cli/commands.h"

int main(int argc, char** argv) {
  using namespace pressarkiv;
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
