// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/columns/block_column.h"
#include "common/columns/column_block.h"
#include "common/columns/column_directory.h"
#include "common/mapped_file.h"
#include "common/result.h"

namespace pressarkiv {

/// What an index keeps of its documents beside the postings, as it is in one state of the index.
/// Mapped: nothing is read but what is asked for, and processes share it. Immutable; threads may
/// read at once. Damaged bytes read as documents without values, never outside the file
/// (damaged_blocks() tells).
class Columns {
 public:
  /// kNotFound, kIo; kCorrupt where the file is shorter than the directory says.
  static Result<Columns> open(const std::filesystem::path& path, const ColumnDirectory& directory);
  /// The same from memory.
  static Columns of_blocks(std::string bytes, const ColumnDirectory& directory);

  /// The value of a document; empty where it has none. For one here and there: ColumnReader reads
  /// many.
  std::string_view value(Column column, std::uint32_t docid) const;
  TokenStreamView tokens(std::uint32_t docid) const;

  /// Calls `visit(docid, value)` for each document with a value, ascending.
  template <typename Visit>
  void each(Column column, Visit visit) const;
  /// The same with each document's token stream.
  template <typename Visit>
  void each_tokens(Visit visit) const;

  /// The first document at or behind `docid` that has values in any column; 0: there is none.
  std::uint32_t next_document(std::uint32_t docid) const;

  /// Numbers, in directory order, of the blocks whose bytes are not those that were written.
  std::vector<std::size_t> damaged_blocks(const ColumnDirectory& directory) const;

 private:
  friend class ColumnReader;

  /// A document that a later block holds out of turn: in place of what an earlier one has of it.
  struct Patch {
    std::uint32_t docid = 0;
    std::uint32_t block = 0;  ///< Of patch_blocks_.
    std::uint32_t row = 0;
  };

  void place_blocks(const ColumnDirectory& directory);
  std::string_view bytes() const { return file_.bytes().empty() ? memory_ : file_.bytes(); }
  std::string_view bytes_of(const BlockPlace& block) const {
    return bytes().substr(block.position, block.bytes);
  }
  BlockColumn column_of(const BlockPlace& block, Column column) const {
    return BlockColumn(bytes_of(block), block, column);
  }
  /// The patch of a document; null: it lies in its turn.
  const Patch* find_patch(std::uint32_t docid) const;
  /// The block that a document lies in in its turn; null where there is none.
  const BlockPlace* find_block(std::uint32_t docid) const;

  template <typename Visit>
  void each_row(Column column, Visit visit) const;

  MappedFile file_;
  std::string memory_;
  std::vector<BlockPlace> blocks_;    // Ascending, none overlaps another.
  std::vector<std::uint32_t> lasts_;  // Of blocks_: what find_block() searches.
  std::vector<BlockPlace> patch_blocks_;
  std::vector<Patch> patches_;  // Ascending by docid.
};

/// Reads one column; soonest where documents are asked for in ascending order. One a thread;
/// `columns` must outlive it.
class ColumnReader {
 public:
  ColumnReader(const Columns& columns, Column column) : columns_(&columns), column_(column) {}

  /// The value of a document; empty where it has none. Lives as long as the columns.
  std::string_view value(std::uint32_t docid) {
    if (!columns_->patches_.empty()) {
      if (const Columns::Patch* const patch = columns_->find_patch(docid)) return patched(*patch);
    }
    if (!at_.holds(docid)) move_to(docid);
    is_patched_ = false;
    return at_.value(at_.row_of(docid));
  }
  /// Calls `visit(value)` for each of these documents (ascending), empty ones too: soonest where
  /// they are many.
  template <typename Visit>
  void values(std::span<const std::uint32_t> docids, Visit visit) {
    if (!columns_->patches_.empty()) {
      for (const std::uint32_t docid : docids) visit(value(docid));
      return;
    }
    for (std::size_t i = 0; i < docids.size();) {
      if (!at_.holds(docids[i])) move_to(docids[i]);
      i += at_.values(docids.subspan(i), visit);
    }
  }
  /// Of Column::kTokens.
  TokenStreamView tokens(std::uint32_t docid) {
    const std::string_view encoded = value(docid);
    return {encoded, is_patched_ ? patch_.words() : at_.words()};
  }

 private:
  void move_to(std::uint32_t docid);
  std::string_view patched(const Columns::Patch& patch);

  const Columns* columns_;
  Column column_;
  BlockColumn at_;
  BlockColumn patch_;
  bool is_patched_ = false;  // The last value came from patch_.
};

template <typename Visit>
void Columns::each_row(Column column, Visit visit) const {
  std::size_t patch = 0;
  const auto visit_patches = [&](std::uint64_t below) {
    for (; patch < patches_.size() && patches_[patch].docid < below; ++patch) {
      const Patch& one = patches_[patch];
      visit(one.docid, column_of(patch_blocks_[one.block], column), one.row);
    }
  };
  for (const BlockPlace& block : blocks_) {
    const BlockColumn values = column_of(block, column);
    for (std::uint32_t row = 0; row < values.size(); ++row) {
      const std::uint32_t docid = values.docid(row);
      visit_patches(docid);
      if (patch < patches_.size() && patches_[patch].docid == docid) continue;
      visit(docid, values, row);
    }
  }
  visit_patches(std::uint64_t{1} << 32U);
}

template <typename Visit>
void Columns::each(Column column, Visit visit) const {
  each_row(column, [&](std::uint32_t docid, const BlockColumn& values, std::uint32_t row) {
    const std::string_view value = values.value(row);
    if (!value.empty()) visit(docid, value);
  });
}

template <typename Visit>
void Columns::each_tokens(Visit visit) const {
  each_row(Column::kTokens, [&](std::uint32_t docid, const BlockColumn& values, std::uint32_t row) {
    const std::string_view value = values.value(row);
    if (!value.empty()) visit(docid, TokenStreamView(value, values.words()));
  });
}

}  // namespace pressarkiv
