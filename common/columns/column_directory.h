// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv {

/// Where one block of a column file lies, and whose values it holds.
struct BlockPlace {
  std::uint64_t position = 0;  ///< In the file.
  std::uint32_t bytes = 0;
  std::uint32_t base = 0;   ///< What is added to the docids of the block.
  std::uint32_t first = 0;  ///< Docids, `base` added.
  std::uint32_t last = 0;
  std::uint32_t documents = 0;
  std::uint64_t checksum = 0;  ///< block_checksum() of its bytes.
  bool operator==(const BlockPlace&) const = default;

  /// Whether all docids from the first to the last are there.
  bool is_dense() const { return last - first + 1 == documents; }
};

/// Tells damage from what was written; not for hostile hands (the record is there for those).
std::uint64_t block_checksum(std::string_view bytes);

/// The blocks that make up the columns of an index, the oldest first: of two that hold a document
/// the later one counts. Lies in the index's metadata, so that it changes in one commit with the
/// postings; blocks themselves are never changed, and only ever written behind those that a
/// directory names.
struct ColumnDirectory {
  std::vector<BlockPlace> blocks;

  /// Where the next block may be written.
  std::uint64_t end() const;
};

std::string encode_directory(const ColumnDirectory& directory);
/// nullopt where the bytes are damaged.
std::optional<ColumnDirectory> decode_directory(std::string_view encoded);

}  // namespace pressarkiv
