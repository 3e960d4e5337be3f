// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases and nearness, checked on the token streams of candidates.
#include <benchmark/benchmark.h>

#include "benchmarks/micro/sample.h"
#include "query/search/pattern_matcher.h"

namespace pressarkiv::micro {
namespace {

/// The commonest words beside each other, or near: the most expensive phrase there is. Skips
/// `skipped` words, so that the next ones are rarer.
TokenPattern pattern_of(TokenPattern::Kind kind, std::size_t words, std::size_t skipped,
                        std::uint32_t distance) {
  TokenPattern pattern;
  pattern.kind = kind;
  pattern.distance = distance;
  const auto terms = common_terms(sample_index().releases(), skipped + words);
  for (std::size_t i = skipped; i < terms.size(); ++i) {
    pattern.children.push_back(any_word({{hash_word(terms[i], terms[i]), false}}));
  }
  return pattern;
}

void check_streams(benchmark::State& state, TokenPattern::Kind kind, std::uint32_t distance) {
  PatternMatcher matcher(pattern_of(kind, static_cast<std::size_t>(state.range(0)),
                                    static_cast<std::size_t>(state.range(1)), distance));
  const Columns& columns = *sample_index().columns();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    columns.each_tokens([&](std::uint32_t, const TokenStreamView& stream) {
      found += matcher.matches(stream, std::nullopt) ? 1 : 0;
    });
  }
  const auto releases = static_cast<std::int64_t>(sample_index().releases().get_doccount());
  state.SetItemsProcessed(state.iterations() * releases);
  state.counters["matches"] = static_cast<double>(found);
}
// The arguments: words of the pattern, more frequent words passed over.
BENCHMARK_CAPTURE(check_streams, phrase, TokenPattern::Kind::kOrdered, 1)
    ->Args({2, 0})
    ->Args({5, 0})
    ->Args({2, 100})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(check_streams, near, TokenPattern::Kind::kNear, 8)
    ->Args({2, 0})
    ->Args({2, 100})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pressarkiv::micro
