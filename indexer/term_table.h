// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/hash.h"
#include "common/hash_index.h"
#include "common/text/byte_arena.h"

namespace pressarkiv {

/// The number of an index term in a TermTable.
using TermId = std::uint32_t;

/// Numbers the index terms of many documents, so that a posting is a number until the index is
/// written. Not thread-safe.
class TermTable {
 public:
  /// The number of a term, given out on first sight: 0, 1, 2 … in every round.
  TermId id_of(std::string_view term) {
    const auto hash = static_cast<std::uint32_t>(stable_hash(term));
    const TermId known = index_.find(hash, [&](TermId id) { return terms_[id] == term; });
    if (known != HashIndex::kNone) return known;
    const auto id = static_cast<TermId>(terms_.size());
    terms_.push_back(bytes_.copy(term));
    index_.insert(hash, id);
    return id;
  }

  /// Valid until clear().
  std::string_view text(TermId id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }

  /// Forgets all terms: another round begins, in which every term gets a new number.
  void clear() {
    index_.clear();
    terms_.clear();
    bytes_.clear();
    ++round_;
  }
  /// Whoever remembers numbers remembers their round, too.
  std::uint32_t round() const { return round_; }

 private:
  HashIndex index_;
  std::vector<std::string_view> terms_;
  ByteArena bytes_;
  std::uint32_t round_ = 1;
};

}  // namespace pressarkiv
