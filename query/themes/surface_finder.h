// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/search/index_reader.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Gives word hashes back their words: reads them where they stand. An expression is shown in the
/// spelling that most of its samples have; a capital letter only where all have it.
class SurfaceFinder {
 public:
  /// As many places of each expression are read at most …
  static constexpr std::size_t kSamples = 9;
  /// … those that come first, or places from anywhere (the same for the same places).
  enum class Samples : std::uint8_t { kFirst, kSpread };

  explicit SurfaceFinder(Samples samples) : samples_wanted_(samples) {}

  /// Notes a place of expression `item`; true where more are wanted.
  bool add(std::size_t item, std::uint32_t docid, Span span);
  bool wants(std::size_t item) const;

  /// The words of each item that has a sample; "" otherwise, and where less than `least_content` of
  /// its samples stand in the title or in running text (judge_sample). kCorrupt; may throw
  /// Xapian::Error.
  Result<std::vector<std::string>> read(IndexReader& index, Analyzer& analyzer, std::size_t items,
                                        double least_content) const;

 private:
  struct Sample {
    std::uint64_t order = 0;  // The lowest are kept.
    std::uint32_t docid = 0;
    std::size_t item = 0;
    Span span;
  };
  Samples samples_wanted_;
  std::vector<std::vector<Sample>> samples_;  // By item.
};

/// Whether an expression says when or how much instead of what: months, weekdays, numbers, or
/// nothing of three letters.
bool says_little(const std::string& expression);

}  // namespace pressarkiv
