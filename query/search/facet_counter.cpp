// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/facet_counter.h"

#include <algorithm>

#include "common/schema/fields.h"
#include "common/text/collation.h"

namespace pressarkiv {
namespace {

struct Counted {
  FacetId id = 0;
  std::uint64_t count = 0;
};

/// Counts by id; ids are dense, so a vector serves.
class Counter {
 public:
  void operator()(FacetId id) {
    if (id >= counts_.size()) counts_.resize(id + std::size_t{1});
    ++counts_[id];
  }
  std::vector<Counted> counted() const {
    std::vector<Counted> found;
    for (std::size_t id = 0; id < counts_.size(); ++id) {
      if (counts_[id] > 0) found.push_back({static_cast<FacetId>(id), counts_[id]});
    }
    return found;
  }

 private:
  std::vector<std::uint64_t> counts_;
};

/// Of the releases without any value how many there are.
std::uint64_t count_all(const Columns& columns, Facet facet,
                        const std::vector<Xapian::docid>& docids, Counter& counter) {
  ColumnReader reader(columns, facet_column(facet));
  std::uint64_t missing = 0;
  reader.values(docids, [&](std::string_view packed) {
    if (packed.empty()) ++missing;
    each_facet_id(packed, [&](FacetId id) { counter(id); });
  });
  return missing;
}

}  // namespace

FacetCounts count_facet(const IndexReader& index, Facet facet,
                        const std::vector<Xapian::docid>& docids, std::uint32_t max_values) {
  FacetCounts result;
  result.facet = facet;
  Counter counter;
  result.missing = count_all(*index.columns(), facet, docids, counter);
  std::vector<Counted> counted = counter.counted();
  result.distinct = counted.size();
  const bool by_year = facet == Facet::kYear;
  std::sort(counted.begin(), counted.end(), [by_year](const Counted& a, const Counted& b) {
    if (by_year) return a.id > b.id;
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
  if (by_year) {
    // A row of years with holes would mislead: all of them, whatever was asked for.
    for (const Counted& year : counted) {
      result.values.push_back({index.label(facet, year.id), year.count});
    }
    return result;
  }
  // Equal counts at the border are all looked at, so that the order does not depend on ids.
  std::size_t take = std::min<std::size_t>(max_values, counted.size());
  while (take > 0 && take < counted.size() && counted[take].count == counted[take - 1].count)
    ++take;
  for (std::size_t i = 0; i < take; ++i) {
    result.values.push_back({index.label(facet, counted[i].id), counted[i].count});
  }
  const Collation collation;
  std::sort(result.values.begin(), result.values.end(),
            [&](const FacetValue& a, const FacetValue& b) {
              if (a.count != b.count) return a.count > b.count;
              return collation.less(a.label, b.label);
            });
  if (result.values.size() > max_values) result.values.resize(max_values);
  return result;
}

}  // namespace pressarkiv
