// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace pressarkiv {

/// From now on the first Ctrl-C (or SIGTERM) only asks the work to stop at a good place; the second
/// one ends the process at once, which harms nothing either.
void catch_interrupts();
/// Whether it was asked.
bool interrupted();

}  // namespace pressarkiv
