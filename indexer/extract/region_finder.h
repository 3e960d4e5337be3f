// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "common/facts.h"
#include "indexer/extract/document_tokens.h"
#include "indexer/extract/person_finder.h"

namespace pressarkiv::extract {

/// Swedish places named in title, lead and body: municipalities, counties, provinces, localities.
/// Names that are also words or people need a neighbour that says "place"; the rules stand in the
/// source. Immutable after construction and thread-safe.
class RegionFinder {
 public:
  RegionFinder();
  ~RegionFinder();

  std::vector<RegionMention> find(const Document& doc, const PersonTable& people) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv::extract
