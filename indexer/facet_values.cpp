// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/facet_values.h"

#include <algorithm>
#include <string_view>

namespace pressarkiv {
namespace {

/// Whether more than a list of contacts names the person.
bool is_named(const Person& person) {
  return std::any_of(person.mentions.begin(), person.mentions.end(),
                     [](const TextRange& where) { return where.text != FactText::kContacts; });
}

/// Looks up the labels of one release, facet after facet.
class ValueCollector {
 public:
  explicit ValueCollector(FacetLabels& labels) : labels_(labels) {}

  void add(Facet facet, std::string_view label) {
    if (const auto* value = labels_.value_of(facet, label)) values_.push_back({facet, value});
  }
  void add(Facet facet, const std::vector<std::string>& labels) {
    for (const std::string& label : labels) add(facet, label);
  }
  std::vector<FacetValue> take() { return std::move(values_); }

 private:
  FacetLabels& labels_;
  std::vector<FacetValue> values_;
};

}  // namespace

std::vector<FacetValue> facet_values(const Release& release, const Facts& facts,
                                     const Gazetteer& gazetteer, FacetLabels& labels) {
  ValueCollector values(labels);
  values.add(Facet::kSubject, release.subjects);
  std::vector<const std::string*> municipalities;
  for (const std::string& region : release.regions) {
    const auto place = gazetteer.find(region);
    if (!place) continue;
    values.add(Facet::kCounty, place->county->name);
    if (place->municipality) municipalities.push_back(&place->municipality->name);
  }
  for (const std::string* name : municipalities) values.add(Facet::kMunicipality, *name);
  values.add(Facet::kPerson, release.people);
  for (const Person& person : facts.people) {
    if (is_named(person)) values.add(Facet::kPerson, person.name);
  }
  if (release.publishers.empty()) {
    values.add(Facet::kPublisher, release.publisher);
  } else {
    values.add(Facet::kPublisher, release.publishers);
  }
  values.add(Facet::kKind, release.kind);
  values.add(Facet::kRegion, release.regions);
  return values.take();
}

}  // namespace pressarkiv
