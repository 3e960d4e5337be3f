// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/search/highlight_target.h"
#include "query/search/scored.h"
#include "query/search/search_result.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// How the scores of free words came about, for explaining hits.
struct ScoreSteps {
  std::vector<std::string> words;  ///< What was typed, a concept each …
  std::vector<Scores> concepts;    ///< … and what each is worth.
  Scores all_words;                ///< Their sum, with the bonus for all of them.
  Scores nearness;                 ///< The same with the bonus for a passage that holds them.
};

/// A phrase or nearness taken apart: what has all its words, and where these must stand.
struct UncheckedPhrase {
  Xapian::Query candidates;
  TokenPattern pattern;
  std::optional<Section> section;
  /// Set where the candidates are what holds all of these different index terms.
  std::vector<std::string> terms = {};
};

/// A query ready to run against one index.
struct CompiledQuery {
  Xapian::Query query;
  /// Set where the query is free words, and conditions that only select at most: all that the words
  /// find, scored already.
  std::shared_ptr<const Scores> scores;
  /// The first of `scores` in the order of their rank, where they are known; else null.
  std::shared_ptr<const std::vector<Scored>> best;
  /// What of `scores` matches, where that is not all.
  std::optional<Xapian::Query> condition;
  /// Set where the query is that all of these different index terms stand in the running text.
  std::vector<std::string> all_of;
  std::optional<UncheckedPhrase> unchecked;  ///< Set where it is one of these.
  bool has_free_words = false;               ///< Words that are searched in all that they may mean.
  bool ranked = false;  ///< False: nothing in it has a weight, so relevance has no meaning.
  std::vector<HighlightTarget> highlights;
  std::vector<ExplanationLine> explanation;  ///< Where it was asked for.
  std::vector<std::string> notes;
  ScoreSteps steps;
};

}  // namespace pressarkiv
