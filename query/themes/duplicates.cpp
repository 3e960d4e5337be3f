// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/duplicates.h"

#include <algorithm>
#include <map>

#include "common/schema/card.h"
#include "common/schema/fields.h"

namespace pressarkiv {

DuplicateList list_duplicates(const IndexReader& index, const ContentTable& table) {
  DuplicateList list;
  list.revision = index.last_event();
  list.archive_releases = table.entries.size();
  std::map<std::uint32_t, std::vector<const ContentEntry*>> copies_of;
  for (const ContentEntry& entry : table.entries) {
    if (entry.duplicate_of == 0) continue;
    copies_of[entry.duplicate_of].push_back(&entry);
    ++list.copies;
  }
  std::vector<const ContentEntry*> originals;
  for (const auto& [docid, copies] : copies_of) {
    if (const ContentEntry* original = find_entry(table, docid)) originals.push_back(original);
  }
  const auto by_date = [](const ContentEntry* a, const ContentEntry* b) {
    return a->date != b->date ? a->date < b->date : a->docid < b->docid;
  };
  const auto described = [&](std::uint32_t docid) {
    const Card card = decode_card(index.columns()->value(Column::kCard, docid));
    return DuplicateRelease{card.id, card.title, card.date};
  };
  std::sort(originals.begin(), originals.end(), by_date);
  for (const ContentEntry* original : originals) {
    DuplicateGroup group{described(original->docid), {}};
    std::vector<const ContentEntry*>& copies = copies_of[original->docid];
    std::sort(copies.begin(), copies.end(), by_date);
    for (const ContentEntry* copy : copies) group.copies.push_back(described(copy->docid));
    list.groups.push_back(std::move(group));
  }
  return list;
}

}  // namespace pressarkiv
