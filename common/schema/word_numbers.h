// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/hash_index.h"
#include "common/schema/stream_words.h"

namespace pressarkiv {

/// Numbers words in the order in which they are first seen.
class WordNumbers {
 public:
  std::uint32_t number_of(WordHash word) {
    const std::uint32_t hash = word.term ^ (word.form * 0x9E3779B1U);
    const std::uint32_t known =
        index_.find(hash, [&](std::uint32_t number) { return words_[number] == word; });
    if (known != HashIndex::kNone) return known;
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.push_back(word);
    index_.insert(hash, number);
    return number;
  }
  /// By number.
  const std::vector<WordHash>& words() const { return words_; }
  /// Keeps room for as much as there was.
  void clear() {
    words_.clear();
    index_.clear();
  }

 private:
  std::vector<WordHash> words_;
  HashIndex index_;  // Of words_.
};

}  // namespace pressarkiv
