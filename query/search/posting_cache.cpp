// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/posting_cache.h"

#include <utility>

namespace pressarkiv {

PostingCache::List PostingCache::postings(const std::string& term) {
  if (const auto kept = lists_.find(term); kept != lists_.end()) return kept->second;
  reading_.clear();
  const auto end = releases_.postlist_end(term);
  for (auto posting = releases_.postlist_begin(term); posting != end; ++posting) {
    reading_.push_back({*posting, posting.get_wdf()});
  }
  // Most lists are short: one piece of memory, as long as it must be.
  auto list = std::make_shared<const Frequencies>(reading_.begin(), reading_.end());
  if (list->size() > kLongestList) return list;
  kept_postings_ += list->size();
  if (kept_postings_ > most_postings_) {
    lists_.clear();
    kept_postings_ = list->size();
  }
  lists_.emplace(term, list);
  return list;
}

PostingCache::List PostingCache::short_postings(const std::string& term) {
  return frequency(term) <= kLongestList ? postings(term) : nullptr;
}

Xapian::doccount PostingCache::frequency(const std::string& term) {
  if (const auto kept = lists_.find(term); kept != lists_.end()) {
    return static_cast<Xapian::doccount>(kept->second->size());
  }
  if (const auto known = frequencies_.find(term); known != frequencies_.end()) {
    return known->second;
  }
  if (frequencies_.size() >= kMostFrequencies) frequencies_.clear();
  return frequencies_.emplace(term, releases_.get_termfreq(term)).first->second;
}

}  // namespace pressarkiv
