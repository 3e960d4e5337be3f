// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/column_update.h"

#include <algorithm>

#include "common/columns/columns.h"
#include "indexer/column_builder.h"

namespace pressarkiv {
namespace {

/// All documents of some blocks, written as few.
std::vector<BlockPlace> written_together(const Columns& columns, ColumnFile& file) {
  std::vector<BlockPlace> written;
  ColumnBlockBuilder block;
  const auto write = [&] { written.push_back(file.append(block.finish())); };
  for (std::uint32_t docid = columns.next_document(1); docid != 0;
       docid = columns.next_document(docid + 1)) {
    block.begin(docid);
    for (std::size_t i = 0; i < kColumnCount; ++i) {
      const auto column = static_cast<Column>(i);
      if (columns.value(column, docid).empty()) continue;
      if (column == Column::kTokens) {
        block.set_tokens(columns.tokens(docid));
      } else {
        block.set(column, columns.value(column, docid));
      }
    }
    if (block.is_full()) write();
  }
  if (!block.empty()) write();
  return written;
}

}  // namespace

void ColumnUpdate::spill() {
  if (documents_.size() >= ColumnBlockBuilder::kMostDocuments) write();
}

void ColumnUpdate::write() {
  ColumnBuilder builder(file_);
  for (const auto& [docid, values] : documents_) builder.add(docid, values);
  documents_.clear();
  const std::vector<BlockPlace> blocks = builder.finish();
  written_.insert(written_.end(), blocks.begin(), blocks.end());
}

Status ColumnUpdate::join_small_blocks() {
  std::vector<BlockPlace>& blocks = directory_.blocks;
  const auto is_large = [](const BlockPlace& block) { return block.documents >= kSmallBlock; };
  const auto small = std::find_if(blocks.rbegin(), blocks.rend(), is_large).base();
  if (static_cast<std::size_t>(blocks.end() - small) <= kMostSmallBlocks) return Done{};
  const Result<Columns> columns = Columns::open(path_, {{small, blocks.end()}});
  if (!columns) return columns.error();
  const std::vector<BlockPlace> joined = written_together(*columns, file_);
  blocks.erase(small, blocks.end());
  blocks.insert(blocks.end(), joined.begin(), joined.end());
  return Done{};
}

Result<ColumnDirectory> ColumnUpdate::finish() {
  if (!documents_.empty()) write();
  if (const Status joined = join_small_blocks(); !joined) return joined.error();
  directory_.blocks.insert(directory_.blocks.end(), written_.begin(), written_.end());
  file_.sync();
  return directory_;
}

}  // namespace pressarkiv
