// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/shared_terms.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "common/hash_index.h"
#include "common/schema/fields.h"
#include "common/schema/token_stream.h"
#include "common/text/stopwords.h"

namespace pressarkiv {
namespace {

constexpr std::uint32_t kFewestReleases = 2;  // Of the hits that a term must stand in.
constexpr std::uint32_t kMostOften = 20;      // More in one release say no more.

/// A term of the hits, what it makes up of them, and how many hold it.
struct SharedTerm {
  std::uint32_t hash = 0;
  std::uint32_t hits = 0;
  std::uint32_t frequency = 0;  // In the hit at hand.
  double share = 0;
};

/// Counts the terms of one hit after the other.
class TermCounter {
 public:
  /// `worth`: what one occurrence adds.
  void add(const TokenStreamView& stream, double worth) {
    count_rows(stream);
    found_.clear();
    for (std::uint32_t row = 0; row < stream.row_count(); ++row) {
      if (rows_[row] == 0) continue;
      SharedTerm& term = term_of(stream.row(row).term);
      // Several forms of one term are one.
      if (term.frequency == 0) found_.push_back(static_cast<std::uint32_t>(&term - terms_.data()));
      term.frequency += rows_[row];
    }
    for (const std::uint32_t number : found_) {
      SharedTerm& term = terms_[number];
      term.share += worth * std::min(std::exchange(term.frequency, 0), kMostOften);
      ++term.hits;
    }
  }

  const std::vector<SharedTerm>& terms() const { return terms_; }

 private:
  /// The weighted number of times that each word of the stream stands in its ranked text.
  void count_rows(const TokenStreamView& stream) {
    constexpr std::array kWeights{std::pair{Section::kTitle, kTitleWeight},
                                  std::pair{Section::kLead, kLeadWeight},
                                  std::pair{Section::kBody, kBodyWeight}};
    rows_.assign(stream.row_count(), 0);
    for (const auto& [section, weight] : kWeights) {
      const SectionRange range = stream.section(section);
      for (std::uint32_t at = range.begin; at < range.end; ++at) rows_[stream.word(at)] += weight;
    }
    const SectionRange beside = stream.beside();
    for (std::uint32_t at = beside.begin; at < beside.end; ++at) ++rows_[stream.word(at)];
  }

  SharedTerm& term_of(std::uint32_t hash) {
    const std::uint32_t known =
        index_.find(hash, [&](std::uint32_t number) { return terms_[number].hash == hash; });
    if (known != HashIndex::kNone) return terms_[known];
    index_.insert(hash, static_cast<std::uint32_t>(terms_.size()));
    terms_.push_back({hash, 0, 0, 0});
    return terms_.back();
  }

  std::vector<SharedTerm> terms_;
  HashIndex index_;                   // Of terms_.
  std::vector<std::uint32_t> rows_;   // Of the stream at hand.
  std::vector<std::uint32_t> found_;  // Terms of it.
};

}  // namespace

std::vector<WeightedTerm> shared_terms(IndexMemory& memory, const TermNames& names,
                                       std::span<const Scored> best) {
  std::vector<Scored> hits(best.begin(), best.end());  // In the order in which streams are read.
  std::sort(hits.begin(), hits.end(),
            [](const Scored& a, const Scored& b) { return a.document < b.document; });
  TermCounter counter;
  ColumnReader reader(*memory.columns, Column::kTokens);
  for (const Scored& hit : hits) {
    const double credit = hit.weight / best.front().weight;
    counter.add(reader.tokens(hit.document), credit / (memory.lengths[hit.document] + 50.0));
  }
  std::vector<WeightedTerm> terms;
  for (const SharedTerm& one : counter.terms()) {
    if (one.hits < kFewestReleases) continue;
    std::string name(names(one.hash));
    if (name.empty() || !is_theme_word(name) || is_stopword(name)) continue;
    terms.push_back({std::move(name), one.share, 0});
  }
  return terms;
}

}  // namespace pressarkiv
