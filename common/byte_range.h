// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace pressarkiv {

/// Half-open range [begin, end) of byte offsets into a UTF-8 text. Never splits a code point.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool operator==(const ByteRange&) const = default;
};

}  // namespace pressarkiv
