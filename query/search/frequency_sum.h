// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace pressarkiv {

/// How often something stands in a release (wdf).
struct Frequency {
  Xapian::docid document = 0;
  std::uint32_t frequency = 0;

  bool operator==(const Frequency&) const = default;
};

/// Ascending by document, each once.
using Frequencies = std::vector<Frequency>;

/// Adds up how often any of several words stands in each release. What is little is sorted; what is
/// much is added to a sum for each document, 4 bytes each, whatever the number of words.
class FrequencySum {
 public:
  explicit FrequencySum(Xapian::docid last_document) : last_document_(last_document) {}

  void add(Frequency one) {
    few_.push_back(one);
    if (few_.size() > last_document_ / kDocumentsAPosting) add_up();
  }
  /// What was added since the last time.
  Frequencies take();

 private:
  /// Above one posting for so many documents a sum for each document beats sorting.
  static constexpr Xapian::docid kDocumentsAPosting = 64;

  void add_up();
  Frequencies merged();
  Frequencies added_up();

  Xapian::docid last_document_;
  Frequencies few_;  // Not added up yet.
  bool is_added_up_ = false;
  // For each document the sum so far, all 0 between calls, and a bit for each that has one.
  std::vector<std::uint32_t> sums_;
  std::vector<std::uint64_t> touched_;
};

}  // namespace pressarkiv
