// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>

#include "query/search/frequency_sum.h"

namespace pressarkiv {

/// Posting lists and frequencies of terms that a session has looked up. Most of what a query with
/// every layer costs is finding the beginnings of some 450 lists, in a large archive also reading
/// the long ones, and the next query asks for many of them again. Belongs to one state of one
/// index. Methods may throw Xapian::Error.
class PostingCache {
 public:
  using List = std::shared_ptr<const Frequencies>;

  static constexpr std::size_t kLongestShort = 8192;
  /// 32 MB of short lists and as much of long ones; where either would become more, all of its kind
  /// are forgotten. A list that alone is more is read each time.
  static constexpr std::size_t kMostPostings = std::size_t{4} << 20U;

  explicit PostingCache(const Xapian::Database& releases, std::size_t most_postings = kMostPostings)
      : releases_(releases), most_postings_(most_postings) {}

  /// The postings of an index term, however many.
  List postings(const std::string& term);
  /// The same where they are not many; else null.
  List short_postings(const std::string& term);
  Xapian::doccount frequency(const std::string& term);

 private:
  static constexpr std::size_t kMostFrequencies = 200000;

  struct Pool {
    std::unordered_map<std::string, List> lists;
    std::size_t postings = 0;
  };

  /// Null where it is not kept.
  List kept(const std::string& term) const;
  void keep(const std::string& term, const List& list);

  const Xapian::Database releases_;  // A handle: cheap to copy.
  const std::size_t most_postings_;
  Pool short_;  // Many and cheap to read; few long ones must not push them out.
  Pool long_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  Frequencies reading_;  // The list being read.
};

}  // namespace pressarkiv
