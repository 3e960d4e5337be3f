// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>

#include "common/columns/column_block.h"
#include "common/columns/column_directory.h"

namespace pressarkiv {

/// The file of an index's columns, opened for writing. Several threads may append at once. A block
/// belongs to the index when a directory that names it is committed, and not before: what a run
/// that broke off has written behind is overwritten. Methods throw
/// std::filesystem::filesystem_error.
class ColumnFile {
 public:
  /// Makes the file where there is none; `end`: where to write (ColumnDirectory::end()).
  ColumnFile(const std::filesystem::path& path, std::uint64_t end);
  ~ColumnFile();
  ColumnFile(const ColumnFile&) = delete;
  ColumnFile& operator=(const ColumnFile&) = delete;

  /// Writes a block and says where it lies, with base 0.
  BlockPlace append(const ColumnBlock& block);
  /// Makes all blocks durable; before the directory is.
  void sync();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::filesystem::path path_;
  int file_ = -1;
  std::atomic<std::uint64_t> end_;
};

}  // namespace pressarkiv
