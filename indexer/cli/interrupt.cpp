// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace pressarkiv {
namespace {

// A signal handler can reach nothing but variables of static storage.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t g_asked = 0;
volatile std::sig_atomic_t g_nothing = -1;  // A descriptor that gives end of file.
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

void remember(int) {
  g_asked = 1;
  // Standard input that waits for more would wait on, since std::cin reads again after a signal.
  if (g_nothing >= 0) dup2(g_nothing, STDIN_FILENO);
}

}  // namespace

void catch_interrupts() {
  g_nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return g_asked != 0; }

}  // namespace pressarkiv
