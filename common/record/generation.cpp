// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/generation.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "common/schema/fields.h"
#include "common/text/analyzer.h"
#include "common/whole_file.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigits = 6;

bool is_generation_name(const std::string& name) {
  return name.size() > kDigits && name[0] == 'g' &&
         name.find_first_not_of("0123456789", 1) == std::string::npos;
}

Error io_error(const std::string& what, const fs::path& path) {
  return {ErrorCode::kIo, path.string() + ": " + what + ": " + std::strerror(errno)};
}

}  // namespace

Result<std::string> current_generation(const ArchiveLayout& layout) {
  const fs::path file = layout.current_generation_file();
  std::ifstream in(file);
  if (!in) {
    if (errno != ENOENT && errno != ENOTDIR) return io_error("cannot read", file);
    return Error{ErrorCode::kNotFound,
                 layout.root.string() +
                     ": no index here yet; make one with: pressarkiv-index add "
                     "--archive " +
                     layout.root.string() + " FOLDER"};
  }
  std::string name;
  std::getline(in, name);
  if (!is_generation_name(name)) {
    return Error{ErrorCode::kCorrupt, file.string() +
                                          ": does not name a generation; mend it with: "
                                          "pressarkiv-index rebuild"};
  }
  return name;
}

std::string next_generation_name(const std::string& name) {
  unsigned number = 0;
  if (is_generation_name(name)) {
    std::from_chars(name.data() + 1, name.data() + name.size(), number);
  }
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "g%06u", number + 1);
  return buffer;
}

Status publish_generation(const ArchiveLayout& layout, const std::string& name) {
  return write_whole_file(layout.current_generation_file(), name + "\n");
}

void remove_other_generations(const ArchiveLayout& layout, const std::string& keep) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(layout.index(), ignored)) {
    const std::string name = entry.path().filename().string();
    const bool ours = is_generation_name(name.substr(0, name.find('.')));
    if (ours && name != keep) fs::remove_all(entry.path(), ignored);
  }
}

Status check_index_version(const std::string& schema, const std::string& analyzer) {
  if (schema != std::to_string(kSchemaVersion)) {
    unsigned version = 0;
    std::from_chars(schema.data(), schema.data() + schema.size(), version);
    const char* advice = version > kSchemaVersion
                             ? "upgrade this program, or rebuild the index with it: "
                             : "bring it up to date with: ";
    return Error{ErrorCode::kIncompatible,
                 "the index has schema version '" + schema + "', this program knows " +
                     std::to_string(kSchemaVersion) + "; " + advice + "pressarkiv-index rebuild"};
  }
  if (!analyzer.empty() && analyzer != Analyzer::fingerprint()) {
    return Error{ErrorCode::kIncompatible, "the index was written with other text analysis (" +
                                               analyzer + ", here " + Analyzer::fingerprint() +
                                               "); bring it up to date with: pressarkiv-index "
                                               "rebuild"};
  }
  return Done{};
}

}  // namespace pressarkiv
