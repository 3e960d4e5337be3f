// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace pressarkiv {

/// Tells one state of a file that is only ever replaced as a whole from the next: a rename brings
/// another inode, or another time. One system call.
struct FileStamp {
  std::uint64_t inode = 0;
  std::int64_t modified = 0;  ///< Nanoseconds since 1970.
  bool operator==(const FileStamp&) const = default;

  /// All 0 where there is no such file.
  static FileStamp of(const std::filesystem::path& path);
};

}  // namespace pressarkiv
