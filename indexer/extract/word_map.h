// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/hash_index.h"

namespace pressarkiv::extract {

/// A hash of a word, eight bytes at a time. Of this run of the program only: other machines may
/// give another one.
inline std::uint64_t word_hash(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = word.size() * kFactor;
  const auto mix = [&hash](std::uint64_t value) {
    hash = (hash ^ value) * kFactor;
    hash ^= hash >> 32U;
  };
  const auto load = [&word](auto value, std::size_t at) {
    std::memcpy(&value, word.data() + at, sizeof value);
    return std::uint64_t{value};
  };
  const std::size_t size = word.size();
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) mix(load(std::uint64_t{}, at));
  if (at == size) return hash;
  // The rest, with some bytes twice rather than one at a time.
  if (size >= 8) {
    mix(load(std::uint64_t{}, size - 8));
  } else if (size >= 4) {
    mix(load(std::uint32_t{}, 0) << 32U | load(std::uint32_t{}, size - 4));
  } else {
    mix(load(std::uint8_t{}, 0) << 16U | load(std::uint8_t{}, size / 2) << 8U |
        load(std::uint8_t{}, size - 1));
  }
  return hash;
}

/// What is known of words, filled once and then read by many threads. Most words that a text asks
/// for are in no list, so what says so is small enough to stay in the cache: a few bits a word,
/// and only behind them a flat table.
template <typename Value>
class WordMap {
 public:
  /// What is known of a word, to be changed; the word is added where missing. Valid until the next
  /// word is added.
  Value& operator[](std::string_view word) {
    const std::uint64_t hash = word_hash(word);
    if (const std::uint32_t known = number_of(word, hash); known != HashIndex::kNone)
      return entries_[known].value;
    index_.insert(static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({static_cast<std::uint32_t>(text_.size()),
                        static_cast<std::uint32_t>(word.size()), Value()});
    text_.append(word);
    if (entries_.size() * kBitsPerWord > seen_.size()) {
      spread();
    } else {
      seen_[bit_of(hash)] = true;
    }
    return entries_.back().value;
  }

  /// Null where the word is unknown.
  const Value* find(std::string_view word) const {
    const std::uint64_t hash = word_hash(word);
    if (seen_.empty() || !seen_[bit_of(hash)]) return nullptr;
    const std::uint32_t number = number_of(word, hash);
    return number == HashIndex::kNone ? nullptr : &entries_[number].value;
  }

  bool contains(std::string_view word) const { return find(word) != nullptr; }

  /// Calls visit(Value&) for all, in the order in which they were added.
  template <typename Visit>
  void each(Visit visit) {
    for (Entry& entry : entries_) visit(entry.value);
  }

 private:
  static constexpr std::size_t kBitsPerWord = 8;
  static constexpr std::size_t kFewestBits = 512;

  struct Entry {
    std::uint32_t begin = 0;  // In text_.
    std::uint32_t size = 0;
    Value value;
  };

  std::string_view word(std::uint32_t number) const {
    return std::string_view(text_).substr(entries_[number].begin, entries_[number].size);
  }
  std::uint32_t number_of(std::string_view wanted, std::uint64_t hash) const {
    return index_.find(static_cast<std::uint32_t>(hash),
                       [&](std::uint32_t number) { return word(number) == wanted; });
  }
  // Other bits of the hash than those that the index begins with.
  std::size_t bit_of(std::uint64_t hash) const { return (hash >> 32U) & (seen_.size() - 1); }

  void spread() {
    seen_.assign(seen_.empty() ? kFewestBits : seen_.size() * 2, false);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) seen_[bit_of(word_hash(word(i)))] = true;
  }

  std::string text_;
  std::vector<Entry> entries_;
  HashIndex index_;
  std::vector<bool> seen_;  // A power of two; false: no word has a hash with these bits.
};

}  // namespace pressarkiv::extract
