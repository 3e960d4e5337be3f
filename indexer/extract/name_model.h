// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/extract/name_features.h"
#include "indexer/extract/word_map.h"

namespace pressarkiv::extract {

/// A linear model of which capitalised words are a person's name, for those that the rules leave
/// open: a weight for each feature (data/name_weights.tsv, readable), learnt as an averaged
/// structured perceptron (Collins 2002) by benchmarks/train_names.cpp. Immutable, thread-safe.
class NameModel {
 public:
  /// Reads "feature TAB weight" lines. Lines with '#' first are comments.
  explicit NameModel(std::string_view table);

  float weight(std::string_view feature) const {
    const float* found = weights_.find(feature);
    return found == nullptr ? 0.0F : *found;
  }
  float score(NameFeatures& features, const NameRun& span, const NameRun& whole) const;

 private:
  WordMap<float> weights_;
};

/// The parts of a run that may be a name: from one of its capitalised words to its end, unless they
/// are barred.
std::vector<NameRun> readings_of(const NameReader& names, const NameRun& whole);

/// A reading and how much speaks for it; more than 0: a person.
struct ScoredName {
  NameRun run;
  float score = 0;
};
/// The best reading of a run; nothing for one that has none.
std::optional<ScoredName> best_reading(const NameModel& model, NameFeatures& features,
                                       const NameReader& names, const NameRun& whole);

}  // namespace pressarkiv::extract
