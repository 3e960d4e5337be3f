// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <map>
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
  /// The number of a label, given out on first sight. Each call counts for its spelling.
  FacetId id_of(Facet facet, std::string_view label);

  /// Takes over a number that an index already has. `weight` stands for its earlier uses.
  void restore(Facet facet, FacetId id, std::string_view label, std::uint32_t weight);

  struct Entry {
    FacetId id = 0;
    std::string label;
  };
  /// All numbers of a facet with the spelling to show.
  std::vector<Entry> entries(Facet facet) const;

 private:
  struct Value {
    FacetId id = 0;
    std::map<std::string, std::uint64_t, std::less<>> spellings;
  };
  struct Table {
    std::unordered_map<std::string, Value> by_key;
    std::unordered_map<std::string, std::string> key_of_label;  // Folding is slow: remembered.
    FacetId next_id = 0;
  };

  mutable std::mutex mutex_;
  std::array<Table, kFacetCount> tables_;
};

}  // namespace pressarkiv
