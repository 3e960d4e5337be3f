// SPDX-License-Identifier: GPL-2.0-or-later
// The passages of one hit.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "query/search/highlighter.h"
#include "query/search/snippet_maker.h"

namespace pressarkiv::micro {
namespace {

constexpr std::size_t kTargets = 3;
constexpr std::size_t kShortestWord = 5;
constexpr std::uint32_t kSnippetBytes = 300;

/// What a search for the longer words of a headline would mark.
std::vector<HighlightTarget> targets_of(const Release& release, Analyzer& analyzer) {
  AnalyzedText title;
  analyzer.analyze(release.title, title);
  std::vector<HighlightTarget> targets;
  for (const Token& token : title.tokens()) {
    if (targets.size() == kTargets) break;
    if (token.kind != TokenKind::kMain || token.form.size() < kShortestWord) continue;
    targets.emplace_back().terms = {std::string(token.term)};
  }
  return targets;
}

/// A release a turn, as search makes the passages of each of its ten hits; releases a second.
void make_passages(benchmark::State& state) {
  Analyzer analyzer;
  const std::vector<Release>& releases = sample_releases();
  std::vector<std::vector<HighlightTarget>> targets;
  for (const Release& release : releases) targets.push_back(targets_of(release, analyzer));
  std::size_t at = 0;
  for (auto _ : state) {
    Highlighter highlighter(analyzer, targets[at]);
    benchmark::DoNotOptimize(make_snippets(releases[at], highlighter, targets[at], kSnippetBytes));
    at = (at + 1) % releases.size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(make_passages)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pressarkiv::micro
