// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv::glass {

/// What the version file must know of a table.
struct TableRoot {
  std::uint32_t block_bytes = 0;
  std::uint32_t root = 0;   ///< Number of the root block.
  std::uint32_t level = 0;  ///< Of the root; leaves have 0.
  std::uint32_t blocks = 0;
  std::uint64_t entries = 0;
};

/// Writes a table of a glass database: a B-tree whose keys come in ascending order, so that every
/// block is filled and written once, all leaves before what stands above them.
///
/// A block, all numbers big-endian: revision (4 bytes), level (1), free bytes between directory and
/// items (2), free bytes (2), end of the directory (2), the directory (for each item where it
/// begins, 2), and from the block's end on the items. An item of a leaf: its size less 3 (13 bits;
/// the three bits before: compressed, last part, first part of its tag), the key after its length
/// (1), the tag. An item above: number of a block (4), the shortest key that tells it from the
/// block before after its length (1), the part (2).
///
/// Source: the format of Xapian 1.4 (xapian-core/backends/glass there); the tests compare with what
/// Xapian itself writes. May throw std::filesystem::filesystem_error.
class TableWriter {
 public:
  /// The largest that the format allows: no tag of a posting list has to be parted.
  static constexpr std::uint32_t kBlockBytes = 65536;
  static constexpr std::size_t kMostKeyBytes = 255;

  /// `block_bytes`: a power of two from 2,048 on.
  explicit TableWriter(std::filesystem::path file, std::uint32_t block_bytes = kBlockBytes);

  /// std::length_error for a key of more than kMostKeyBytes, and where key and tag together are
  /// more than the format has in one item: a quarter of a block, and no more than 8 kB.
  void add(std::string_view key, std::string_view tag);
  TableRoot finish();

 private:
  /// A block that is full, as the level above it knows it.
  struct Branch {
    std::uint32_t block = 0;
    std::string key;
  };

  void begin_block(unsigned level);
  bool has_room(std::size_t item_bytes) const;
  char* place_item(std::size_t bytes);
  void write_block();
  [[noreturn]] void fail() const;
  void write_branches(const std::vector<Branch>& children, unsigned level,
                      std::vector<Branch>& written);

  std::filesystem::path path_;
  std::ofstream file_;
  const std::uint32_t block_bytes_;
  std::string block_;  // The one that is being filled.
  std::size_t directory_end_ = 0;
  std::size_t items_begin_ = 0;
  unsigned level_ = 0;
  std::uint32_t blocks_ = 0;  // Written.
  std::uint64_t entries_ = 0;
  std::string last_key_;
  std::vector<Branch> leaves_;
};

}  // namespace pressarkiv::glass
