// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/release_text.h"

#include <algorithm>
#include <cassert>

#include "common/schema/fields.h"

namespace pressarkiv {

Result<ReleaseText> ReleaseText::read(IndexReader& index, Analyzer& analyzer, std::uint32_t docid) {
  Result<Release> release = index.release(docid);
  if (!release) return release.error();
  ReleaseText result;
  result.release_ = std::move(*release);
  AnalyzedText analyzed;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    SectionRange& section = result.sections_[i];
    section.begin = result.size();
    analyzer.analyze(result.text(static_cast<Section>(i)), analyzed);
    for (const Token& token : analyzed.tokens()) {
      if (token.kind == TokenKind::kMain) result.ranges_.push_back(token.range);
    }
    section.end = result.size();
  }
  if (index.columns()->tokens(docid).size() != result.size()) {
    return Error{ErrorCode::kCorrupt, "release '" + result.release_.id +
                                          "': its text and its words in the index do not agree; "
                                          "mend it with: pressarkiv-index rebuild"};
  }
  return result;
}

std::string_view ReleaseText::text(Section section) const {
  switch (section) {
    case Section::kTitle:
      return release_.title;
    case Section::kLead:
      return release_.lead;
    case Section::kBody:
      return release_.body;
    case Section::kBoilerplate:
      break;
  }
  return release_.boilerplate;
}

TextPlace ReleaseText::place(std::uint32_t begin, std::uint32_t end) const {
  assert(begin < end && end <= size());
  TextPlace place;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    if (begin >= sections_[i].begin && begin < sections_[i].end) {
      place.section = static_cast<Section>(i);
    }
  }
  place.range = {ranges_[begin].begin, ranges_[end - 1].end};
  return place;
}

SectionRange ReleaseText::words_in(Section section, const ByteRange& range) const {
  const SectionRange& all = sections_[static_cast<std::size_t>(section)];
  const auto first = ranges_.begin() + all.begin;
  const auto last = ranges_.begin() + all.end;
  const auto before = [](const ByteRange& word, std::size_t at) { return word.begin < at; };
  const auto begin = std::lower_bound(first, last, range.begin, before);
  const auto end = std::lower_bound(begin, last, range.end, before);
  return {static_cast<std::uint32_t>(begin - ranges_.begin()),
          static_cast<std::uint32_t>(end - ranges_.begin())};
}

}  // namespace pressarkiv
