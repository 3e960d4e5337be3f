// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/search/near_windows.h"

namespace pressarkiv {
namespace {

using Spans = std::vector<Span>;

/// Evaluates a pattern inside one section.
class SectionMatcher {
 public:
  SectionMatcher(const TokenStreamView& stream, SectionRange range)
      : stream_(stream), range_(range) {}

  Spans find(const TokenPattern& pattern) const {
    switch (pattern.kind) {
      case TokenPattern::Kind::kWord:
        return find_word(pattern.words);
      case TokenPattern::Kind::kAny:
        return find_any(pattern.children);
      case TokenPattern::Kind::kNear:
        return find_near(pattern);
      case TokenPattern::Kind::kOrdered:
        return find_ordered(pattern);
    }
    return {};
  }

 private:
  static bool is_one_of(const std::vector<WordMatch>& words, WordHash hash) {
    auto word = std::lower_bound(
        words.begin(), words.end(), hash.term,
        [](const WordMatch& match, std::uint32_t term) { return match.hash.term < term; });
    for (; word != words.end() && word->hash.term == hash.term; ++word) {
      if (!word->exact || word->hash.form == hash.form) return true;
    }
    return false;
  }

  Spans find_word(const std::vector<WordMatch>& words) const {
    Spans spans;
    if (range_.begin == range_.end) return spans;
    std::vector<bool> wanted(stream_.row_count());
    bool some = false;
    for (std::uint32_t row = 0; row < stream_.row_count(); ++row) {
      wanted[row] = is_one_of(words, stream_.row(row));
      some = some || wanted[row];
    }
    if (!some) return spans;
    for (std::uint32_t at = range_.begin; at < range_.end; ++at) {
      if (wanted[stream_.word(at)]) spans.push_back({at, at + 1});
    }
    return spans;
  }

  Spans find_any(const std::vector<TokenPattern>& children) const {
    Spans spans;
    for (const TokenPattern& child : children) {
      const Spans found = find(child);
      spans.insert(spans.end(), found.begin(), found.end());
    }
    sort_unique(spans);
    return spans;
  }

  /// Keeps, child by child, the chains that satisfy the order so far: for each place where the last
  /// child matches, the one that begins latest.
  Spans find_ordered(const TokenPattern& pattern) const {
    if (pattern.children.empty()) return {};
    Spans chains = find(pattern.children.front());
    for (std::size_t i = 1; i < pattern.children.size() && !chains.empty(); ++i) {
      chains = lengthen(std::move(chains), find(pattern.children[i]), pattern.distance);
    }
    std::sort(chains.begin(), chains.end(), begins_first);
    return chains;
  }

  /// Chains that go on with a span of `next` (ascending by begin). The chains that a span can
  /// follow end in a window that moves with it, so their latest beginning is a sliding maximum:
  /// linear.
  static Spans lengthen(Spans chains, const Spans& next, std::uint32_t distance) {
    std::sort(chains.begin(), chains.end(),
              [](const Span& a, const Span& b) { return a.end < b.end; });
    Spans longer;
    std::vector<std::size_t> best;  // Chains of the window, later and earlier beginning each.
    std::size_t oldest = 0;         // The part of `best` that the window has left behind.
    std::size_t entered = 0;
    for (const Span& span : next) {
      for (; entered < chains.size() && chains[entered].end <= span.begin; ++entered) {
        while (best.size() > oldest && chains[best.back()].begin <= chains[entered].begin) {
          best.pop_back();
        }
        best.push_back(entered);
      }
      while (oldest < best.size() && span.begin - chains[best[oldest]].end >= distance) ++oldest;
      if (oldest < best.size()) longer.push_back({chains[best[oldest]].begin, span.end});
    }
    return longer;
  }

  Spans find_near(const TokenPattern& pattern) const {
    std::vector<Spans> lists;
    for (const TokenPattern& child : pattern.children) {
      lists.push_back(find(child));
      if (lists.back().empty()) return {};
    }
    return near_windows(lists, pattern.distance);
  }

  static bool begins_first(const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  }

  static void sort_unique(Spans& spans) {
    std::sort(spans.begin(), spans.end(), begins_first);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }

  const TokenStreamView& stream_;
  SectionRange range_;
};

constexpr std::array kRankedSections{Section::kTitle, Section::kLead, Section::kBody};

/// One word cannot cross from one section into another: they are looked at as one.
bool is_single_word(const TokenPattern& pattern) {
  return pattern.kind == TokenPattern::Kind::kWord ||
         (pattern.kind == TokenPattern::Kind::kAny &&
          std::all_of(pattern.children.begin(), pattern.children.end(), is_single_word));
}

Spans spans_of_words(const TokenPattern& pattern, const TokenStreamView& stream) {
  const SectionRange all{stream.section(Section::kTitle).begin, stream.section(Section::kBody).end};
  return SectionMatcher(stream, all).find(pattern);
}

}  // namespace

TokenPattern any_word(std::vector<WordMatch> words) {
  std::sort(words.begin(), words.end(),
            [](const WordMatch& a, const WordMatch& b) { return a.hash.term < b.hash.term; });
  TokenPattern pattern;
  pattern.words = std::move(words);
  return pattern;
}

std::vector<Span> find_spans(const TokenPattern& pattern, const TokenStreamView& stream,
                             std::optional<Section> section) {
  if (section) return SectionMatcher(stream, stream.section(*section)).find(pattern);
  if (is_single_word(pattern)) return spans_of_words(pattern, stream);
  Spans all;
  for (const Section part : kRankedSections) {
    const Spans spans = SectionMatcher(stream, stream.section(part)).find(pattern);
    all.insert(all.end(), spans.begin(), spans.end());
  }
  return all;
}

bool matches(const TokenPattern& pattern, const TokenStreamView& stream,
             std::optional<Section> section) {
  if (section) return !find_spans(pattern, stream, section).empty();
  if (is_single_word(pattern)) return !spans_of_words(pattern, stream).empty();
  return std::any_of(kRankedSections.begin(), kRankedSections.end(),
                     [&](Section part) { return !find_spans(pattern, stream, part).empty(); });
}

}  // namespace pressarkiv
