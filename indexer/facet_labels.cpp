// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/facet_labels.h"

#include <algorithm>

#include "common/schema/fields.h"

namespace pressarkiv {

/// The entry of a label, made on first sight; its value is nullptr where the label folds to
/// nothing.
FacetLabels::Spelling& FacetLabels::spelling_of(Facet facet, std::string_view label, Table& table) {
  if (const auto known = table.spellings.find(label); known != table.spellings.end()) {
    return known->second;
  }
  Spelling& spelling = table.spellings[std::string(label)];
  const std::string key = facet_key(label);
  if (key.empty()) return spelling;
  const auto [value, added] = table.by_key.try_emplace(key);
  if (added) value->second = {table.next_id++, make_term(facet_prefix(facet), key)};
  spelling.value = &value->second;
  return spelling;
}

const FacetLabels::Value* FacetLabels::value_of(Facet facet, std::string_view label) {
  const std::lock_guard lock(mutex_);
  Spelling& spelling = spelling_of(facet, label, tables_[static_cast<std::size_t>(facet)]);
  ++spelling.uses;
  return spelling.value;
}

void FacetLabels::restore(Facet facet, FacetId id, std::string_view label, std::uint32_t weight) {
  const std::lock_guard lock(mutex_);
  Table& table = tables_[static_cast<std::size_t>(facet)];
  Spelling& spelling = spelling_of(facet, label, table);
  if (spelling.value == nullptr) return;
  spelling.value->id = id;
  spelling.uses += weight;
  table.next_id = std::max(table.next_id, id + 1);
}

std::vector<FacetLabels::Entry> FacetLabels::entries(Facet facet) const {
  const std::lock_guard lock(mutex_);
  std::vector<const Spellings::value_type*> spellings;
  for (const auto& spelling : tables_[static_cast<std::size_t>(facet)].spellings) {
    if (spelling.second.value != nullptr) spellings.push_back(&spelling);
  }
  std::sort(spellings.begin(), spellings.end(), [](const auto* a, const auto* b) {
    const FacetId first = a->second.value->id;
    const FacetId second = b->second.value->id;
    if (first != second) return first < second;
    return a->second.uses != b->second.uses ? a->second.uses > b->second.uses : a->first < b->first;
  });
  std::vector<Entry> entries;
  for (const auto* spelling : spellings) {  // The best spelling of a value stands first.
    const FacetId id = spelling->second.value->id;
    if (entries.empty() || entries.back().id != id) entries.push_back({id, spelling->first});
  }
  return entries;
}

}  // namespace pressarkiv
