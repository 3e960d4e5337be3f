// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace pressarkiv {

/// Byte ranges of `text`, ascending, as pairs of character (code point) offsets, which is what
/// readers of JSON count in.
inline std::vector<std::array<std::size_t, 2>> character_ranges(
    std::string_view text, const std::vector<ByteRange>& ranges) {
  std::vector<std::array<std::size_t, 2>> list;
  std::size_t byte = 0;
  std::size_t character = 0;
  const auto advance = [&](std::size_t to) {
    for (; byte < to; ++byte) {
      character += (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return character;
  };
  for (const ByteRange& range : ranges) {
    const std::size_t begin = advance(range.begin);
    list.push_back({begin, advance(range.end)});
  }
  return list;
}

}  // namespace pressarkiv
