// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "query/search/compiled_query.h"
#include "query/search/index_memory.h"
#include "query/search/ranking.h"
#include "query/search/scored.h"
#include "query/search/term_names.h"

namespace pressarkiv {

/// The first hits of a query and how many there are.
struct RankedList {
  std::vector<Scored> best;  ///< In the order of their rank.
  std::uint64_t total = 0;   ///< Matches; where not exact, so many at least.
  bool total_is_exact = true;
};

/// Finds a query's best releases in one index by the cheapest way there is for it:
/// - free words are scored already, all of them: their best are picked, of those that meet the
///   conditions where there are any;
/// - a phrase or nearness whose matches need not be counted is checked on the best candidates
///   first, and no further than needed; where they are counted, all candidates are checked once;
/// - everything else is Xapian's to match.
/// What free words found is then put in order by what the best have in common (feedback.h). Methods
/// may throw Xapian::Error.
class Ranker {
 public:
  /// All must outlive the ranker. `filters`: what hits must meet beside the query; `names` is asked
  /// for the terms that the best hits share.
  Ranker(const Xapian::Database& releases, IndexMemory& memory, const CompiledQuery& compiled,
         const std::optional<Xapian::Query>& filters, const RankingParameters& parameters,
         const TermNames& names);

  /// At least `most` where there are so many. `exact_total`: count all matches, whatever it costs;
  /// after all() they are counted.
  RankedList best(Xapian::doccount most, bool exact_total);

  /// The whole condition, filters and all. After all() nothing of it is checked again.
  Xapian::Query query() const;

  /// All matches, ascending; found once.
  const std::vector<Xapian::docid>& all();

 private:
  void put_in_order(std::vector<Scored>& hits);
  RankedList best_scores(const Scores& all, Xapian::doccount most);
  RankedList best_checked(Xapian::doccount most);
  std::vector<Scored> best_candidates(std::size_t most);
  RankedList best_known(const Scores& candidates, Xapian::doccount most) const;
  /// What all that matches scores, or all candidates of a phrase, where that is known or found
  /// sooner than Xapian finds it; else null. Worked out once.
  const Scores* scores();
  /// The first of scores(), in the order of their rank, where a session remembers them; else null.
  std::shared_ptr<const std::vector<Scored>> first_known();
  std::shared_ptr<const NarrowedScores> narrowed_scores(const Xapian::Query& condition);
  RankedList best_matches(Xapian::doccount most, bool exact_total) const;
  std::vector<Xapian::docid> find_all();
  Xapian::Query filtered(const Xapian::Query& query) const;

  const Xapian::Database& releases_;
  IndexMemory& memory_;
  const CompiledQuery& compiled_;
  const std::optional<Xapian::Query>& filters_;
  const RankingParameters& parameters_;
  const TermNames& names_;
  std::optional<std::vector<Xapian::docid>> all_;
  std::optional<std::optional<Scores>> term_scores_;  // Set once they were asked for.
  std::optional<Xapian::Query> condition_;            // Of scored words: filters and all.
  std::shared_ptr<const NarrowedScores> narrowed_;    // Set once they were asked for.
};

}  // namespace pressarkiv
