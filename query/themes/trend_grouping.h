// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/search/index_reader.h"
#include "query/themes/occurrence_scanner.h"
#include "query/themes/trend_result.h"

namespace pressarkiv {

/// A line of a split trend: a facet value, a speaker, a word.
using TrendGroup = std::uint32_t;
inline constexpr TrendGroup kEveryGroup = 0;        ///< Where there is no split.
inline constexpr TrendGroup kNoGroup = 0xFFFFFFFF;  ///< "Everything else"; facet ids have 24 bits.

/// What one release gives to one group.
struct GroupCounts {
  TrendGroup group = kEveryGroup;
  std::uint64_t words = 0;        ///< Of a denominator.
  std::uint64_t occurrences = 0;  ///< Of a query.
  std::uint64_t quotes = 0;       ///< All of them, or those with an occurrence.
};

/// How a trend is split: says for each release which groups it counts in. May throw Xapian::Error.
class TrendGrouping {
 public:
  virtual ~TrendGrouping() = default;

  /// Reads what is needed once.
  virtual Status open() { return Done{}; }
  /// Called before each query.
  virtual Status start(const std::string&) { return Done{}; }
  /// The denominators of a counted release with so many counted words; releases come ascending.
  virtual std::vector<GroupCounts> all_of(const ContentEntry& entry, std::uint32_t words) = 0;
  /// What its occurrences give; releases come ascending for each query.
  virtual Result<std::vector<GroupCounts>> counts_of(const ContentEntry& entry,
                                                     const std::vector<Span>& spans) = 0;
  virtual std::string label(TrendGroup group) const = 0;
  /// The group whose denominators a group has.
  virtual TrendGroup denominator_of(TrendGroup group) const { return group; }
  /// What the reader must know of the groups, in Swedish; "" where nothing.
  virtual std::string note() const { return {}; }
};

/// The grouping that a request asks for; all must outlive it.
std::unique_ptr<TrendGrouping> make_grouping(IndexReader& index, Analyzer& analyzer,
                                             const ContentTable& table,
                                             const OccurrenceScanner& scanner,
                                             const TrendRequest& request);

}  // namespace pressarkiv
