// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/facet_values.h"

#include <catch2/catch.hpp>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

TEST_CASE("facet labels: spellings of one value share its number and term", "[indexer]") {
  FacetLabels labels;
  const auto* value = labels.value_of(Facet::kSubject, "Miljö, klimat");
  REQUIRE(value != nullptr);
  CHECK(value->term == facet_term(Facet::kSubject, "miljö, klimat"));
  CHECK(labels.value_of(Facet::kSubject, " MILJÖ,  KLIMAT") == value);
  CHECK(labels.value_of(Facet::kSubject, "Skola")->id == value->id + 1);
  CHECK(labels.value_of(Facet::kPerson, "Skola")->term != facet_term(Facet::kSubject, "Skola"));
}

TEST_CASE("facet labels: a label of blanks names nothing", "[indexer]") {
  FacetLabels labels;
  CHECK(labels.value_of(Facet::kKind, "") == nullptr);
  CHECK(labels.value_of(Facet::kKind, " \u00A0 ") == nullptr);
  CHECK(labels.entries(Facet::kKind).empty());
}

TEST_CASE("facet labels: the commonest spelling is shown, the first of equals", "[indexer]") {
  FacetLabels labels;
  labels.restore(Facet::kPerson, 7, "Ann Ek", 2);
  labels.value_of(Facet::kPerson, "ANN EK");
  labels.value_of(Facet::kPerson, "ANN EK");
  labels.value_of(Facet::kPerson, "Bo");
  const auto entries = labels.entries(Facet::kPerson);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].id == 7);
  CHECK(entries[0].label == "ANN EK");
  CHECK(entries[1].id == 8);
  labels.value_of(Facet::kPerson, "Ann Ek");
  CHECK(labels.entries(Facet::kPerson)[0].label == "Ann Ek");
}

TEST_CASE("facet values: a municipality brings its county, contacts are left out", "[indexer]") {
  Release release;
  release.regions = {"Alingsås", "Månen"};
  release.kind = "Artikel";
  release.publisher = "Skolverket";
  Facts facts;
  Person spoken;
  spoken.name = "Ann Ek";
  spoken.mentions.push_back({FactText::kBody, {0, 6}});
  Person contact;
  contact.name = "Bo Lind";
  contact.mentions.push_back({FactText::kContacts, {0, 7}});
  facts.people = {spoken, contact};
  FacetLabels labels;
  std::vector<std::string> terms;
  for (const FacetValue& value : facet_values(release, facts, Gazetteer(), labels)) {
    terms.push_back(value.value->term);
  }
  CHECK(terms == std::vector<std::string>{
                     facet_term(Facet::kCounty, "Västra Götalands län"),
                     facet_term(Facet::kMunicipality, "Alingsås"),
                     facet_term(Facet::kPerson, "Ann Ek"),
                     facet_term(Facet::kPublisher, "Skolverket"),
                     facet_term(Facet::kKind, "Artikel"),
                     facet_term(Facet::kRegion, "Alingsås"),
                     facet_term(Facet::kRegion, "Månen"),
                 });
}

}  // namespace
}  // namespace pressarkiv
