// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/columns/column.h"
#include "common/little_endian.h"

namespace pressarkiv {

/// The first bytes of a block: eight numbers of 4 bytes, then three for each column. Places are
/// counted from the begin of the block.
struct ColumnBlockLayout {
  static constexpr std::uint32_t kMagic = 0x31424350;  // "PCB1"
  static constexpr std::size_t kFixedNumbers = 8;
  static constexpr std::size_t kBytes = 4 * (kFixedNumbers + 3 * kColumnCount);

  struct Place {
    std::uint32_t ends = 0;  ///< Where the ends of its values lie; 0: no document has one.
    std::uint32_t values = 0;
    std::uint32_t width = 0;  ///< Bytes of an end.
  };

  std::uint32_t documents = 0;
  std::uint32_t docids = 0;      ///< Where they lie.
  std::uint32_t words = 0;       ///< Where the word table lies …
  std::uint32_t word_bytes = 0;  ///< … and how long it is.
  std::array<Place, kColumnCount> columns{};

  void append_to(std::string& out) const;
};

/// One number of a layout that lies in a block.
namespace column_block {
enum Number : std::size_t { kMagic = 0, kDocuments, kDocids, kWords, kWordBytes };

inline std::uint32_t number(std::string_view block, std::size_t index) {
  return little_endian<std::uint32_t>(block.data() + 4 * index);
}
inline ColumnBlockLayout::Place place(std::string_view block, Column column) {
  const std::size_t at = ColumnBlockLayout::kFixedNumbers + 3 * static_cast<std::size_t>(column);
  return {number(block, at), number(block, at + 1), number(block, at + 2)};
}
}  // namespace column_block

}  // namespace pressarkiv
