// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_checker.h"

#include <algorithm>
#include <future>
#include <span>
#include <thread>

#include "query/search/pattern_matcher.h"

namespace pressarkiv {
namespace {

using Documents = std::vector<std::uint32_t>;

/// Releases that are worth a thread: a millisecond or so of work.
constexpr std::size_t kCandidatesAThread = 4000;

Documents check(const Columns& columns, const TokenPattern& pattern, std::optional<Section> section,
                std::span<const std::uint32_t> candidates) {
  Documents found;
  ColumnReader reader(columns, Column::kTokens);
  PatternMatcher matcher(pattern);
  for (const std::uint32_t candidate : candidates) {
    if (matcher.matches(reader.tokens(candidate), section)) found.push_back(candidate);
  }
  return found;
}

}  // namespace

Documents matching_candidates(const Columns& columns, const TokenPattern& pattern,
                              std::optional<Section> section, const Documents& candidates,
                              unsigned threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t parts =
      std::clamp<std::size_t>(candidates.size() / kCandidatesAThread, 1, threads);
  const auto part = [&](std::size_t number) {
    const std::size_t begin = candidates.size() * number / parts;
    const std::size_t end = candidates.size() * (number + 1) / parts;
    return std::span(candidates).subspan(begin, end - begin);
  };
  std::vector<std::future<Documents>> others;
  for (std::size_t i = 1; i < parts; ++i) {
    others.push_back(std::async(std::launch::async,
                                [&, i] { return check(columns, pattern, section, part(i)); }));
  }
  Documents found = check(columns, pattern, section, part(0));
  for (std::future<Documents>& other : others) {
    const Documents more = other.get();
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace pressarkiv
