// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/places/place_tree.h"

#include <set>
#include <utility>

#include "common/places/places_data.h"
#include "common/places/table_rows.h"
#include "common/text/fold.h"

namespace pressarkiv {
namespace {

/// A town that lies in several municipalities belongs to one that has at least half of it.
constexpr double kLeastShare = 0.5;

std::vector<std::string> listed(std::string_view text, std::string_view separator) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) items.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return items;
}

}  // namespace

PlaceTree::PlaceTree(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
  std::set<std::string> municipality_names;
  for (const Municipality& place : gazetteer.municipalities())
    municipality_names.insert(place.name);
  each_row(places_data::kLocalities, [&](const std::vector<std::string>& columns) {
    if (std::stod(columns.at(3)) < kLeastShare || municipality_names.contains(columns[0])) return;
    localities_[columns.at(1)].push_back(columns[0]);
  });
  each_row(places_data::kAreas,
           [this](const std::vector<std::string>& columns) { add_area(columns); });
  for (const County& county : gazetteer.counties()) {
    Inside inside;
    add_county(county, inside);
    for (const std::string& name : {county.name, county.short_name, county.region}) {
      by_name_[fold_label(name)] = inside;
    }
  }
  for (const Municipality& municipality : gazetteer.municipalities()) {
    Inside inside;
    add_localities(municipality.code, inside);
    if (!inside.localities.empty()) by_name_[fold_label(municipality.name)] = std::move(inside);
  }
}

void PlaceTree::add_county(const County& county, Inside& inside) const {
  for (const Municipality& municipality : gazetteer_.municipalities()) {
    if (municipality.county != county.code) continue;
    inside.municipalities.push_back(municipality.name);
    add_localities(municipality.code, inside);
  }
}

void PlaceTree::add_localities(const std::string& municipality_code, Inside& inside) const {
  const auto found = localities_.find(municipality_code);
  if (found == localities_.end()) return;
  inside.localities.insert(inside.localities.end(), found->second.begin(), found->second.end());
}

void PlaceTree::add_area(const std::vector<std::string>& columns) {
  Inside& inside = by_name_[fold_label(columns.at(0))];
  for (const std::string& code : listed(columns.at(2), " ")) {
    for (const County& county : gazetteer_.counties()) {
      if (county.code == code) add_county(county, inside);
    }
  }
  for (const std::string& name : listed(columns.at(3), ", ")) {
    inside.municipalities.push_back(name);
    if (const auto place = gazetteer_.find(name); place && place->municipality) {
      add_localities(place->municipality->code, inside);
    }
  }
}

const PlaceTree::Inside* PlaceTree::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace pressarkiv
