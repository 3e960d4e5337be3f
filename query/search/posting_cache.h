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
/// every layer costs is finding the beginnings of some 450 lists, and the next query asks for many
/// of them again. Lists of more than kLongestList are read each time. Belongs to one state of one
/// index. Methods may throw Xapian::Error.
class PostingCache {
 public:
  using List = std::shared_ptr<const Frequencies>;

  static constexpr std::size_t kLongestList = 8192;
  /// 32 MB; where it has become more, all are forgotten.
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

  const Xapian::Database releases_;  // A handle: cheap to copy.
  const std::size_t most_postings_;
  std::unordered_map<std::string, List> lists_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  std::size_t kept_postings_ = 0;
  Frequencies reading_;  // The list being read.
};

}  // namespace pressarkiv
