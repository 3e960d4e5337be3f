// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/content_pass.h"

#include "indexer/content_parts.h"
#include "indexer/near_duplicates.h"
#include "indexer/repeated_paragraphs.h"

namespace pressarkiv {

ContentTable make_content_table(const Columns& columns) {
  RepeatedParagraphs paragraphs;
  columns.each(Column::kContent,
               [&](std::uint32_t, std::string_view bytes) { paragraphs.add(SketchView(bytes)); });
  ContentTable table;
  CandidateMaker maker(columns);
  std::vector<DuplicateCandidate> candidates;
  ColumnReader cards(columns, Column::kCard);
  columns.each(Column::kContent, [&](std::uint32_t docid, std::string_view bytes) {
    const SketchView sketch(bytes);
    const auto is_repeated = [&](const ContentBlock& block, std::uint32_t) {
      return paragraphs.is_repeated(sketch.sender_hash(), block);
    };
    append_entry(docid, date_of_card(cards.value(docid)), sketch, is_repeated, table);
    candidates.push_back(maker.candidate(table, table.entries.back(), sketch));
  });
  set_duplicates(find_duplicates(candidates, words_to_compare(columns, table)), table);
  return table;
}

}  // namespace pressarkiv
