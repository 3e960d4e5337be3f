// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/support/run_program.h"

namespace pressarkiv::test {

/// Runs benchmarks/`script` with `options` ("-v", "tolerance=5") over `input`, or over `files`.
inline Outcome awk(const std::string& script, std::vector<std::string> options,
                   const std::string& input, const std::vector<std::string>& files = {}) {
  Run run;
  run.command = {"/usr/bin/awk"};
  run.command.insert(run.command.end(), options.begin(), options.end());
  run.command.insert(run.command.end(),
                     {"-f", std::string(PRESSARKIV_SOURCE_DIR) + "/benchmarks/" + script});
  run.command.insert(run.command.end(), files.begin(), files.end());
  run.input = input;
  return run_program(run);
}

}  // namespace pressarkiv::test
