// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pressarkiv {

/// Finds the number of something by its hash. What is numbered lies with the caller; here are only
/// hashes and numbers, in a flat table with open addressing that is at most half full. Not for
/// hostile keys unless the caller bounds how many there are.
class HashIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// The number with this hash of which `same(number)` holds, or kNone.
  template <typename Same>
  std::uint32_t find(std::uint32_t hash, Same same) const {
    if (slots_.empty()) return kNone;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].number != kNone; at = (at + 1) & mask) {
      if (slots_[at].hash == hash && same(slots_[at].number)) return slots_[at].number;
    }
    return kNone;
  }

  /// For who will soon ask for many: starts to load where find() will look first.
  void prefetch(std::uint32_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  /// The number that find() will try first, or kNone.
  std::uint32_t first_number(std::uint32_t hash) const {
    return slots_.empty() ? kNone : slots_[hash & (slots_.size() - 1)].number;
  }

  /// Adds a number (not kNone) that find() does not find.
  void insert(std::uint32_t hash, std::uint32_t number) {
    if (size_ * 2 >= slots_.size()) grow();
    place({hash, number});
    ++size_;
  }

  /// Keeps room for as much as there was.
  void clear() {
    slots_.assign(size_ == 0 ? 0 : std::bit_ceil(size_ * 2), Slot());
    size_ = 0;
  }

 private:
  static constexpr std::size_t kFirstSlots = 64;

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kNone;
  };

  void place(Slot slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != kNone) place(slot);
    }
  }

  std::vector<Slot> slots_;  // Size a power of two, or none.
  std::size_t size_ = 0;
};

}  // namespace pressarkiv
