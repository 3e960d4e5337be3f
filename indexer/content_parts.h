// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "common/columns/columns.h"
#include "common/schema/content_sketch.h"
#include "common/schema/content_table.h"
#include "indexer/near_duplicates.h"

namespace pressarkiv {

// What making a content table and keeping it up to date have in common.

/// The date of a release by its card, as ContentEntry::date.
std::uint32_t date_of_card(std::string_view card);

/// Appends the entry of a release, with the blocks that `is_repeated(block, begin)` holds of as its
/// repeated paragraphs (begin: where the block begins in the token stream).
template <typename IsRepeated>
void append_entry(std::uint32_t docid, std::uint32_t date, const SketchView& sketch,
                  IsRepeated is_repeated, ContentTable& table) {
  ContentEntry entry;
  entry.docid = docid;
  entry.date = date;
  entry.first_range = static_cast<std::uint32_t>(table.ranges.size());
  entry.words = sketch.title_words();
  std::uint32_t at = sketch.title_words();
  sketch.each_block([&](const ContentBlock& block) {
    if (is_repeated(block, at)) {
      table.ranges.push_back({at, at + block.words});
      ++entry.range_count;
    } else {
      entry.words += block.words;
    }
    at += block.words;
  });
  entry.all_words = at + sketch.boilerplate_words();
  table.entries.push_back(entry);
}

/// The words of a release's title, lead and body that are not repeated paragraphs.
std::vector<WordHash> counted_words(const TokenStreamView& stream, const ContentTable& table,
                                    const ContentEntry& entry);

/// Signs releases for the comparison of texts. `columns` must outlive the object, and the object
/// the candidates.
class CandidateMaker {
 public:
  explicit CandidateMaker(const Columns& columns) : tokens_(columns, Column::kTokens) {}

  /// A release whose signature would tell more of its repeated paragraphs than of itself is signed
  /// anew without them.
  DuplicateCandidate candidate(const ContentTable& table, const ContentEntry& entry,
                               const SketchView& sketch);

 private:
  ColumnReader tokens_;
  std::deque<std::string> minima_;  // Those that were made anew.
};

/// What of each release is compared with others.
WordsOf words_to_compare(const Columns& columns, const ContentTable& table);

/// The answers of find_duplicates(), beside table.entries.
void set_duplicates(const std::vector<std::uint32_t>& duplicate_of, ContentTable& table);

}  // namespace pressarkiv
