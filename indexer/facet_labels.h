// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/schema/facets.h"

namespace pressarkiv {

/// The numbers and labels of facet values while an index is written. Labels that differ only by
/// case or accents share a number; the spelling shown is the commonest one (ties: the first in
/// byte order), so that the order of work never shows. Thread-safe.
class FacetLabels {
 public:
  struct Value {
    FacetId id = 0;
    std::string term;  ///< facet_term() of every spelling.
  };

  /// The value that a label names, numbered on first sight; nullptr for a label that folds to
  /// nothing. Each call counts for its spelling. The value lives as long as this object and never
  /// changes.
  const Value* value_of(Facet facet, std::string_view label);

  /// Takes over a number that an index already has. `weight` stands for its earlier uses.
  void restore(Facet facet, FacetId id, std::string_view label, std::uint32_t weight);

  struct Entry {
    FacetId id = 0;
    std::string label;
  };
  /// All numbers of a facet with the spelling to show.
  std::vector<Entry> entries(Facet facet) const;

 private:
  struct Spelling {
    Value* value = nullptr;
    std::uint64_t uses = 0;
  };
  struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Spellings = std::unordered_map<std::string, Spelling, HashText, std::equal_to<>>;
  struct Table {
    Spellings spellings;  // Folding is slow: done once a spelling.
    std::unordered_map<std::string, Value> by_key;
    FacetId next_id = 0;
  };

  static Spelling& spelling_of(Facet facet, std::string_view label, Table& table);

  mutable std::mutex mutex_;
  std::array<Table, kFacetCount> tables_;
};

}  // namespace pressarkiv
