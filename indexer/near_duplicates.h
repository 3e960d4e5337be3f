// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/schema/content_sketch.h"

namespace pressarkiv {

/// Two releases are one text when so many words differ at most (inserted, left out or exchanged),
/// title, lead and body taken together, repeated paragraphs left out.
inline constexpr std::size_t kMostChangedWords = 3;
/// Shorter texts (bare titles of invitations, "Statsministern besöker Lund") must be equal, for
/// three words are all their difference, and of the same day.
inline constexpr std::size_t kShortText = 20;
/// Shorter texts must be of the same date as far as it is known: in the releases of the Swedish
/// government those that return a month later ("Nya ambassadörer till Sverige", 32 words) are
/// forms filled in anew, and longer ones are the same news again.
inline constexpr std::size_t kFormText = 60;

/// Releases further apart must be equal: what returns next year with its numbers changed ("Nya
/// löner för myndighetschefer") is no copy.
inline constexpr std::uint32_t kMostMonthsApart = 6;

/// One release as the search for duplicates sees it.
struct DuplicateCandidate {
  std::uint32_t docid = 0;
  std::uint32_t date = 0;  ///< As ContentEntry::date.
  std::uint32_t words = 0;
  MinHashView minima;
};

/// The words of a release that are compared, as identities.
using WordsOf = std::function<std::vector<std::uint32_t>(std::uint32_t docid)>;

/// For each candidate, the docid of the release that it repeats, or 0. The original is the one with
/// the earliest date, then the smallest docid; releases without a date come last. Pairs are
/// proposed by MinHash (bands of two values, so that two texts of 30 words with three words changed
/// are proposed with a chance of .999) and settled by comparing the words, so that a false pair
/// would need equal words. O(n log n) for texts that differ.
std::vector<std::uint32_t> find_duplicates(const std::vector<DuplicateCandidate>& candidates,
                                           const WordsOf& words_of);

/// Whether at most `limit` words must be changed to make `b` of `a` (Levenshtein 1966, in a band of
/// 2 × limit + 1: O(length × limit)).
bool within_distance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                     std::size_t limit);

}  // namespace pressarkiv
