// SPDX-License-Identifier: GPL-2.0-or-later
// What the language layers cost a query before a single posting is read.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "query/expansion/query_expander.h"

namespace pressarkiv::micro {
namespace {

constexpr std::size_t kWords = 200;

/// Word forms of the index, spread over the alphabet; with `slips`, two letters of each change
/// places, so that most are unknown.
std::vector<std::string> words(bool slips) {
  const std::vector<VocabularyForm> forms = sample_index().vocabulary()->all();
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < forms.size(); i += 1 + forms.size() / kWords) {
    chosen.push_back(forms[i].form);
    std::string& word = chosen.back();
    const std::size_t middle = word.size() / 2;
    const bool ascii = middle > 0 && (word[middle] & word[middle - 1] & 0x80) == 0;
    if (slips && ascii) std::swap(word[middle], word[middle - 1]);
  }
  return chosen;
}

/// A word a turn, with every layer; words a second.
void expand_words(benchmark::State& state, bool slips) {
  Analyzer analyzer;
  Synonyms synonyms(analyzer);
  synonyms.add_built_in();
  const Gazetteer gazetteer;
  PlaceTree places(gazetteer);
  const ExpansionSources sources{*sample_index().vocabulary(), synonyms, places, analyzer};
  QueryExpander expander(sources, ExpansionLayers{}, ExpansionWeights{});
  const std::vector<std::string> typed = words(slips);
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(expander.expand({typed[at]}));
    at = (at + 1) % typed.size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(expand_words, known, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(expand_words, misspelt, true)->Unit(benchmark::kMicrosecond);

/// What a process pays once before its first query with every layer.
void read_synonyms(benchmark::State& state) {
  for (auto _ : state) {
    Analyzer analyzer;
    Synonyms synonyms(analyzer);
    synonyms.add_built_in();
    benchmark::DoNotOptimize(synonyms.longest());
  }
}
BENCHMARK(read_synonyms)->Unit(benchmark::kMillisecond);

/// The same, with what lies in one county.
void make_places(benchmark::State& state) {
  for (auto _ : state) {
    const Gazetteer gazetteer;
    PlaceTree places(gazetteer);
    benchmark::DoNotOptimize(places.find("norrbotten"));
  }
}
BENCHMARK(make_places)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pressarkiv::micro
