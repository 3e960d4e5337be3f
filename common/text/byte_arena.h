// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace pressarkiv {

/// Memory for many short texts that live and die together. What it hands out never moves; clear()
/// keeps the memory for the next round.
class ByteArena {
 public:
  /// A copy of `text` that lives until clear().
  std::string_view copy(std::string_view text) {
    char* place = reserve(text.size());
    if (!text.empty()) std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

  void clear() {
    chunk_ = 0;
    used_ = 0;
  }

 private:
  static constexpr std::size_t kChunkBytes = 16384;

  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  char* reserve(std::size_t size) {
    while (chunk_ < chunks_.size() && chunks_[chunk_].size - used_ < size) {
      ++chunk_;
      used_ = 0;
    }
    if (chunk_ == chunks_.size()) {
      const std::size_t bytes = std::max(size, kChunkBytes);
      chunks_.push_back({std::make_unique_for_overwrite<char[]>(bytes), bytes});
      used_ = 0;
    }
    char* place = chunks_[chunk_].bytes.get() + used_;
    used_ += size;
    return place;
  }

  std::vector<Chunk> chunks_;
  std::size_t chunk_ = 0;
  std::size_t used_ = 0;  // Of chunks_[chunk_].
};

}  // namespace pressarkiv
