// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/interrupt.h"

#include <csignal>

namespace pressarkiv {
namespace {

// A signal handler can reach nothing but a variable of static storage.
volatile std::sig_atomic_t g_asked =
    0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void remember(int) { g_asked = 1; }

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return g_asked != 0; }

}  // namespace pressarkiv
