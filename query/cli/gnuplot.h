// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/result.h"

namespace pressarkiv {

/// Runs gnuplot, which is not part of this program, over a script and returns what it drew.
/// kNotFound where it is not installed, kIo where it failed (with what it said).
Result<std::string> run_gnuplot(const std::string& script);

}  // namespace pressarkiv
