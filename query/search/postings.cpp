// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings.h"

#include <utility>
#include <vector>

#include "common/schema/fields.h"

namespace pressarkiv {

const Frequencies& Postings::of_term(const std::string& text) {
  const auto [place, is_new] = read_.try_emplace(text);
  if (is_new) place->second = cache_.postings(make_term(prefix::kText, text));
  return *place->second;
}

const Frequencies& Postings::of_group(const TermGroup& group) {
  if (group.terms.size() == 1) return of_term(group.terms.front());
  std::string key;
  for (const std::string& text : group.terms) key.append(text).push_back('\n');
  const auto [place, is_new] = groups_.try_emplace(std::move(key));
  if (!is_new) return place->second;
  std::vector<const Frequencies*> lists;
  for (const std::string& text : group.terms) {
    const Frequencies& list = of_term(text);
    if (!list.empty()) lists.push_back(&list);
  }
  if (lists.empty()) return place->second;
  if (lists.size() == 1) return *lists.front();
  for (const Frequencies* list : lists) {
    for (const Frequency& one : *list) sum_.add(one);
  }
  place->second = sum_.take();
  return place->second;
}

}  // namespace pressarkiv
