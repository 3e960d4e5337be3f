// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "common/result.h"

namespace pressarkiv {

/// A file's bytes in memory without reading them: the system brings in the pages that are looked
/// at, and processes share them. Read-only; the file must not be shortened meanwhile (files that
/// are mapped are replaced whole, never written to).
class MappedFile {
 public:
  /// kNotFound, kIo; kCorrupt for an empty file. `what` names the file's purpose in messages.
  static Result<MappedFile> open(const std::string& path, std::string_view what);
  /// The same of a file that is open already and stays the caller's; `path` is for messages.
  static Result<MappedFile> of(int descriptor, const std::string& path, std::string_view what);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept
      : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(start_, other.start_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace pressarkiv
