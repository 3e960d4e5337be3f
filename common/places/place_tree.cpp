// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/places/place_tree.h"

#include <algorithm>
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

const PlaceTree::Inside* PlaceTree::find(std::string_view name) {
  const auto [place, is_new] = known_.try_emplace(std::string(name));
  if (is_new) {
    Inside inside = gather(place->first);
    if (!inside.municipalities.empty() || !inside.localities.empty()) {
      place->second = std::make_unique<const Inside>(std::move(inside));
    }
  }
  return place->second.get();
}

PlaceTree::Inside PlaceTree::gather(const std::string& name) {
  Inside inside;
  if (gazetteer_.find(name) && (add_municipality(name, inside) || add_county(name, inside))) {
    return inside;
  }
  add_area(name, inside);
  return inside;
}

bool PlaceTree::add_municipality(const std::string& name, Inside& inside) {
  const auto place = gazetteer_.find(name);
  if (!place || !place->municipality || fold_label(place->municipality->name) != name) return false;
  add_localities(place->municipality->code, inside);
  return !inside.localities.empty();
}

bool PlaceTree::add_county(const std::string& name, Inside& inside) {
  for (const County& county : gazetteer_.counties()) {
    if (fold_label(county.name) != name && fold_label(county.short_name) != name &&
        fold_label(county.region) != name) {
      continue;
    }
    add_municipalities_of(county, inside);
    return true;
  }
  return false;
}

void PlaceTree::add_municipalities_of(const County& county, Inside& inside) {
  for (const Municipality& municipality : gazetteer_.municipalities()) {
    if (municipality.county != county.code) continue;
    inside.municipalities.push_back(municipality.name);
    add_localities(municipality.code, inside);
  }
}

void PlaceTree::add_localities(const std::string& municipality_code, Inside& inside) {
  const auto found = localities().find(municipality_code);
  if (found == localities().end()) return;
  inside.localities.insert(inside.localities.end(), found->second.begin(), found->second.end());
}

void PlaceTree::add_area(const std::string& name, Inside& inside) {
  const auto area = areas().find(name);
  if (area == areas().end()) return;
  const Columns& columns = area->second;
  for (const std::string& code : listed(columns.at(2), " ")) {
    for (const County& county : gazetteer_.counties()) {
      if (county.code == code) add_municipalities_of(county, inside);
    }
  }
  for (const std::string& municipality : listed(columns.at(3), ", ")) {
    inside.municipalities.push_back(municipality);
    if (const auto place = gazetteer_.find(municipality); place && place->municipality) {
      add_localities(place->municipality->code, inside);
    }
  }
}

const std::unordered_map<std::string, PlaceTree::Columns>& PlaceTree::areas() {
  if (areas_.empty()) {
    each_row(places_data::kAreas,
             [this](const Columns& columns) { areas_[fold_label(columns.at(0))] = columns; });
  }
  return areas_;
}

const std::unordered_map<std::string, std::vector<std::string>>& PlaceTree::localities() {
  if (!localities_.empty()) return localities_;
  std::set<std::string> municipality_names;
  for (const Municipality& place : gazetteer_.municipalities())
    municipality_names.insert(place.name);
  each_row(places_data::kLocalities, [&](const Columns& columns) {
    if (std::stod(columns.at(3)) < kLeastShare || municipality_names.contains(columns[0])) return;
    localities_[columns.at(1)].push_back(columns[0]);
  });
  return localities_;
}

}  // namespace pressarkiv
