// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/program.h"

namespace pressarkiv {

inline constexpr const char* kIndexProgram = "pressarkiv-index";
inline constexpr int kExitSomeRefused = 1;

/// The commands of pressarkiv-index, one file each.
Command add_command();
Command rebuild_command();
Command verify_command();
Command status_command();
Command extract_command();

}  // namespace pressarkiv
