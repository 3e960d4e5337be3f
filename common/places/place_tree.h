// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/places/gazetteer.h"

namespace pressarkiv {

/// Which places lie inside which: part of the country or province → county → municipality →
/// locality (postal town). Sources: common/places/data/README.md. What lies inside a place is
/// gathered when it is asked for, so that a process that asks for none pays nothing. Not
/// thread-safe.
class PlaceTree {
 public:
  struct Inside {
    std::vector<std::string> municipalities;  ///< Names as written: "Gällivare".
    std::vector<std::string> localities;      ///< Without those that are named like a municipality.
  };

  /// `gazetteer` must outlive the object.
  explicit PlaceTree(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  /// What lies inside the place of this name; null where the name is no place that holds others.
  /// `name` is folded (fold_label): "norrbotten", "norrbottens län", "göteborg". A name that is a
  /// county and a municipality ("uppsala") is the municipality, as in Gazetteer::find, unless
  /// nothing is known to lie in that.
  const Inside* find(std::string_view name);

 private:
  using Columns = std::vector<std::string>;

  Inside gather(const std::string& name);
  bool add_municipality(const std::string& name, Inside& inside);
  bool add_county(const std::string& name, Inside& inside);
  void add_area(const std::string& name, Inside& inside);
  void add_municipalities_of(const County& county, Inside& inside);
  void add_localities(const std::string& municipality_code, Inside& inside);
  const std::unordered_map<std::string, Columns>& areas();
  const std::unordered_map<std::string, std::vector<std::string>>& localities();

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, Columns> areas_;  // By folded name; empty until asked for.
  std::unordered_map<std::string, std::vector<std::string>>
      localities_;  // By municipality code; empty until asked for.
  std::unordered_map<std::string, std::unique_ptr<const Inside>> known_;  // Null: holds no others.
};

}  // namespace pressarkiv
