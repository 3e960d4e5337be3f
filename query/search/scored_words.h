// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/expansion/expansion.h"
#include "query/search/highlight_target.h"
#include "query/search/ranking.h"
#include "query/search/scored.h"

namespace pressarkiv {

/// What the free words of a query find.
struct ScoredWords {
  static constexpr std::size_t kMostBest = 256;

  std::shared_ptr<const Scores> scores;  ///< Never null.
  std::vector<Scored> best;  ///< The kMostBest first of them, in the order of their rank: enough
                             ///< for what orders the first hits anew, and for some pages.
  std::vector<HighlightTarget> highlights;
  std::vector<std::string> notes;  ///< For people: what was searched for instead.
};

/// What a session's free words found: who turns a page, narrows a search down by a filter or a
/// date, counts facets or orders hits anew asks for the same words again. Belongs to one state of
/// one index.
class ScoredWordsMemo {
 public:
  using Found = std::shared_ptr<const ScoredWords>;

  /// 64 MB of scores, those of some 70 queries among 200,000 releases; where it would become more,
  /// all are forgotten. What alone is more is not kept.
  static constexpr std::size_t kMostScores = std::size_t{4} << 20U;

  explicit ScoredWordsMemo(std::size_t most_scores = kMostScores) : most_scores_(most_scores) {}

  /// Null where it is not known. `words` are those that are searched, in their order. What other
  /// settings found is forgotten.
  Found find(const std::vector<std::string>& words, const ExpansionLayers& layers,
             const RankingParameters& parameters);
  /// Of the settings that were last asked for.
  void keep(const std::vector<std::string>& words, Found found);

 private:
  /// What the words to mark take beside the scores, some 300 of them, in scores.
  static constexpr std::size_t kScoresOfWords = 1024;

  struct Settings {
    ExpansionLayers layers;
    RankingParameters parameters;
    bool operator==(const Settings&) const = default;
  };

  void forget();

  const std::size_t most_scores_;
  std::size_t kept_scores_ = 0;
  std::optional<Settings> settings_;
  std::unordered_map<std::string, Found> found_;  // By the words, one a line.
};

}  // namespace pressarkiv
