// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/facts.h"
#include "common/places/gazetteer.h"
#include "common/release.h"
#include "common/schema/facets.h"
#include "indexer/facet_labels.h"

namespace pressarkiv {

/// A value of a facet that a release carries.
struct FacetValue {
  Facet facet = Facet::kSubject;
  const FacetLabels::Value* value = nullptr;  ///< Lives as long as the labels.
};

/// What a release is counted and filtered by, its year left out, facet by facet; a value may come
/// twice. A municipality brings its county; people are those of the metadata and those that the
/// text names, contacts left out. Each call counts once for the spellings in `labels`.
std::vector<FacetValue> facet_values(const Release& release, const Facts& facts,
                                     const Gazetteer& gazetteer, FacetLabels& labels);

}  // namespace pressarkiv
