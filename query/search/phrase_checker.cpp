// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_checker.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

#include "query/search/pattern_matcher.h"
#include "query/search/token_reader.h"

namespace pressarkiv {
namespace {

using Documents = std::vector<Xapian::docid>;

Documents check(const Xapian::Database& releases, const TokenPattern& pattern,
                std::optional<Section> section, std::span<const Xapian::docid> candidates,
                KeptStreams& streams) {
  Documents found;
  TokenReader reader(releases);
  PatternMatcher matcher(pattern);
  for (const Xapian::docid candidate : candidates) {
    const TokenStreamView stream(streams.read(candidate, reader));
    if (matcher.matches(stream, section)) found.push_back(candidate);
  }
  return found;
}

}  // namespace

PhraseChecker::PhraseChecker(OpenAgain open_again, unsigned threads)
    : open_again_(std::move(open_again)),
      threads_(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}

void PhraseChecker::open_handles(std::size_t wanted) {
  while (handles_.size() < wanted) {
    std::optional<Xapian::Database> handle = open_again_();
    if (!handle) return;
    handles_.push_back(std::move(*handle));
  }
}

Documents PhraseChecker::matches(const Xapian::Database& releases, const TokenPattern& pattern,
                                 std::optional<Section> section, KeptStreams& streams,
                                 const Documents& candidates) {
  const std::size_t wanted =
      std::clamp<std::size_t>(candidates.size() / kCandidatesAThread, 1, threads_);
  open_handles(wanted - 1);
  const std::size_t parts = std::min(wanted, handles_.size() + 1);
  const auto part = [&](std::size_t number) {
    const std::size_t begin = candidates.size() * number / parts;
    const std::size_t end = candidates.size() * (number + 1) / parts;
    return std::span(candidates).subspan(begin, end - begin);
  };
  std::vector<std::future<Documents>> others;
  for (std::size_t i = 1; i < parts; ++i) {
    others.push_back(std::async(std::launch::async, [&, i] {
      return check(handles_[i - 1], pattern, section, part(i), streams);
    }));
  }
  Documents found = check(releases, pattern, section, part(0), streams);
  for (std::future<Documents>& other : others) {
    const Documents more = other.get();
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace pressarkiv
