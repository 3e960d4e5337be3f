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

  const Frequencies& of_term(const std::string& text);
  /// Of a group of terms that count as one word: their sums. Cost: one pass over their postings.
  /// Stays where it is as long as the object.
  const Frequencies& of_group(const TermGroup& group);

 private:
  PostingCache& cache_;
  std::unordered_map<std::string, PostingCache::List> read_;
  std::unordered_map<std::string, Frequencies> groups_;  // By their terms, one a line.
  FrequencySum sum_;
};

}  // namespace pressarkiv
