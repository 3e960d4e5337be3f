// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/facet_values.h"

#include <algorithm>

namespace pressarkiv {
namespace {

std::vector<std::string> people_of(const Release& release, const Facts& facts) {
  std::vector<std::string> people = release.people;
  for (const Person& person : facts.people) {
    const bool named =
        std::any_of(person.mentions.begin(), person.mentions.end(),
                    [](const TextRange& where) { return where.text != FactText::kContacts; });
    if (named) people.push_back(person.name);
  }
  return people;
}

}  // namespace

std::vector<FacetValues> facet_values(const Release& release, const Facts& facts,
                                      const Gazetteer& gazetteer) {
  std::vector<std::string> counties;
  std::vector<std::string> municipalities;
  for (const std::string& region : release.regions) {
    const auto place = gazetteer.find(region);
    if (!place) continue;
    counties.push_back(place->county->name);
    if (place->municipality) municipalities.push_back(place->municipality->name);
  }
  const std::vector<std::string> publishers =
      release.publishers.empty() ? std::vector<std::string>{release.publisher} : release.publishers;
  return {{Facet::kSubject, release.subjects},
          {Facet::kCounty, std::move(counties)},
          {Facet::kMunicipality, std::move(municipalities)},
          {Facet::kPerson, people_of(release, facts)},
          {Facet::kPublisher, publishers},
          {Facet::kKind, {release.kind}},
          {Facet::kRegion, release.regions}};
}

}  // namespace pressarkiv
