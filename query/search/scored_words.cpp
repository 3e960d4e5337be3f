// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/scored_words.h"

#include <utility>

namespace pressarkiv {
namespace {

std::string key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key.append(word).push_back('\n');
  return key;
}

}  // namespace

ScoredWordsMemo::Found ScoredWordsMemo::find(const std::vector<std::string>& words,
                                             const ExpansionLayers& layers,
                                             const RankingParameters& parameters) {
  const Settings asked{layers, parameters};
  if (settings_ != asked) {
    forget();
    settings_ = asked;
  }
  const auto known = found_.find(key_of(words));
  return known == found_.end() ? nullptr : known->second;
}

void ScoredWordsMemo::keep(const std::vector<std::string>& words, Found found) {
  const std::size_t size = found->scores->size() + kScoresOfWords;
  if (size > most_scores_) return;
  if (kept_scores_ + size > most_scores_) forget();
  if (found_.emplace(key_of(words), std::move(found)).second) kept_scores_ += size;
}

void ScoredWordsMemo::forget() {
  found_.clear();
  kept_scores_ = 0;
}

}  // namespace pressarkiv
