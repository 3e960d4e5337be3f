// SPDX-License-Identifier: GPL-2.0-or-later
// The stored release: unpacked for every snippet, packed once.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "common/schema/stored_release.h"

namespace pressarkiv::micro {
namespace {

void decode_stored(benchmark::State& state) {
  std::vector<std::string> stored;
  for (const Release& release : sample_releases()) stored.push_back(encode_release(release));
  std::size_t at = 0;
  for (auto _ : state) {
    const Result<Release> release = decode_release(stored[at]);
    if (!release) return state.SkipWithError("a stored release cannot be decoded");
    at = (at + 1) % stored.size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decode_stored)->Unit(benchmark::kMicrosecond);

void encode_stored(benchmark::State& state) {
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(encode_release(sample_releases()[at]));
    at = (at + 1) % sample_releases().size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(encode_stored)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pressarkiv::micro
