// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pressarkiv {
namespace {

constexpr Xapian::doccount kFewestReleases = 2;  ///< Of the hits that a term must stand in.
constexpr std::size_t kCandidates = 150;
constexpr double kMostCommon = 0.1;  ///< Terms of more than this share of the archive say nothing.

}  // namespace

std::vector<WeightedTerm> feedback_terms(const Xapian::Database& releases, const Xapian::MSet& best,
                                         const RankingParameters& parameters) {
  struct Seen {
    double share = 0;
    Xapian::doccount hits = 0;
  };
  std::unordered_map<std::string, Seen> seen;
  const double top = best.empty() ? 1 : best.begin().get_weight();
  for (auto hit = best.begin(); hit != best.end(); ++hit) {
    const double length = releases.get_doclength(*hit) + 50.0;
    const double credit = hit.get_weight() / top;
    for (auto term = releases.termlist_begin(*hit); term != releases.termlist_end(*hit); ++term) {
      const std::string text = *term;
      if (!is_theme_word(text) || term.get_wdf() == 0) continue;
      Seen& one = seen[text];
      one.share += credit * std::min<double>(term.get_wdf(), 20) / length;
      ++one.hits;
    }
  }
  std::vector<WeightedTerm> terms;
  for (const auto& [term, one] : seen) {
    if (one.hits >= kFewestReleases) terms.push_back({term, one.share});
  }
  sort_by_weight(terms);
  // Looking up how common a term is costs more than all else: only for those that may matter.
  if (terms.size() > kCandidates) terms.resize(kCandidates);
  const double documents = releases.get_doccount();
  for (WeightedTerm& term : terms) {
    const double frequency = releases.get_termfreq(term.term);
    term.weight *=
        frequency > kMostCommon * documents ? 0 : std::log((documents + 1) / (frequency + 0.5));
  }
  std::erase_if(terms, [](const WeightedTerm& term) { return term.weight <= 0; });
  sort_by_weight(terms);
  if (terms.size() > static_cast<std::size_t>(parameters.feedback_terms)) {
    terms.resize(static_cast<std::size_t>(parameters.feedback_terms));
  }
  for (std::size_t i = terms.size(); i-- > 0;) terms[i].weight /= terms.front().weight;
  return terms;
}

Xapian::Query with_feedback(const Xapian::Query& query, const std::vector<WeightedTerm>& terms,
                            double weight) {
  if (terms.empty()) return query;
  std::vector<Xapian::Query> parts;
  for (const WeightedTerm& term : terms) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                       weight * term.weight);
  }
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, query,
                       Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()));
}

}  // namespace pressarkiv
