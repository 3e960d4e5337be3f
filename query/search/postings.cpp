// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

/// Above one posting for so many documents a sum for each document beats sorting.
constexpr std::size_t kDocumentsAPosting = 64;

std::size_t total_size(const std::vector<const Frequencies*>& lists) {
  std::size_t total = 0;
  for (const Frequencies* list : lists) total += list->size();
  return total;
}

}  // namespace

const Frequencies& Postings::of_term(const std::string& text) {
  const auto [place, is_new] = read_.try_emplace(text);
  if (!is_new) return place->second;
  Frequencies& found = place->second;
  const std::string term = make_term(prefix::kText, text);
  const auto end = releases_.postlist_end(term);
  for (auto posting = releases_.postlist_begin(term); posting != end; ++posting) {
    found.push_back({*posting, posting.get_wdf()});
  }
  return found;
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
  const bool many = total_size(lists) > releases_.get_lastdocid() / kDocumentsAPosting;
  place->second = many ? added_up(lists) : merged(lists);
  return place->second;
}

Frequencies Postings::merged(const std::vector<const Frequencies*>& lists) {
  Frequencies all;
  all.reserve(total_size(lists));
  for (const Frequencies* list : lists) all.insert(all.end(), list->begin(), list->end());
  std::sort(all.begin(), all.end(),
            [](const Frequency& a, const Frequency& b) { return a.document < b.document; });
  std::size_t kept = 0;
  for (const Frequency& one : all) {
    if (kept > 0 && all[kept - 1].document == one.document) {
      all[kept - 1].frequency += one.frequency;
    } else {
      all[kept++] = one;
    }
  }
  all.resize(kept);
  return all;
}

Frequencies Postings::added_up(const std::vector<const Frequencies*>& lists) {
  if (sums_.empty()) {
    sums_.resize(std::size_t{releases_.get_lastdocid()} + 1);
    touched_.resize(sums_.size() / 64 + 1);
  }
  for (const Frequencies* list : lists) {
    for (const Frequency& one : *list) {
      sums_[one.document] += one.frequency;
      touched_[one.document / 64] |= std::uint64_t{1} << (one.document % 64);
    }
  }
  Frequencies all;
  for (std::size_t word = 0; word < touched_.size(); ++word) {
    for (std::uint64_t bits = touched_[word]; bits != 0; bits &= bits - 1) {
      const auto document =
          static_cast<Xapian::docid>(word * 64 + static_cast<unsigned>(std::countr_zero(bits)));
      all.push_back({document, sums_[document]});
      sums_[document] = 0;
    }
    touched_[word] = 0;
  }
  return all;
}

}  // namespace pressarkiv
