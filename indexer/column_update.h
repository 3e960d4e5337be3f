// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "common/columns/column_file.h"
#include "common/result.h"

namespace pressarkiv {

/// Changes the columns of an index in place: the documents that are new or other than before become
/// blocks behind the ones that are there. May throw std::filesystem::filesystem_error.
class ColumnUpdate {
 public:
  /// Small blocks, of one update each, that may stand behind each other; more are made one.
  static constexpr std::size_t kMostSmallBlocks = 32;
  static constexpr std::uint32_t kSmallBlock = 1000;  ///< Documents.

  ColumnUpdate(const std::filesystem::path& path, ColumnDirectory directory)
      : path_(path), directory_(std::move(directory)), file_(path, directory_.end()) {}

  /// By docid; a document that is no more has no values. To be filled between calls of spill().
  std::map<std::uint32_t, std::vector<ColumnValue>>& documents() { return documents_; }
  /// Writes what was gathered if it is much.
  void spill();
  /// Writes the rest and makes it durable: what the index is to commit. kCorrupt, kIo.
  Result<ColumnDirectory> finish();

 private:
  void write();
  Status join_small_blocks();

  std::filesystem::path path_;
  ColumnDirectory directory_;
  ColumnFile file_;
  std::map<std::uint32_t, std::vector<ColumnValue>> documents_;
  std::vector<BlockPlace> written_;
};

}  // namespace pressarkiv
