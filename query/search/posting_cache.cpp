// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/posting_cache.h"

#include <utility>

namespace pressarkiv {

PostingCache::List PostingCache::kept(const std::string& term) const {
  for (const Pool* pool : {&short_, &long_}) {
    const auto found = pool->lists.find(term);
    if (found != pool->lists.end()) return found->second;
  }
  return nullptr;
}

void PostingCache::keep(const std::string& term, const List& list) {
  if (list->size() > most_postings_) return;
  Pool& pool = list->size() > kLongestShort ? long_ : short_;
  if (pool.postings + list->size() > most_postings_) pool = {};
  pool.lists.emplace(term, list);
  pool.postings += list->size();
}

PostingCache::List PostingCache::postings(const std::string& term) {
  if (List known = kept(term)) return known;
  reading_.clear();
  const auto end = releases_.postlist_end(term);
  for (auto posting = releases_.postlist_begin(term); posting != end; ++posting) {
    reading_.push_back({*posting, posting.get_wdf()});
  }
  // Most lists are short: one piece of memory, as long as it must be.
  auto list = std::make_shared<const Frequencies>(reading_.begin(), reading_.end());
  keep(term, list);
  return list;
}

PostingCache::List PostingCache::short_postings(const std::string& term) {
  return frequency(term) <= kLongestShort ? postings(term) : nullptr;
}

Xapian::doccount PostingCache::frequency(const std::string& term) {
  if (const List known = kept(term)) return static_cast<Xapian::doccount>(known->size());
  if (const auto known = frequencies_.find(term); known != frequencies_.end()) {
    return known->second;
  }
  if (frequencies_.size() >= kMostFrequencies) frequencies_.clear();
  return frequencies_.emplace(term, releases_.get_termfreq(term)).first->second;
}

}  // namespace pressarkiv
