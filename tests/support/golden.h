// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace pressarkiv::test {

/// The bytes of a file; "" where there is none.
inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// tests/golden/`name`.
inline std::filesystem::path golden_path(std::string_view name) {
  return std::filesystem::path(PRESSARKIV_SOURCE_DIR) / "tests" / "golden" / name;
}

/// Checks `actual` against tests/golden/`name`. With UPDATE_GOLDEN=1 in the environment it writes
/// the file instead: read that diff like code.
inline void check_golden(std::string_view name, std::string_view actual) {
  const std::filesystem::path path = golden_path(name);
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  INFO("golden file " << path.string() << "; UPDATE_GOLDEN=1 rewrites it");
  CHECK(slurp(path) == actual);
}

}  // namespace pressarkiv::test
