// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/sqlite_reading.h"

#include <sys/stat.h>

#include <cstdint>
#include <string>

namespace pressarkiv::sqlite {
namespace {

namespace fs = std::filesystem;

/// Bytes in a file; 0 where there is none.
std::uint64_t file_bytes(const fs::path& path) {
  struct stat file {};
  return ::stat(path.c_str(), &file) == 0 ? static_cast<std::uint64_t>(file.st_size) : 0;
}

Database open(const fs::path& path, OpenMode mode) {
  Database database(path, mode);
  database.run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; BEGIN");
  // The first read takes the snapshot, and finds out whether the folder can be read from.
  (void)database.number("PRAGMA user_version");
  return database;
}

}  // namespace

Database open_for_reading(const fs::path& path) {
  try {
    return open(path, OpenMode::kReadOnly);
  } catch (const Failure& failure) {
    if (failure.code() != SQLITE_CANTOPEN && failure.code() != SQLITE_READONLY) throw;
    if (file_bytes(fs::path(path).concat("-wal")) > 0) {
      throw Failure(
          Error{ErrorCode::kIo, path.string() + "-wal: holds changes that are not in " +
                                    path.filename().string() +
                                    " yet, and the folder cannot be written; run pressarkiv-index "
                                    "status where it can, then copy the archive again"});
    }
  }
  return open(path, OpenMode::kImmutable);
}

}  // namespace pressarkiv::sqlite
