// SPDX-License-Identifier: GPL-2.0-or-later
// Exact counts of facet values over the matches of a query.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "query/search/facet_counter.h"

namespace pressarkiv::micro {
namespace {

/// Every release, or each n-th, as matches.
std::vector<Xapian::docid> matches(std::int64_t every) {
  const Xapian::Database& releases = sample_index().releases();
  std::vector<Xapian::docid> docids;
  const std::string all;  // The posting list of every document.
  std::int64_t at = 0;
  for (auto posting = releases.postlist_begin(all); posting != releases.postlist_end(all);
       ++posting) {
    if (at++ % every == 0) docids.push_back(*posting);
  }
  return docids;
}

/// Matches a second.
void count_values(benchmark::State& state, Facet facet) {
  const IndexReader& index = sample_index();
  const std::vector<Xapian::docid> docids = matches(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(count_facet(index, facet, docids, 10));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(docids.size()));
}

/// The argument: each n-th release matches.
void shares(benchmark::internal::Benchmark* made) {
  made->Arg(1)->Arg(10)->Unit(benchmark::kMicrosecond);
}
BENCHMARK_CAPTURE(count_values, subjects, Facet::kSubject)->Apply(shares);
BENCHMARK_CAPTURE(count_values, people, Facet::kPerson)->Apply(shares);
BENCHMARK_CAPTURE(count_values, years, Facet::kYear)->Apply(shares);

}  // namespace
}  // namespace pressarkiv::micro
