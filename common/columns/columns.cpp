// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns/columns.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pressarkiv {

Result<Columns> Columns::open(const std::filesystem::path& path, const ColumnDirectory& directory) {
  Columns columns;
  if (directory.blocks.empty()) return columns;
  Result<MappedFile> file = MappedFile::open(path.string(), "columns of the index");
  if (!file) return file.error();
  if (file->bytes().size() < directory.end()) {
    return Error{ErrorCode::kCorrupt, path.string() +
                                          ": the columns of the index are cut off; mend it with: "
                                          "pressarkiv-index rebuild"};
  }
  columns.file_ = std::move(*file);
  columns.place_blocks(directory);
  return columns;
}

Columns Columns::of_blocks(std::string bytes, const ColumnDirectory& directory) {
  Columns columns;
  columns.memory_ = std::move(bytes);
  columns.place_blocks(directory);
  return columns;
}

void Columns::place_blocks(const ColumnDirectory& directory) {
  std::map<std::uint32_t, Patch> patches;
  for (const BlockPlace& block : directory.blocks) {
    if (blocks_.empty() || block.first > blocks_.back().last) {
      blocks_.push_back(block);
      lasts_.push_back(block.last);
      continue;
    }
    const auto number = static_cast<std::uint32_t>(patch_blocks_.size());
    patch_blocks_.push_back(block);
    const BlockColumn documents = column_of(block, Column::kCard);
    for (std::uint32_t row = 0; row < documents.size(); ++row) {
      const std::uint32_t docid = documents.docid(row);
      patches[docid] = {docid, number, row};
    }
  }
  for (const auto& [docid, patch] : patches) patches_.push_back(patch);
}

std::string_view Columns::value(Column column, std::uint32_t docid) const {
  return ColumnReader(*this, column).value(docid);
}

TokenStreamView Columns::tokens(std::uint32_t docid) const {
  return ColumnReader(*this, Column::kTokens).tokens(docid);
}

const Columns::Patch* Columns::find_patch(std::uint32_t docid) const {
  const auto found = std::lower_bound(
      patches_.begin(), patches_.end(), docid,
      [](const Patch& patch, std::uint32_t wanted) { return patch.docid < wanted; });
  return found != patches_.end() && found->docid == docid ? &*found : nullptr;
}

const BlockPlace* Columns::find_block(std::uint32_t docid) const {
  const auto found = std::lower_bound(lasts_.begin(), lasts_.end(), docid);
  if (found == lasts_.end()) return nullptr;
  const BlockPlace& block = blocks_[static_cast<std::size_t>(found - lasts_.begin())];
  return block.first <= docid ? &block : nullptr;
}

std::uint32_t Columns::next_document(std::uint32_t docid) const {
  std::uint32_t next = 0;
  const auto block = std::lower_bound(lasts_.begin(), lasts_.end(), docid);
  if (block != lasts_.end()) {
    const BlockPlace& place = blocks_[static_cast<std::size_t>(block - lasts_.begin())];
    const BlockColumn documents = column_of(place, Column::kTokens);
    const std::uint32_t row = documents.lower_bound(docid);
    next = row < documents.size() ? documents.docid(row) : 0;
  }
  const auto patch =
      std::lower_bound(patches_.begin(), patches_.end(), docid,
                       [](const Patch& one, std::uint32_t wanted) { return one.docid < wanted; });
  if (patch != patches_.end() && (next == 0 || patch->docid < next)) next = patch->docid;
  return next;
}

std::vector<std::size_t> Columns::damaged_blocks(const ColumnDirectory& directory) const {
  std::vector<std::size_t> damaged;
  for (std::size_t i = 0; i < directory.blocks.size(); ++i) {
    const BlockPlace& block = directory.blocks[i];
    if (block_checksum(bytes_of(block)) != block.checksum) damaged.push_back(i);
  }
  return damaged;
}

void ColumnReader::move_to(std::uint32_t docid) {
  const BlockPlace* const block = columns_->find_block(docid);
  at_ = block != nullptr ? columns_->column_of(*block, column_) : BlockColumn::without(docid);
}

std::string_view ColumnReader::patched(const Columns::Patch& patch) {
  patch_ = columns_->column_of(columns_->patch_blocks_[patch.block], column_);
  is_patched_ = true;
  return patch_.value(patch.row);
}

}  // namespace pressarkiv
