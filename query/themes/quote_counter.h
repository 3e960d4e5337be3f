// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/analyzer.h"
#include "query/themes/release_quotes.h"
#include "query/themes/trend_grouping.h"

namespace pressarkiv {

/// Counts the quotes of releases, and the occurrences in them, by who speaks (a number; 0 where
/// that is open). May throw Xapian::Error.
class QuoteCounter {
 public:
  /// All must outlive the counter.
  QuoteCounter(IndexReader& index, Analyzer& analyzer, const ContentTable& table)
      : index_(index), analyzer_(analyzer), table_(table), quotes_(index) {}

  /// Reads the census and ARCHIVE/names.txt.
  Status open();
  /// Names by number; the first is "".
  const std::vector<std::string>& speakers() const { return census_.speakers; }
  /// All quotes of a release, by speaker, with their words.
  std::map<std::uint32_t, GroupCounts> all_of(const ContentEntry& entry) const;
  /// The quotes that hold an occurrence, by speaker, with the occurrences in them. Reads the
  /// release's text (0.2 ms) where it has quotes.
  Result<std::map<std::uint32_t, GroupCounts>> with_occurrence(const ContentEntry& entry,
                                                               const std::vector<Span>& spans);

 private:
  std::uint32_t number_of(const std::string& speaker);

  IndexReader& index_;
  Analyzer& analyzer_;
  const ContentTable& table_;
  ReleaseQuotes quotes_;
  NameAliases aliases_;
  QuoteCensus census_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace pressarkiv
