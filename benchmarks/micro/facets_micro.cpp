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

/// As a session does after its first count: the columns are there. Matches a second.
void count_again(benchmark::State& state, Facet facet) {
  IndexReader& index = sample_index();
  const std::vector<Xapian::docid> docids = matches(state.range(0));
  FacetColumns columns;
  benchmark::DoNotOptimize(columns.find(index.releases(), facet, index.releases().get_doccount()));
  for (auto _ : state) benchmark::DoNotOptimize(count_facet(index, columns, facet, docids, 10));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(docids.size()));
}

/// As a process that counts once.
void count_first(benchmark::State& state, Facet facet) {
  IndexReader& index = sample_index();
  const std::vector<Xapian::docid> docids = matches(state.range(0));
  for (auto _ : state) {
    FacetColumns columns;
    benchmark::DoNotOptimize(count_facet(index, columns, facet, docids, 10));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(docids.size()));
}

/// The argument: each n-th release matches.
void shares(benchmark::internal::Benchmark* made) {
  made->Arg(1)->Arg(10)->Unit(benchmark::kMicrosecond);
}
BENCHMARK_CAPTURE(count_again, subjects, Facet::kSubject)->Apply(shares);
BENCHMARK_CAPTURE(count_again, people, Facet::kPerson)->Apply(shares);
BENCHMARK_CAPTURE(count_again, years, Facet::kYear)->Apply(shares);
BENCHMARK_CAPTURE(count_first, subjects, Facet::kSubject)->Apply(shares);
BENCHMARK_CAPTURE(count_first, people, Facet::kPerson)->Apply(shares);
BENCHMARK_CAPTURE(count_first, years, Facet::kYear)->Apply(shares);

}  // namespace
}  // namespace pressarkiv::micro
