// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/region_finder.h"

namespace pressarkiv::extract {
struct RegionFinder::State {};
RegionFinder::RegionFinder() : state_(std::make_unique<State>()) {}
RegionFinder::~RegionFinder() = default;
std::vector<RegionMention> RegionFinder::find(const Document&, const PersonTable&) const {
  return {};
}
}  // namespace pressarkiv::extract
