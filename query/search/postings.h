// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/expansion/expansion.h"

namespace pressarkiv {

/// How often something stands in a release (wdf).
struct Frequency {
  Xapian::docid document = 0;
  std::uint32_t frequency = 0;
};

/// Ascending by document, each once.
using Frequencies = std::vector<Frequency>;

/// The postings of one query's terms: each term is read from the index once, however many ways to
/// meet a word name it (the compounds of a word hold the word, the parts of a compound are looked
/// for together and alone). Methods may throw Xapian::Error.
class Postings {
 public:
  /// `releases` must outlive the object.
  explicit Postings(const Xapian::Database& releases) : releases_(releases) {}

  const Frequencies& of_term(const std::string& text);
  /// Of a group of terms that count as one word: their sums. Cost: one pass over their postings.
  /// Stays where it is as long as the object.
  const Frequencies& of_group(const TermGroup& group);

 private:
  Frequencies merged(const std::vector<const Frequencies*>& lists);
  Frequencies added_up(const std::vector<const Frequencies*>& lists);

  const Xapian::Database& releases_;
  std::unordered_map<std::string, Frequencies> read_;
  std::unordered_map<std::string, Frequencies> groups_;  // By their terms, one a line.
  // For each document the sum so far, all 0 between calls, and a bit for each that has one.
  std::vector<std::uint32_t> sums_;
  std::vector<std::uint64_t> touched_;
};

}  // namespace pressarkiv
