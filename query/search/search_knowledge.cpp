// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search_knowledge.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "common/vocabulary/abbreviations.h"

namespace pressarkiv {
namespace {

/// Releases that must explain an abbreviation before it is believed: one may be a slip.
constexpr std::uint32_t kFewestExplanations = 2;

}  // namespace

Synonyms& SearchKnowledge::synonyms(const IndexReader& index) {
  if (synonyms_ && synonyms_of_ == index.generation()) return *synonyms_;
  synonyms_ = std::make_unique<Synonyms>(analyzer_);
  synonyms_of_ = index.generation();
  problem_.clear();
  synonyms_->add_built_in();
  const auto generation = GenerationLayout{index.layout().generation(index.generation())};
  const Result<AbbreviationCounts> mined = read_abbreviations(generation.lexicon());
  if (mined) {
    for (const auto& [pair, releases] : *mined) {
      if (releases >= kFewestExplanations) synonyms_->add_pair(pair.first, pair.second);
    }
  } else {
    problem_ = mined.error().message;
  }
  const std::string own = index.layout().synonyms().string();
  if (std::ifstream file(own); file) {
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (const Status added = synonyms_->add(std::move(text), own); !added)
      problem_ = added.error().message;
  }
  return *synonyms_;
}

IndexMemory& SearchKnowledge::memory(const IndexReader& index) {
  const std::string state =
      index.generation() + " " + std::to_string(index.releases().get_revision());
  if (!memory_ || memory_of_ != state) {
    memory_ = std::make_unique<IndexMemory>(index.releases(), index.columns());
    memory_of_ = state;
  }
  return *memory_;
}

PlaceTree& SearchKnowledge::places(const Gazetteer& gazetteer) {
  if (!places_) places_ = std::make_unique<PlaceTree>(gazetteer);
  return *places_;
}

}  // namespace pressarkiv
