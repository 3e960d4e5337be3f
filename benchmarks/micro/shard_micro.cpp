// SPDX-License-Identifier: GPL-2.0-or-later
// Documents to a shard: inverted by us in flat tables, or by Xapian in trees.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "benchmarks/micro/sample.h"
#include "indexer/document_builder.h"
#include "indexer/shard_factory.h"
#include "indexer/xapian_shard.h"

namespace pressarkiv::micro {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDocuments = 1000;
constexpr std::size_t kStep = 7;

struct Documents {
  TermTable terms;
  std::vector<IndexedDocument> all;
  std::size_t postings = 0;

  Documents() {
    Analyzer analyzer;
    DocumentBuilder builder(analyzer, terms);
    const std::vector<Release>& samples = sample_releases();
    for (std::size_t i = 0; i < kDocuments; ++i) {  // The beginning of one, the text of another.
      Release release = samples[i % samples.size()];
      release.body = samples[i * kStep % samples.size()].body;
      all.push_back(builder.build(release, {}, {}, 0));
      postings += all.back().terms.size();
    }
  }
};

void write_shards(benchmark::State& state, bool by_xapian) {
  static const Documents documents;
  const fs::path folder =
      fs::temp_directory_path() / ("pressarkiv-micro-" + std::to_string(::getpid()));
  const ShardFactory factory(folder, TermLists::kLeftOut);
  for (auto _ : state) {
    const std::unique_ptr<ShardWriter> shard =
        by_xapian ? std::make_unique<XapianShard>(folder, TermLists::kLeftOut, documents.terms)
                  : factory.make(folder, documents.terms);
    std::uint32_t docid = 0;
    for (const IndexedDocument& document : documents.all) shard->add(++docid, document);
    shard->finish();
  }
  fs::remove_all(folder);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.postings));
}

/// 1,000 releases; postings a second.
void shard_in_flat_tables(benchmark::State& state) { write_shards(state, false); }
BENCHMARK(shard_in_flat_tables)->Unit(benchmark::kMillisecond);
void shard_by_xapian(benchmark::State& state) { write_shards(state, true); }
BENCHMARK(shard_by_xapian)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pressarkiv::micro
