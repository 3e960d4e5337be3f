// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressarkiv {

/// One of Sweden's 290 municipalities.
struct Municipality {
  std::string code;    ///< SCB's four digits: "1489".
  std::string name;    ///< "Alingsås".
  std::string county;  ///< SCB's county code: "14".
};

/// One of Sweden's 21 counties.
struct County {
  std::string code;        ///< "14".
  std::string name;        ///< "Västra Götalands län".
  std::string short_name;  ///< "Västra Götaland".
  std::string region;      ///< The self-governing region: "Västra Götalandsregionen".
};

/// What a region label means, as far as it is a Swedish municipality or county.
struct Place {
  const Municipality* municipality = nullptr;  ///< Null where the label names a county.
  const County* county = nullptr;              ///< Never null in a Place that was found.
};

/// Municipalities and counties with the names that releases use for them. Sources and licences:
/// common/places/data/README.md. Immutable after construction and thread-safe; building it costs
/// about a millisecond, so keep one.
class Gazetteer {
 public:
  Gazetteer();
  Gazetteer(const Gazetteer&) = delete;  // Places point into the object.
  Gazetteer& operator=(const Gazetteer&) = delete;

  /// Reads a whole label of a release's Regioner: "Alingsås", "alingsås kommun", "Malmö stad",
  /// "Kronobergs län", "Region Skåne". A name that is both a municipality and a county
  /// ("Uppsala", "Stockholm", "Gotland") is the municipality unless "län" or "region" is said.
  std::optional<Place> find(std::string_view label) const;

  const std::vector<Municipality>& municipalities() const { return municipalities_; }
  const std::vector<County>& counties() const { return counties_; }

 private:
  void index_names();

  std::vector<Municipality> municipalities_;
  std::vector<County> counties_;
  std::unordered_map<std::string, Place> by_label_;  // Keys are folded (fold_label).
};

}  // namespace pressarkiv
