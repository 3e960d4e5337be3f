// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/duplicate_judge.h"

#include <algorithm>
#include <numeric>

namespace pressarkiv {
namespace {

/// Pairs with fewer equal values (an estimate of .2 for what is .3 at least) are not looked at.
constexpr int kLeastEqualMinima = 10;
constexpr std::size_t kCachedTexts = 2048;

int equal_minima(const MinHashView& a, const MinHashView& b) {
  int equal = 0;
  for (std::size_t i = 0; i < kMinima; ++i) equal += a[i] == b[i] ? 1 : 0;
  return equal;
}

/// Months from the earlier date to the later; 0 where one is not known.
std::uint32_t months_between(std::uint32_t earlier, std::uint32_t later) {
  if (earlier == 0 || later == 0) return 0;
  const auto months = [](std::uint32_t date) { return date / 10000 * 12 + date / 100 % 100; };
  return months(later) > months(earlier) ? months(later) - months(earlier) : 0;
}

/// Words that two releases may differ in; `words` of the shorter one.
std::size_t most_changes(std::size_t words, std::uint32_t earlier, std::uint32_t later) {
  const bool equal_only = words < kShortText || months_between(earlier, later) > kMostMonthsApart;
  return equal_only ? 0 : kMostChangedWords;
}

}  // namespace

std::vector<std::uint32_t> publication_order(const std::vector<DuplicateCandidate>& candidates) {
  std::vector<std::uint32_t> order(candidates.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    const DuplicateCandidate& a = candidates[left];
    const DuplicateCandidate& b = candidates[right];
    if (a.date != b.date) return b.date == 0 || (a.date != 0 && a.date < b.date);
    return a.docid < b.docid;
  });
  return order;
}

std::uint32_t DuplicateJudge::original(std::uint32_t later,
                                       const std::vector<std::uint32_t>& proposed,
                                       const std::vector<std::uint32_t>& original_of) {
  const DuplicateCandidate& copy = at(later);
  for (const std::uint32_t earlier : proposed) {
    if (equal_minima(copy.minima, at(earlier).minima) < kLeastEqualMinima) continue;
    const std::uint32_t original =
        original_of[earlier] != kNoPlace ? original_of[earlier] : earlier;
    if (same(at(original), copy)) return original;
  }
  return kNoPlace;
}

bool DuplicateJudge::same(const DuplicateCandidate& original, const DuplicateCandidate& copy) {
  const std::size_t shorter = std::min(original.words, copy.words);
  const std::size_t longer = std::max(original.words, copy.words);
  const std::size_t limit = most_changes(shorter, original.date, copy.date);
  if (longer == 0 || longer - shorter > limit) return false;
  if (shorter < kFormText && (original.date != copy.date || original.date == 0)) return false;
  if (shorter < kShortText && original.date % 100 == 0) return false;  // Only the month is known.
  if (cache_.size() > kCachedTexts) cache_.clear();
  // References into an unordered_map stay when it grows.
  return within_distance(words(original.docid), words(copy.docid), limit);
}

const std::vector<std::uint32_t>& DuplicateJudge::words(std::uint32_t docid) {
  const auto [entry, added] = cache_.try_emplace(docid);
  if (added) entry->second = words_of_(docid);
  return entry->second;
}

}  // namespace pressarkiv
