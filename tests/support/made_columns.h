// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/columns/column_file.h"
#include "common/columns/columns.h"
#include "common/little_endian.h"

namespace pressarkiv::test {

/// Columns of an index that a test makes by hand.
class MadeColumns {
 public:
  void set(std::uint32_t docid, Column column, std::string bytes) {
    values_[docid].push_back({column, std::move(bytes)});
  }
  void set_length(std::uint32_t docid, std::uint32_t length) {
    std::string bytes(4, 0);
    write_little_endian<4>(bytes.data(), length);
    set(docid, Column::kLength, std::move(bytes));
  }
  /// In blocks of so many documents, in memory.
  std::shared_ptr<const Columns> columns(std::size_t documents_a_block = 100) const {
    std::string bytes;
    ColumnDirectory directory;
    for (const ColumnBlock& block : blocks(documents_a_block)) {
      directory.blocks.push_back({bytes.size(), static_cast<std::uint32_t>(block.bytes.size()), 0,
                                  block.first, block.last, block.documents,
                                  block_checksum(block.bytes)});
      bytes += block.bytes;
    }
    return std::make_shared<const Columns>(Columns::of_blocks(std::move(bytes), directory));
  }
  /// The same as a file.
  ColumnDirectory write(const std::filesystem::path& path) const {
    ColumnFile file(path, 0);
    ColumnDirectory directory;
    for (const ColumnBlock& block : blocks(100)) directory.blocks.push_back(file.append(block));
    return directory;
  }

 private:
  std::vector<ColumnBlock> blocks(std::size_t documents_a_block) const {
    std::vector<ColumnBlock> blocks;
    ColumnBlockBuilder builder;
    std::size_t documents = 0;
    for (const auto& [docid, values] : values_) {
      builder.begin(docid);
      builder.set(values);
      if (++documents % documents_a_block == 0) blocks.push_back(builder.finish());
    }
    if (!builder.empty()) blocks.push_back(builder.finish());
    return blocks;
  }

  std::map<std::uint32_t, std::vector<ColumnValue>> values_;
};

}  // namespace pressarkiv::test
