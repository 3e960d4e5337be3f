// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns/block_column.h"

#include "common/columns/column_block_layout.h"

namespace pressarkiv {
namespace {

/// block[begin, begin + size); empty where it is not all there.
std::string_view part_of(std::string_view block, std::uint64_t begin, std::uint64_t size) {
  if (begin > block.size() || size > block.size() - begin) return {};
  return block.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(size));
}

}  // namespace

BlockColumn::BlockColumn(std::string_view block, const BlockPlace& place, Column column)
    : first_(place.first), last_(place.last), base_(place.base), is_dense_(place.is_dense()) {
  using column_block::number;
  const bool is_block = block.size() >= ColumnBlockLayout::kBytes &&
                        number(block, column_block::kMagic) == ColumnBlockLayout::kMagic &&
                        number(block, column_block::kDocuments) == place.documents;
  if (!is_block) return;
  const std::string_view docids =
      part_of(block, number(block, column_block::kDocids), std::uint64_t{4} * place.documents);
  if (docids.empty()) return;
  documents_ = place.documents;
  docids_ = docids.data();
  words_ = StreamWords(
      part_of(block, number(block, column_block::kWords), number(block, column_block::kWordBytes)));
  values_ = column_values(block, column);
}

/// The values up to the end of the last one.
std::string_view BlockColumn::column_values(std::string_view block, Column column) {
  const ColumnBlockLayout::Place place = column_block::place(block, column);
  if (place.ends == 0 || (place.width != 2 && place.width != 4)) return {};
  width_ = place.width;
  const std::string_view ends = part_of(block, place.ends, std::uint64_t{width_} * documents_);
  if (ends.empty()) return {};
  ends_ = ends.data();
  return part_of(block, place.values, end(documents_ - 1));
}

std::uint32_t BlockColumn::lower_bound(std::uint32_t docid) const {
  std::uint32_t first = 0;
  std::uint32_t count = documents_;
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (this->docid(first + half) < docid) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

std::uint32_t BlockColumn::search(std::uint32_t docid) const {
  const std::uint32_t row = lower_bound(docid);
  return row < documents_ && this->docid(row) == docid ? row : kNoRow;
}

}  // namespace pressarkiv
