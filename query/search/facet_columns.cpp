// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/facet_columns.h"

#include <cstddef>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

/// One match in so many releases: from there on the whole column is read.
constexpr std::size_t kReleasesAMatch = 4;

}  // namespace

FacetColumn::FacetColumn(const Xapian::Database& releases, Facet facet) {
  const std::size_t documents = std::size_t{releases.get_lastdocid()} + 1;
  begins_.reserve(documents + 1);
  const auto end = releases.valuestream_end(facet_slot(facet));
  for (auto value = releases.valuestream_begin(facet_slot(facet)); value != end; ++value) {
    begins_.resize(std::size_t{value.get_docid()} + 1, static_cast<std::uint32_t>(ids_.size()));
    each_facet_id(*value, [this](FacetId id) { ids_.push_back(id); });
  }
  begins_.resize(documents + 1, static_cast<std::uint32_t>(ids_.size()));
}

const FacetColumn* FacetColumns::find(const Xapian::Database& releases, Facet facet,
                                      std::size_t matches) {
  std::unique_ptr<FacetColumn>& column = columns_[static_cast<std::size_t>(facet)];
  if (!column && matches >= releases.get_doccount() / kReleasesAMatch) {
    column = std::make_unique<FacetColumn>(releases, facet);
  }
  return column.get();
}

}  // namespace pressarkiv
