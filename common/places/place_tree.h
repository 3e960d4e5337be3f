// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/places/gazetteer.h"

namespace pressarkiv {

/// Which places lie inside which: part of the country or province → county → municipality →
/// locality (postal town). Sources: common/places/data/README.md. Immutable; building costs about
/// a millisecond.
class PlaceTree {
 public:
  struct Inside {
    std::vector<std::string> municipalities;  ///< Names as written: "Gällivare".
    std::vector<std::string> localities;      ///< Without those that are named like a municipality.
  };

  explicit PlaceTree(const Gazetteer& gazetteer);

  /// What lies inside the place of this name; null where the name is no place that holds others.
  /// `name` is folded (fold_label): "norrbotten", "norrbottens län", "göteborg". A name that is a
  /// county and a municipality ("uppsala") is the municipality, as in Gazetteer::find.
  const Inside* find(std::string_view name) const;

 private:
  void add_county(const County& county, Inside& inside) const;
  void add_localities(const std::string& municipality_code, Inside& inside) const;
  void add_area(const std::vector<std::string>& columns);

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::vector<std::string>> localities_;  // By municipality code.
  std::unordered_map<std::string, Inside> by_name_;                       // By folded name.
};

}  // namespace pressarkiv
