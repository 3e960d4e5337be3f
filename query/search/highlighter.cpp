// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/highlighter.h"

#include <algorithm>

#include "common/text/normalizer.h"

namespace pressarkiv {

std::vector<Mark> Highlighter::mark(std::string_view text, Section section) {
  std::vector<Mark> marks;
  if (text.empty() || targets_.empty()) return marks;
  analyzer_.analyze(text, analyzed_);
  for (std::uint32_t target = 0; target < targets_.size(); ++target) {
    const auto& wanted = targets_[target].section;
    if (wanted ? *wanted != section : section == Section::kBoilerplate) continue;
    if (targets_[target].pattern) {
      mark_pattern(target, section, marks);
    } else {
      mark_words(target, marks);
    }
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
  return marks;
}

void Highlighter::mark_words(std::uint32_t target, std::vector<Mark>& marks) const {
  const HighlightTarget& wanted = targets_[target];
  const auto is_one_of = [](const SharedWords& list, std::string_view item) {
    return std::binary_search(list.begin(), list.end(), item);
  };
  for (const Token& token : analyzed_.tokens()) {
    if (!is_one_of(wanted.terms, token.term)) continue;
    if (!wanted.forms.empty() && !is_one_of(wanted.forms, fold_accents(token.form))) continue;
    marks.push_back({token.range, target});
  }
}

void Highlighter::mark_pattern(std::uint32_t target, Section section,
                               std::vector<Mark>& marks) const {
  TokenStreamBuilder builder;
  std::vector<ByteRange> ranges;
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind != TokenKind::kMain) continue;
    builder.add(section, hash_word(token.term, fold_accents(token.form)));
    ranges.push_back(token.range);
  }
  const std::string encoded = builder.encode();
  for (const Span& span :
       find_spans(*targets_[target].pattern, TokenStreamView(encoded), section)) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) marks.push_back({ranges[i], target});
  }
}

std::vector<ByteRange> highlight_ranges(const std::vector<Mark>& marks, ByteRange window) {
  std::vector<ByteRange> ranges;
  for (const Mark& mark : marks) {
    const std::size_t begin = std::max(mark.range.begin, window.begin);
    const std::size_t end = std::min(mark.range.end, window.end);
    if (begin >= end) continue;
    if (!ranges.empty() && begin - window.begin < ranges.back().end) {
      ranges.back().end = std::max(ranges.back().end, end - window.begin);
    } else {
      ranges.push_back({begin - window.begin, end - window.begin});
    }
  }
  return ranges;
}

}  // namespace pressarkiv
