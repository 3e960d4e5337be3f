// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/columns/column.h"
#include "common/columns/column_directory.h"
#include "common/little_endian.h"
#include "common/schema/stream_words.h"

namespace pressarkiv {

/// One column in one block, read in place. Damaged bytes read as no values.
class BlockColumn {
 public:
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;

  /// Of no document.
  BlockColumn() = default;
  BlockColumn(std::string_view block, const BlockPlace& place, Column column);
  /// Says of one docid that nobody has it.
  static BlockColumn without(std::uint32_t docid) {
    BlockColumn none;
    none.first_ = docid;
    none.last_ = docid;
    return none;
  }

  std::uint32_t size() const { return documents_; }
  /// Whether a document with this docid would lie here.
  bool holds(std::uint32_t docid) const { return docid >= first_ && docid <= last_; }
  std::uint32_t docid(std::uint32_t row) const {
    return is_dense_ ? first_ + row
                     : base_ + little_endian<std::uint32_t>(docids_ + std::size_t{4} * row);
  }
  /// kNoRow where the block has no such document.
  std::uint32_t row_of(std::uint32_t docid) const {
    return is_dense_ ? docid - first_ : search(docid);
  }
  /// The row of the first document at or behind `docid`; size() where there is none.
  std::uint32_t lower_bound(std::uint32_t docid) const;
  /// Empty where the document has none, and for kNoRow.
  std::string_view value(std::uint32_t row) const {
    if (row >= documents_ || values_.empty()) return {};
    const std::uint32_t begin = row == 0 ? 0 : end(row - 1);
    const std::uint32_t end = this->end(row);
    return begin < end && end <= values_.size() ? values_.substr(begin, end - begin)
                                                : std::string_view();
  }
  /// Calls `visit(value)` for those of the documents (ascending) that lie here, up to the first
  /// that does not; how many they were.
  template <typename Visit>
  std::size_t values(std::span<const std::uint32_t> docids, Visit visit) const {
    return width_ == 2 ? values_of<std::uint16_t>(docids, visit)
                       : values_of<std::uint32_t>(docids, visit);
  }
  /// The words of the block's token streams.
  const StreamWords& words() const { return words_; }

 private:
  std::uint32_t end(std::uint32_t row) const {
    return width_ == 2 ? little_endian<std::uint16_t>(ends_ + std::size_t{2} * row)
                       : little_endian<std::uint32_t>(ends_ + std::size_t{4} * row);
  }
  template <typename End, typename Visit>
  std::size_t values_of(std::span<const std::uint32_t> docids, Visit visit) const {
    std::size_t seen = 0;
    for (; seen < docids.size() && holds(docids[seen]); ++seen) {
      const std::uint32_t row = row_of(docids[seen]);
      if (row >= documents_ || values_.empty()) {
        visit(std::string_view());
        continue;
      }
      const char* const at = ends_ + sizeof(End) * row;
      const std::size_t begin = row == 0 ? 0 : little_endian<End>(at - sizeof(End));
      const std::size_t end = little_endian<End>(at);
      visit(begin < end && end <= values_.size() ? values_.substr(begin, end - begin)
                                                 : std::string_view());
    }
    return seen;
  }
  std::uint32_t search(std::uint32_t docid) const;
  std::string_view column_values(std::string_view block, Column column);

  std::uint32_t first_ = 1;
  std::uint32_t last_ = 0;
  std::uint32_t base_ = 0;
  std::uint32_t documents_ = 0;
  bool is_dense_ = false;
  unsigned width_ = 4;
  const char* docids_ = nullptr;
  const char* ends_ = nullptr;
  std::string_view values_;
  StreamWords words_;
};

}  // namespace pressarkiv
