// SPDX-License-Identifier: GPL-2.0-or-later
// People, quotes and places of a release: the largest part of adding one.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "indexer/extract/extractor.h"

namespace pressarkiv::micro {
namespace {

/// All releases; bytes of title, lead and body a second.
void extract_facts(benchmark::State& state) {
  const Extractor extractor;
  std::size_t quotes = 0;
  for (auto _ : state) {
    quotes = 0;
    for (const Release& release : sample_releases()) {
      quotes += extractor.extract(release).quotes.size();
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
  state.counters["quotes"] = static_cast<double>(quotes);
}
BENCHMARK(extract_facts)->Unit(benchmark::kMillisecond);

/// The name tables, which each process that adds makes once.
void make_extractor(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Extractor());
}
BENCHMARK(make_extractor)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pressarkiv::micro
