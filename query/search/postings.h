// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

#include "query/expansion/expansion.h"
#include "query/search/frequency_sum.h"
#include "query/search/posting_cache.h"

namespace pressarkiv {

/// The postings of one query's terms: each term is read from the index once, however many ways to
/// meet a word name it (the compounds of a word hold the word, the parts of a compound are looked
/// for together and alone). Methods may throw Xapian::Error.
class Postings {
 public:
  /// `cache` must outlive the object.
  Postings(const Xapian::Database& releases, PostingCache& cache)
      : cache_(cache), sum_(releases.get_lastdocid()) {}

  /// Of a group of terms that count as one word: their sums. Cost: one pass over their postings.
  /// Once for a list of terms (SharedWords::is). Stays where it is as long as the object.
  const Frequencies& of_group(const TermGroup& group);

 private:
  struct Group {
    SharedWords terms;  // Held, so that no other list comes to lie where this one does.
    PostingCache::List postings;
  };

  PostingCache::List of_term(const std::string& text);
  PostingCache::List sum_of(const SharedWords& terms);

  PostingCache& cache_;
  std::unordered_map<std::string, PostingCache::List> long_;  // The cache may not keep these.
  std::unordered_map<const std::string*, Group> groups_;      // By where their terms lie.
  FrequencySum sum_;
};

}  // namespace pressarkiv
