// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/pattern_matcher.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/search/near_windows.h"

namespace pressarkiv {
namespace {

using Spans = std::vector<Span>;

constexpr std::array kRankedSections{Section::kTitle, Section::kLead, Section::kBody};

bool begins_first(const Span& a, const Span& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

/// Chains that go on with a span of `next` (ascending by begin). The chains that a span can
/// follow end in a window that moves with it, so their latest beginning is a sliding maximum:
/// linear.
Spans lengthen(Spans chains, const Spans& next, std::uint32_t distance) {
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

/// The words of a phrase each of which is one form; empty for any other pattern.
std::vector<WordHash> forms_of_phrase(const TokenPattern& pattern) {
  std::vector<WordHash> forms;
  if (pattern.kind != TokenPattern::Kind::kOrdered || pattern.distance != 1) return forms;
  for (const TokenPattern& child : pattern.children) {
    const bool one_form = child.kind == TokenPattern::Kind::kWord && child.words.size() == 1 &&
                          child.words.front().exact;
    if (!one_form) return {};
    forms.push_back(child.words.front().hash);
  }
  return forms;
}

}  // namespace

PatternMatcher::PatternMatcher(const TokenPattern& pattern) : phrase_(forms_of_phrase(pattern)) {
  root_ = number_leaves(pattern);
  set_words_ = leaf_count_ / 64 + 1;
  std::stable_sort(words_.begin(), words_.end(), [](const Wanted& a, const Wanted& b) {
    return a.word.hash.term < b.word.hash.term;
  });
  for (const Wanted& one : words_) wanted_.set(one.word.hash.term % kFilterBits);
}

PatternMatcher::Node PatternMatcher::number_leaves(const TokenPattern& pattern) {
  Node node;
  node.kind = pattern.kind;
  node.distance = pattern.distance;
  if (pattern.kind == TokenPattern::Kind::kWord) {
    node.leaf = leaf_count_++;
    for (const WordMatch& word : pattern.words) words_.push_back({word, node.leaf});
  }
  for (const TokenPattern& child : pattern.children) node.children.push_back(number_leaves(child));
  return node;
}

std::vector<Span> PatternMatcher::find(const TokenStreamView& stream,
                                       std::optional<Section> section) {
  if (!look_at_rows(stream)) return {};
  if (section) {
    look_at_words(stream, stream.section(*section));
    return find(root_);
  }
  Spans all;
  for (const Section part : kRankedSections) {
    look_at_words(stream, stream.section(part));
    const Spans spans = find(root_);
    all.insert(all.end(), spans.begin(), spans.end());
  }
  return all;
}

/// False where the release lacks one of the forms.
bool PatternMatcher::find_phrase_rows(const TokenStreamView& stream) {
  phrase_rows_.clear();
  if (stream.table().empty()) {
    for (const WordHash& form : phrase_) phrase_rows_.push_back(stream.find_row(form));
  } else {
    // Neighbours share a table: it is looked into once for all of them.
    if (!stream.table().is(table_)) {
      table_ = stream.table();
      in_table_.clear();
      for (const WordHash& form : phrase_) in_table_.push_back(table_.find(form));
    }
    for (const std::uint32_t number : in_table_) {
      phrase_rows_.push_back(stream.find_row(number));
      if (phrase_rows_.back() == stream.row_count()) return false;
    }
  }
  return std::find(phrase_rows_.begin(), phrase_rows_.end(), stream.row_count()) ==
         phrase_rows_.end();
}

bool PatternMatcher::has_phrase(const TokenStreamView& stream, std::optional<Section> section) {
  if (!find_phrase_rows(stream)) return false;
  const auto in = [&](Section part) { return stream.has_in_a_row(phrase_rows_, part); };
  return section ? in(*section) : std::any_of(kRankedSections.begin(), kRankedSections.end(), in);
}

bool PatternMatcher::matches(const TokenStreamView& stream, std::optional<Section> section) {
  if (!phrase_.empty()) return has_phrase(stream, section);
  if (!look_at_rows(stream)) return false;
  const auto in = [&](Section part) {
    look_at_words(stream, stream.section(part));
    return !find(root_).empty();
  };
  return section ? in(*section) : std::any_of(kRankedSections.begin(), kRankedSections.end(), in);
}

/// False where a word is missing without which the pattern cannot match.
bool PatternMatcher::look_at_rows(const TokenStreamView& stream) {
  leaf_sets_.assign(set_words_, 0);
  of_row_.assign(stream.row_count(), 0);
  if (knows_table_of(stream)) {
    for (std::uint32_t row = 0; row < stream.row_count(); ++row) {
      if (wanted_numbers_->test(stream.row_number(row) % kNumberBits)) {
        of_row_[row] = leaves_of(stream.row(row));
      }
    }
  } else {
    for (std::uint32_t row = 0; row < stream.row_count(); ++row) {
      const WordHash hash = stream.row(row);
      if (wanted_.test(hash.term % kFilterBits)) of_row_[row] = leaves_of(hash);
    }
  }
  return is_possible(root_);
}

/// Neighbours share a table. Looking each wanted word up in it once spares looking each of their
/// rows up, but costs as much as some rows: it is done when so many have been looked at.
bool PatternMatcher::knows_table_of(const TokenStreamView& stream) {
  constexpr std::size_t kRowsAWord = 16;
  if (stream.table().empty()) return false;
  if (!stream.table().is(rows_table_)) {
    rows_table_ = stream.table();
    rows_seen_ = 0;
    wanted_numbers_.reset();
  }
  if (wanted_numbers_) return true;
  rows_seen_ += stream.row_count();
  if (rows_seen_ < words_.size() * kRowsAWord + kNumberBits / 64) return false;
  wanted_numbers_ = std::make_unique<std::bitset<kNumberBits>>();
  for (const Wanted& one : words_) {
    const auto [begin, end] = rows_table_.of_term(one.word.hash.term);
    for (std::uint32_t number = begin; number < end; ++number) {
      wanted_numbers_->set(number % kNumberBits);
    }
  }
  return true;
}

std::uint32_t PatternMatcher::leaves_of(WordHash row) {
  const std::size_t begin = leaf_sets_.size();
  bool some = false;
  auto one = std::lower_bound(
      words_.begin(), words_.end(), row.term,
      [](const Wanted& word, std::uint32_t term) { return word.word.hash.term < term; });
  for (; one != words_.end() && one->word.hash.term == row.term; ++one) {
    if (one->word.exact && one->word.hash.form != row.form) continue;
    if (!some) leaf_sets_.resize(begin + set_words_, 0);
    some = true;
    const std::uint64_t bit = std::uint64_t{1} << (one->leaf % 64);
    leaf_sets_[begin + one->leaf / 64] |= bit;
    leaf_sets_[one->leaf / 64] |= bit;
  }
  return some ? static_cast<std::uint32_t>(begin) : 0;
}

void PatternMatcher::look_at_words(const TokenStreamView& stream, SectionRange range) {
  met_.clear();
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const std::uint32_t leaves = of_row_[stream.word(at)];
    if (leaves != 0) met_.push_back({at, leaves});
  }
}

bool PatternMatcher::has(std::uint32_t leaves, std::size_t leaf) const {
  return (leaf_sets_[leaves + leaf / 64] >> (leaf % 64) & 1U) != 0;
}

bool PatternMatcher::is_possible(const Node& node) const {
  const auto child_is = [this](const Node& child) { return is_possible(child); };
  switch (node.kind) {
    case TokenPattern::Kind::kWord:
      return has(0, node.leaf);
    case TokenPattern::Kind::kAny:
      return std::any_of(node.children.begin(), node.children.end(), child_is);
    case TokenPattern::Kind::kNear:
    case TokenPattern::Kind::kOrdered:
      return std::all_of(node.children.begin(), node.children.end(), child_is);
  }
  return false;
}

Spans PatternMatcher::find(const Node& node) const {
  switch (node.kind) {
    case TokenPattern::Kind::kWord:
      return find_word(node.leaf);
    case TokenPattern::Kind::kAny:
      return find_any(node);
    case TokenPattern::Kind::kNear:
      return find_near(node);
    case TokenPattern::Kind::kOrdered:
      return find_ordered(node);
  }
  return {};
}

Spans PatternMatcher::find_word(std::size_t leaf) const {
  Spans spans;
  for (const Met& word : met_) {
    if (has(word.leaves, leaf)) spans.push_back({word.position, word.position + 1});
  }
  return spans;
}

Spans PatternMatcher::find_any(const Node& node) const {
  Spans spans;
  for (const Node& child : node.children) {
    const Spans found = find(child);
    spans.insert(spans.end(), found.begin(), found.end());
  }
  std::sort(spans.begin(), spans.end(), begins_first);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

/// Keeps, child by child, the chains that satisfy the order so far: for each place where the last
/// child matches, the one that begins latest.
Spans PatternMatcher::find_ordered(const Node& node) const {
  if (node.children.empty()) return {};
  Spans chains = find(node.children.front());
  for (std::size_t i = 1; i < node.children.size() && !chains.empty(); ++i) {
    chains = lengthen(std::move(chains), find(node.children[i]), node.distance);
  }
  std::sort(chains.begin(), chains.end(), begins_first);
  return chains;
}

Spans PatternMatcher::find_near(const Node& node) const {
  std::vector<Spans> lists;
  for (const Node& child : node.children) {
    lists.push_back(find(child));
    if (lists.back().empty()) return {};
  }
  return near_windows(lists, node.distance);
}

}  // namespace pressarkiv
