// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings.h"

#include <memory>
#include <utility>
#include <vector>

#include "common/schema/fields.h"

namespace pressarkiv {

const Frequencies& Postings::of_group(const TermGroup& group) {
  const auto [place, is_new] = groups_.try_emplace(group.terms.begin());
  if (is_new) place->second = {group.terms, sum_of(group.terms)};
  return *place->second.postings;
}

PostingCache::List Postings::of_term(const std::string& text) {
  if (const auto known = long_.find(text); known != long_.end()) return known->second;
  PostingCache::List list = cache_.postings(make_term(prefix::kText, text));
  if (list->size() > PostingCache::kLongestShort) long_.emplace(text, list);
  return list;
}

PostingCache::List Postings::sum_of(const SharedWords& terms) {
  std::vector<PostingCache::List> lists;
  lists.reserve(terms.size());
  for (const std::string& text : terms) {
    PostingCache::List list = of_term(text);
    if (!list->empty()) lists.push_back(std::move(list));
  }
  if (lists.size() == 1) return std::move(lists.front());
  for (const PostingCache::List& list : lists) {
    for (const Frequency& one : *list) sum_.add(one);
  }
  return std::make_shared<const Frequencies>(sum_.take());
}

}  // namespace pressarkiv
