// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/columns/column_file.h"

namespace pressarkiv {

/// Gathers the columns of documents that come in ascending order and writes them, block by block.
/// One a thread; several may share a file. May throw std::filesystem::filesystem_error.
class ColumnBuilder {
 public:
  /// `file` must outlive the object.
  explicit ColumnBuilder(ColumnFile& file) : file_(file) {}

  void add(std::uint32_t docid, const std::vector<ColumnValue>& values) {
    block_.begin(docid);
    block_.set(values);
    if (block_.is_full()) write();
  }
  /// The blocks of all documents since the last call.
  std::vector<BlockPlace> finish() {
    if (!block_.empty()) write();
    return std::move(written_);
  }

 private:
  void write() { written_.push_back(file_.append(block_.finish())); }

  ColumnFile& file_;
  ColumnBlockBuilder block_;
  std::vector<BlockPlace> written_;
};

}  // namespace pressarkiv
