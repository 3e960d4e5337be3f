// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_pattern.h"

#include <algorithm>
#include <utility>

#include "query/search/pattern_matcher.h"

namespace pressarkiv {

TokenPattern any_word(std::vector<WordMatch> words) {
  std::sort(words.begin(), words.end(),
            [](const WordMatch& a, const WordMatch& b) { return a.hash.term < b.hash.term; });
  TokenPattern pattern;
  pattern.words = std::move(words);
  return pattern;
}

std::vector<Span> find_spans(const TokenPattern& pattern, const TokenStreamView& stream,
                             std::optional<Section> section) {
  return PatternMatcher(pattern).find(stream, section);
}

bool matches(const TokenPattern& pattern, const TokenStreamView& stream,
             std::optional<Section> section) {
  return PatternMatcher(pattern).matches(stream, section);
}

}  // namespace pressarkiv
