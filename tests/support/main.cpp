// SPDX-License-Identifier: GPL-2.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <cstdlib>

/// What the programs under test cache stays in the build folder, out of the user's own cache.
int main(int argc, char** argv) {
  ::setenv("XDG_CACHE_HOME", PRESSARKIV_TEST_CACHE, 1);
  return Catch::Session().run(argc, argv);
}
