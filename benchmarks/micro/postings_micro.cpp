// SPDX-License-Identifier: GPL-2.0-or-later
// The postings of all ways to meet a typed word, merged and scored.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "benchmarks/micro/sample.h"
#include "query/search/concept_scorer.h"

namespace pressarkiv::micro {
namespace {

/// One word that stands for `terms` index terms, as a word with its forms and compounds does,
/// beginning after the `skipped` most frequent ones.
Concept concept_of(std::size_t terms, std::size_t skipped) {
  std::vector<std::string> names = common_terms(sample_index().releases(), skipped + terms);
  TermGroup group;
  names.erase(names.begin(),
              names.begin() + static_cast<std::ptrdiff_t>(std::min(skipped, names.size())));
  std::sort(names.begin(), names.end());
  group.terms = std::move(names);
  Alternative alternative;
  alternative.all.push_back(std::move(group));
  Concept made;
  made.alternatives.push_back(std::move(alternative));
  return made;
}

/// Postings that a concept reads.
std::int64_t postings_of(const Concept& meant) {
  std::int64_t postings = 0;
  for (const std::string& term : meant.alternatives[0].all[0].terms) {
    postings += sample_index().releases().get_termfreq(term);
  }
  return postings;
}

/// The argument: index terms of the word. Postings a second.
void merge_postings(benchmark::State& state) {
  const Xapian::Database& releases = sample_index().releases();
  IndexMemory memory(releases, sample_index().columns());
  const RankingParameters parameters;
  const Concept meant = concept_of(static_cast<std::size_t>(state.range(0)), 40);
  for (auto _ : state) {
    ConceptScorer scorer(releases, memory, parameters);
    benchmark::DoNotOptimize(scorer.score(meant, parameters.more_evidence));
  }
  state.SetItemsProcessed(state.iterations() * postings_of(meant));
}
BENCHMARK(merge_postings)->Arg(1)->Arg(16)->Arg(256)->Unit(benchmark::kMicrosecond);

/// Three words' scores added up; scores a second.
void combine_concepts(benchmark::State& state) {
  const Xapian::Database& releases = sample_index().releases();
  IndexMemory memory(releases, sample_index().columns());
  const RankingParameters parameters;
  ConceptScorer scorer(releases, memory, parameters);
  std::vector<Scores> scores;
  std::int64_t count = 0;
  for (const std::size_t skipped : {40U, 60U, 80U}) {
    scores.push_back(scorer.score(concept_of(8, skipped), parameters.more_evidence));
    count += static_cast<std::int64_t>(scores.back().size());
  }
  for (auto _ : state) benchmark::DoNotOptimize(scorer.combine(scores));
  state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(combine_concepts)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pressarkiv::micro
