// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/record/sqlite.h"

namespace pressarkiv::sqlite {

/// Opens a database in WAL mode for reading one state of it as long as the connection lives, also
/// in a folder that cannot be written and so has no place for SQLite's side files: where they are
/// missing nobody can be writing, and where no log is left nothing is pending, so that the file is
/// opened as it lies there. Throws Failure.
Database open_for_reading(const std::filesystem::path& path);

}  // namespace pressarkiv::sqlite
