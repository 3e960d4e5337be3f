// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/analyzer.h"
#include "query/search/compiled_query.h"

namespace pressarkiv {

/// One marked place of a text, and which target of the query it belongs to.
struct Mark {
  ByteRange range;
  std::uint32_t target = 0;
};

/// Finds what a query's targets mark in a text, with the index's own analyzer: the real word forms,
/// inflected ones too. Keeps buffers: one highlighter a thread.
class Highlighter {
 public:
  /// Both must outlive the highlighter.
  Highlighter(Analyzer& analyzer, const std::vector<HighlightTarget>& targets)
      : analyzer_(analyzer), targets_(targets) {}

  /// In order of begin; marks of different targets may overlap. O(text).
  std::vector<Mark> mark(std::string_view text, Section section);

 private:
  void mark_words(std::uint32_t target, std::vector<Mark>& marks) const;
  void mark_pattern(std::uint32_t target, Section section, std::vector<Mark>& marks) const;

  Analyzer& analyzer_;
  const std::vector<HighlightTarget>& targets_;
  AnalyzedText analyzed_;
};

/// The ranges of marks without overlaps, ascending, moved by -`origin` and cut to [0, size).
std::vector<ByteRange> highlight_ranges(const std::vector<Mark>& marks, ByteRange window);

}  // namespace pressarkiv
