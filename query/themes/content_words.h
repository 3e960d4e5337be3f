// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "common/hash.h"
#include "common/schema/content_table.h"
#include "common/schema/fields.h"
#include "query/search/index_reader.h"

namespace pressarkiv {

/// A word of a release's counted text.
struct ContentWord {
  std::uint32_t position = 0;  ///< In the token stream.
  std::uint32_t row = 0;       ///< The release's own number of the word (TokenStreamView).
  std::uint32_t term = 0;      ///< WordHash::term
};

/// A term hash as a key of a HashCounter.
inline std::uint64_t word_key(std::uint32_t term) { return combined_hash(1, term) | 1U; }

/// Reads the counted words (title, lead and body without repeated paragraphs) of releases that are
/// asked for in ascending order of docid.
class ContentWords {
 public:
  ContentWords(const IndexReader& index, const ContentTable& table)
      : table_(table), streams_(*index.columns(), Column::kTokens) {}

  /// Runs of words without a gap: a section, cut at repeated paragraphs.
  const std::vector<std::vector<ContentWord>>& runs_of(const ContentEntry& entry) {
    runs_.clear();
    const TokenStreamView view = streams_.tokens(entry.docid);
    rows_ = view.row_count();
    title_ = view.section(Section::kTitle).end;
    for (const Section section : {Section::kTitle, Section::kLead, Section::kBody}) {
      std::uint32_t at = view.section(section).begin;
      const std::uint32_t end = view.section(section).end;
      for (std::uint32_t i = 0; i < entry.range_count; ++i) {
        const SectionRange& range = table_.ranges[entry.first_range + i];
        if (range.begin < at || range.end > end) continue;
        add_run(view, at, range.begin);
        at = range.end;
      }
      add_run(view, at, end);
    }
    return runs_;
  }
  /// Rows of the release that was read last.
  std::uint32_t row_count() const { return rows_; }
  /// Where its title ends.
  std::uint32_t title_end() const { return title_; }

 private:
  void add_run(const TokenStreamView& view, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    runs_.emplace_back();
    runs_.back().reserve(end - begin);
    for (std::uint32_t at = begin; at < end; ++at) {
      const std::uint32_t row = view.word(at);
      runs_.back().push_back({at, row, view.row(row).term});
    }
  }

  const ContentTable& table_;
  ColumnReader streams_;
  std::vector<std::vector<ContentWord>> runs_;
  std::uint32_t rows_ = 0;
  std::uint32_t title_ = 0;
};

}  // namespace pressarkiv
