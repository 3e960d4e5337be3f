// SPDX-License-Identifier: GPL-2.0-or-later
// A release and its facts to the documents of the index: what the index costs beside reading,
// extraction and Xapian.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "benchmarks/micro/sample.h"
#include "indexer/document_builder.h"
#include "indexer/extract/extractor.h"
#include "indexer/facet_values.h"
#include "indexer/quote_documents.h"

namespace pressarkiv::micro {
namespace {

const std::vector<Facts>& sample_facts() {
  static const std::vector<Facts> facts = [] {
    const Extractor extractor;
    std::vector<Facts> all;
    for (const Release& release : sample_releases()) all.push_back(extractor.extract(release));
    return all;
  }();
  return facts;
}

/// All releases; bytes of title, lead and body a second.
void build_documents(benchmark::State& state) {
  const std::vector<Facts>& facts = sample_facts();
  const Gazetteer gazetteer;
  FacetLabels labels;
  Analyzer analyzer;
  TermTable terms;
  DocumentBuilder builder(analyzer, terms);
  for (auto _ : state) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Release& release = sample_releases()[i];
      const std::vector<FacetValue> facets = facet_values(release, facts[i], gazetteer, labels);
      benchmark::DoNotOptimize(builder.build(release, facts[i], facets, 0));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample_bytes()));
}
BENCHMARK(build_documents)->Unit(benchmark::kMillisecond);

/// The quotes of all releases.
void build_quote_documents(benchmark::State& state) {
  const std::vector<Facts>& facts = sample_facts();
  const Gazetteer gazetteer;
  FacetLabels labels;
  std::vector<std::vector<FacetValue>> facets;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    facets.push_back(facet_values(sample_releases()[i], facts[i], gazetteer, labels));
  }
  Analyzer analyzer;
  TermTable terms;
  QuoteDocuments quotes(analyzer, terms);
  std::size_t built = 0;
  for (auto _ : state) {
    built = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      built += quotes.build(sample_releases()[i], facts[i], facets[i], 0).size();
    }
  }
  state.counters["quotes"] = static_cast<double>(built);
}
BENCHMARK(build_quote_documents)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pressarkiv::micro
