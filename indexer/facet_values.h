// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/facts.h"
#include "common/places/gazetteer.h"
#include "common/release.h"
#include "common/schema/facets.h"

namespace pressarkiv {

/// A release's values of one facet, as written; doubles and empty ones may be among them.
struct FacetValues {
  Facet facet = Facet::kSubject;
  std::vector<std::string> labels;
};

/// What a release is counted and filtered by, its year left out: a municipality brings its county;
/// people are those of the metadata and those that the text names, contacts left out.
std::vector<FacetValues> facet_values(const Release& release, const Facts& facts,
                                      const Gazetteer& gazetteer);

}  // namespace pressarkiv
