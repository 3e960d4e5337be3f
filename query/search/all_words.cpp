// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/all_words.h"

#include <algorithm>

#include "query/search/gallop.h"

namespace pressarkiv {
namespace {

constexpr Xapian::doccount kFarLonger = 32;

/// Adds what a term earns to the releases that hold it, and leaves out the others.
void keep_those_with(const Frequencies& postings, const Bm25& bm25, Scores& scores) {
  const double most = bm25.most(static_cast<double>(postings.size()));
  auto posting = postings.begin();
  auto kept = scores.begin();
  for (const Scored& one : scores) {
    posting = gallop(posting, postings.end(), one.document);
    if (posting == postings.end()) break;
    if (posting->document != one.document) continue;
    *kept = one;
    kept->weight += most * bm25.share(one.document, posting->frequency);
    ++kept;
  }
  scores.erase(kept, scores.end());
}

}  // namespace

std::optional<Scores> scores_of_all(const std::vector<std::string>& terms, PostingCache& postings,
                                    const Bm25& bm25) {
  std::vector<Xapian::doccount> frequencies;
  for (const std::string& term : terms) frequencies.push_back(postings.frequency(term));
  const auto [least, most] = std::minmax_element(frequencies.begin(), frequencies.end());
  if (*least == 0) return Scores();
  if (*most / kFarLonger > *least) return std::nullopt;
  std::vector<PostingCache::List> lists;
  for (const std::string& term : terms) lists.push_back(postings.postings(term));
  std::sort(lists.begin(), lists.end(),
            [](const auto& a, const auto& b) { return a->size() < b->size(); });
  Scores scores;
  scores.reserve(lists.front()->size());
  for (const Frequency& one : *lists.front()) scores.push_back({one.document, 0, true});
  for (const PostingCache::List& list : lists) keep_those_with(*list, bm25, scores);
  return scores;
}

}  // namespace pressarkiv
