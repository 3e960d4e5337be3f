// SPDX-License-Identifier: GPL-2.0-or-later
// Text to tokens: what every release costs once and every snippet again.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "common/text/analyzer.h"

namespace pressarkiv::micro {
namespace {

/// All bodies; bytes a second.
void analyze_bodies(benchmark::State& state) {
  Analyzer analyzer;
  AnalyzedText analyzed;
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const Release& release : sample_releases()) {
      analyzer.analyze(release.body, analyzed);
      benchmark::DoNotOptimize(analyzed.length());
      bytes += release.body.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(analyze_bodies)->Unit(benchmark::kMillisecond);

/// One typed word to its term, as queries do.
void term_of_word(benchmark::State& state) {
  Analyzer analyzer;
  for (auto _ : state) benchmark::DoNotOptimize(analyzer.term_of("företagarklimatet"));
}
BENCHMARK(term_of_word);

}  // namespace
}  // namespace pressarkiv::micro
