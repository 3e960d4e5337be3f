// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/facet_labels.h"

#include <algorithm>

#include "common/schema/fields.h"

namespace pressarkiv {

FacetId FacetLabels::id_of(Facet facet, std::string_view label) {
  const std::lock_guard lock(mutex_);
  Table& table = tables_[static_cast<std::size_t>(facet)];
  const auto [remembered, unseen] = table.key_of_label.try_emplace(std::string(label));
  if (unseen) remembered->second = facet_key(label);
  const auto [value, added] = table.by_key.try_emplace(remembered->second);
  if (added) value->second.id = table.next_id++;
  ++value->second.spellings[remembered->first];
  return value->second.id;
}

void FacetLabels::restore(Facet facet, FacetId id, std::string_view label, std::uint32_t weight) {
  const std::lock_guard lock(mutex_);
  Table& table = tables_[static_cast<std::size_t>(facet)];
  Value& value = table.by_key[facet_key(label)];
  value.id = id;
  value.spellings[std::string(label)] += weight;
  table.next_id = std::max(table.next_id, id + 1);
}

std::vector<FacetLabels::Entry> FacetLabels::entries(Facet facet) const {
  const std::lock_guard lock(mutex_);
  std::vector<Entry> entries;
  for (const auto& [key, value] : tables_[static_cast<std::size_t>(facet)].by_key) {
    const auto commonest = std::max_element(
        value.spellings.begin(), value.spellings.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });  // First of equals.
    entries.push_back({value.id, commonest->first});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
  return entries;
}

}  // namespace pressarkiv
