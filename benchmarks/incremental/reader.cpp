// SPDX-License-Identifier: GPL-2.0-or-later
// Searches an archive again and again in one process while others write, and checks what it is
// told. usage: incremental_reader ARCHIVE QUERY TOTAL… Every answer must be one of the TOTALs, and
// none smaller than one before. Ends on SIGTERM with one line: searches<TAB>errors<TAB>wrong
// answers<TAB>slowest ms<TAB>last total; status 1 after an error or a wrong answer. Each of these
// is named on standard error, ten at most.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "query/search/searcher.h"

namespace {

using namespace pressarkiv;

volatile std::sig_atomic_t stopped = 0;
void stop(int /*signal*/) { stopped = 1; }

/// What was seen so far.
struct Tally {
  std::uint64_t searches = 0;
  std::uint64_t errors = 0;
  std::uint64_t wrong = 0;
  double slowest_ms = 0;
  std::uint64_t last_total = 0;
};

constexpr std::uint64_t kMostNamed = 10;

void take(const Result<SearchResult>& result, const std::vector<std::uint64_t>& expected,
          Tally& tally) {
  ++tally.searches;
  const bool name_it = tally.errors + tally.wrong < kMostNamed;
  if (!result) {
    ++tally.errors;
    if (name_it) std::fprintf(stderr, "incremental_reader: %s\n", result.error().message.c_str());
    return;
  }
  const bool known = std::find(expected.begin(), expected.end(), result->total) != expected.end();
  if (!known || result->total < tally.last_total) {
    ++tally.wrong;
    if (name_it) {
      std::fprintf(stderr, "incremental_reader: %llu releases after %llu\n",
                   static_cast<unsigned long long>(result->total),
                   static_cast<unsigned long long>(tally.last_total));
    }
  }
  tally.last_total = result->total;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: incremental_reader ARCHIVE QUERY TOTAL...\n");
    return 2;
  }
  std::vector<std::uint64_t> expected;
  for (int i = 3; i < argc; ++i) expected.push_back(std::strtoull(argv[i], nullptr, 10));
  Result<Searcher> searcher = Searcher::open({argv[1]});
  if (!searcher) {
    std::fprintf(stderr, "incremental_reader: %s\n", searcher.error().message.c_str());
    return 2;
  }
  std::signal(SIGTERM, stop);
  SearchRequest request;
  request.query = argv[2];
  Tally tally;
  while (stopped == 0) {
    const auto begin = std::chrono::steady_clock::now();
    take(searcher->search(request), expected, tally);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    tally.slowest_ms = std::max(tally.slowest_ms, took.count());
  }
  std::printf("%llu\t%llu\t%llu\t%.1f\t%llu\n", static_cast<unsigned long long>(tally.searches),
              static_cast<unsigned long long>(tally.errors),
              static_cast<unsigned long long>(tally.wrong), tally.slowest_ms,
              static_cast<unsigned long long>(tally.last_total));
  return tally.errors + tally.wrong > 0 ? 1 : 0;
}
