// SPDX-License-Identifier: GPL-2.0-or-later
// Typed queries to trees.
#include <benchmark/benchmark.h>

#include "query/language/parser.h"

namespace pressarkiv::micro {
namespace {

void parse(benchmark::State& state, const std::string& query) {
  for (auto _ : state) {
    const Result<ParsedQuery> parsed = parse_query(query);
    if (!parsed) return state.SkipWithError(parsed.error().message.c_str());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(query.size()));
}
BENCHMARK_CAPTURE(parse, words, "bredband på landsbygden");
BENCHMARK_CAPTURE(parse, everything,
                  "\"bättre bemötande\" (ämne:företagande ELLER ämne:skola) -friskol* "
                  "kommun NEAR/5 klimat datum:2012..2014 rubrik:enkät");

void parse_long(benchmark::State& state) {
  std::string query;
  for (int i = 0; i < 200; ++i) query += "ord" + std::to_string(i) + " ";
  parse(state, query);
}
BENCHMARK(parse_long)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pressarkiv::micro
