// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/places/gazetteer.h"

#include <utility>

#include "common/places/places_data.h"
#include "common/places/table_rows.h"
#include "common/text/fold.h"

namespace pressarkiv {
namespace {

/// "Alingsås" → "Alingsås", "Kalmar" → "Kalmar", "Kil" → "Kils": how the official form says it.
std::string genitive(const std::string& name) {
  const char last = name.back();
  return last == 's' || last == 'x' || last == 'z' ? name : name + "s";
}

}  // namespace

Gazetteer::Gazetteer() {
  each_row(places_data::kCounties, [this](const std::vector<std::string>& columns) {
    counties_.push_back({columns.at(0), columns.at(2), columns.at(3), columns.at(4)});
  });
  each_row(places_data::kMunicipalities, [this](const std::vector<std::string>& columns) {
    municipalities_.push_back({columns.at(0), columns.at(1), columns.at(3)});
  });
  index_names();
}

void Gazetteer::index_names() {
  by_label_.reserve(6 * counties_.size() + 5 * municipalities_.size());
  std::unordered_map<std::string_view, const County*> county_of;
  for (const County& county : counties_) {
    county_of[county.code] = &county;
    const Place place{nullptr, &county};
    for (const std::string& label :
         {county.name, county.short_name, county.region, "Region " + county.short_name,
          genitive(county.short_name) + " län", "Länsstyrelsen i " + county.name}) {
      by_label_[fold_label(label)] = place;
    }
  }
  for (const Municipality& municipality : municipalities_) {
    const Place place{&municipality, county_of.at(municipality.county)};
    // Folded once, not once a label: every process that searches does all of this.
    const std::string name = fold_label(municipality.name);
    // The bare name last: it wins over a county of the same short name.
    for (std::string label : {genitive(name) + " kommun", name + " kommun", name + " stad",
                              genitive(name) + " stad", name}) {
      by_label_[std::move(label)] = place;
    }
  }
}

std::optional<Place> Gazetteer::find(std::string_view label) const {
  const auto found = by_label_.find(fold_label(label));
  if (found == by_label_.end()) return std::nullopt;
  return found->second;
}

}  // namespace pressarkiv
