// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/nearness.h"

#include <algorithm>
#include <bit>
#include <bitset>
#include <unordered_map>

#include "common/schema/token_stream.h"

namespace pressarkiv {
namespace {

using ConceptBits = std::uint32_t;
constexpr std::size_t kMostConcepts = 32;

/// Which concepts each term speaks for.
class ConceptTerms {
 public:
  explicit ConceptTerms(const std::vector<Concept>& concepts);

  ConceptBits of(std::uint32_t term) const {
    if (!seen_.test(term % kFilterBits)) return 0;
    const auto found = bits_.find(term);
    return found == bits_.end() ? 0 : found->second;
  }

 private:
  static constexpr std::size_t kFilterBits = 4096;

  std::unordered_map<std::uint32_t, ConceptBits> bits_;
  std::bitset<kFilterBits> seen_;  // Low bits of the terms: turns away most words.
};

ConceptTerms::ConceptTerms(const std::vector<Concept>& concepts) {
  for (std::size_t i = 0; i < std::min(concepts.size(), kMostConcepts); ++i) {
    for (const Alternative& alternative : concepts[i].alternatives) {
      // A part of a word says too little, and of several words only all together speak.
      if (alternative.all.size() != 1 || alternative.reason == ExpansionReason::kOnePart) continue;
      for (const std::string& term : alternative.all.front().terms) {
        const std::uint32_t hash = hash_word(term, term).term;
        bits_[hash] |= ConceptBits{1} << i;
        seen_.set(hash % kFilterBits);
      }
    }
  }
}

/// The most concepts within one passage of a section.
int most_together(const TokenStreamView& stream, const ConceptTerms& terms) {
  std::vector<ConceptBits> of_row(stream.row_count());
  for (std::uint32_t row = 0; row < stream.row_count(); ++row) {
    of_row[row] = terms.of(stream.row(row).term);
  }
  int most = 0;
  for (const Section section : {Section::kTitle, Section::kLead, Section::kBody}) {
    struct Place {
      std::uint32_t position;
      ConceptBits bits;
    };
    std::vector<Place> recent;  // Those of the passage that ends here.
    const SectionRange range = stream.section(section);
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      const ConceptBits bits = of_row[stream.word(at)];
      if (bits == 0) continue;
      std::erase_if(recent, [&](const Place& place) {
        return place.position + kPassageWords <= at || place.bits == bits;
      });
      recent.push_back({at, bits});
      ConceptBits together = 0;
      for (const Place& place : recent) together |= place.bits;
      most = std::max(most, std::popcount(together));
    }
  }
  return most;
}

}  // namespace

void add_nearness(const Columns& columns, const std::vector<Concept>& concepts, double bonus,
                  Scores& scores) {
  if (concepts.size() < 2 || bonus <= 0) return;
  const ConceptTerms terms(concepts);
  ColumnReader reader(columns, Column::kTokens);
  for (Scored* one : best_of(scores, kNearnessDepth)) {
    const int together = most_together(reader.tokens(one->document), terms);
    const double share = std::max(0, together - 1) /
                         static_cast<double>(std::min(concepts.size(), kMostConcepts) - 1);
    one->weight *= 1 + bonus * std::min(1.0, share);
  }
}

}  // namespace pressarkiv
