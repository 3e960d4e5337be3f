// SPDX-License-Identifier: GPL-2.0-or-later
// Compounds and lemmas of single words, over all word forms of the index.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "common/language/language_model.h"

namespace pressarkiv::micro {
namespace {

const std::vector<VocabularyForm>& forms() {
  static const std::vector<VocabularyForm> all = sample_index().vocabulary()->all();
  return all;
}

/// Each form cut at full depth; words a second.
void split_compounds(benchmark::State& state) {
  const LanguageModel& model = sample_index().vocabulary()->model();
  std::size_t compounds = 0;
  for (auto _ : state) {
    compounds = 0;
    for (const VocabularyForm& form : forms()) compounds += model.split(form.form).count > 0;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(forms().size()));
  state.counters["compounds"] = static_cast<double>(compounds);
}
BENCHMARK(split_compounds)->Unit(benchmark::kMillisecond);

/// The lemmas that each form is filed under.
void lemma_keys(benchmark::State& state) {
  const LanguageModel& model = sample_index().vocabulary()->model();
  WordKeys keys;
  for (auto _ : state) {
    for (const VocabularyForm& form : forms()) {
      model.keys(form.form, keys);
      benchmark::DoNotOptimize(keys.size());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(forms().size()));
}
BENCHMARK(lemma_keys)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pressarkiv::micro
