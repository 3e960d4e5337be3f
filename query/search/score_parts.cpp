// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/score_parts.h"

#include <algorithm>

namespace pressarkiv {
namespace {

constexpr double kLeastShown = 0.005;

double weight_in(const Scores& scores, Xapian::docid document) {
  const auto found = std::lower_bound(
      scores.begin(), scores.end(), document,
      [](const Scored& one, Xapian::docid wanted) { return one.document < wanted; });
  return found == scores.end() || found->document != document ? 0 : found->weight;
}

}  // namespace

std::vector<ScorePart> score_parts(const ScoreSteps& steps, Xapian::docid document, double score) {
  std::vector<ScorePart> parts;
  const auto add = [&](const std::string& what, double weight) {
    if (weight >= kLeastShown) parts.push_back({what, weight});
  };
  double sum = 0;
  for (std::size_t i = 0; i < steps.concepts.size(); ++i) {
    const double weight = weight_in(steps.concepts[i], document);
    add(steps.words[i], weight);
    sum += weight;
  }
  const double all_words = weight_in(steps.all_words, document);
  const double nearness = weight_in(steps.nearness, document);
  add("alla ord", all_words - sum);
  add("orden nära varandra", nearness - all_words);
  add(steps.concepts.empty() ? "frågan" : "annat, som mycket gemensamt med de bästa träffarna",
      score - nearness);
  return parts;
}

}  // namespace pressarkiv
