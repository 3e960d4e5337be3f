// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/places/gazetteer.h"

#include <algorithm>
#include <utility>

#include "common/places/places_data.h"
#include "common/text/fold.h"

namespace pressarkiv {
namespace {

/// Calls `row(columns)` for each line of a tab-separated table but the first, which names them.
template <typename Row>
void each_row(std::string_view table, Row row) {
  bool header = true;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || std::exchange(header, false)) continue;
    std::vector<std::string> columns;
    for (std::size_t tab = 0; tab != std::string_view::npos;) {
      tab = line.find('\t');
      columns.emplace_back(line.substr(0, tab));
      if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
    }
    row(columns);
  }
}

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
    // The bare name last: it wins over a county of the same short name.
    for (const std::string& label :
         {genitive(municipality.name) + " kommun", municipality.name + " kommun",
          municipality.name + " stad", genitive(municipality.name) + " stad", municipality.name}) {
      by_label_[fold_label(label)] = place;
    }
  }
}

std::optional<Place> Gazetteer::find(std::string_view label) const {
  const auto found = by_label_.find(fold_label(label));
  if (found == by_label_.end()) return std::nullopt;
  return found->second;
}

}  // namespace pressarkiv
