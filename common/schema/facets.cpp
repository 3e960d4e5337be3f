// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/facets.h"

#include <algorithm>
#include <cassert>

#include "common/text/fold.h"

namespace pressarkiv {

const FacetName& facet_name(Facet facet) { return kFacetNames[static_cast<std::size_t>(facet)]; }

std::optional<Facet> find_facet(std::string_view name) {
  const std::string wanted = fold_label(name);
  for (const FacetName& row : kFacetNames) {
    if (wanted == row.key || wanted == fold_label(row.swedish)) return row.facet;
  }
  return std::nullopt;
}

std::string pack_facet_ids(std::vector<FacetId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::string packed;
  packed.reserve(ids.size() * 3);
  for (const FacetId id : ids) {
    assert(id < (1U << 24U));
    packed.push_back(static_cast<char>(id >> 16U));
    packed.push_back(static_cast<char>(id >> 8U));
    packed.push_back(static_cast<char>(id));
  }
  return packed;
}

}  // namespace pressarkiv
