// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "common/schema/facets.h"

namespace pressarkiv {

/// The values of one facet of all releases of an index, by document: what counting many matches
/// walks instead of Xapian's value slot. 4 bytes a document and 4 a value.
class FacetColumn {
 public:
  /// Reads the whole slot, some 50 ns a release. May throw Xapian::Error.
  FacetColumn(const Xapian::Database& releases, Facet facet);

  /// Calls `visit(id)` for each value of a release; false where it has none.
  template <typename Visit>
  bool each(Xapian::docid document, Visit visit) const {
    const std::uint32_t end = begins_[document + 1];
    for (std::uint32_t at = begins_[document]; at < end; ++at) visit(ids_[at]);
    return begins_[document] < end;
  }

 private:
  std::vector<std::uint32_t> begins_;  ///< For each document where its ids begin, and one more.
  std::vector<FacetId> ids_;
};

/// The columns that a session has needed so far. They belong to one state of one index: throw them
/// away when the reader moves on.
class FacetColumns {
 public:
  /// The column of a facet if it is there already, or if `matches` are so many that reading it
  /// whole costs little more than reading the matches; else null. May throw Xapian::Error.
  const FacetColumn* find(const Xapian::Database& releases, Facet facet, std::size_t matches);

 private:
  std::array<std::unique_ptr<FacetColumn>, kFacetCount> columns_;
};

}  // namespace pressarkiv
