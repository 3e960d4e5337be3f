// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/content_parts.h"

#include <algorithm>

#include "common/schema/card.h"

namespace pressarkiv {
namespace {

/// From this share of a release's words on, repeated paragraphs are kept out of its signature.
constexpr std::uint32_t kResignShare = 8;  // One in eight.

}  // namespace

std::uint32_t date_of_card(std::string_view card) {
  const std::optional<PartialDate> date = decode_card(card).date;
  if (!date) return 0;
  return static_cast<std::uint32_t>(date->year) * 10000 + date->month * 100 + date->day;
}

std::vector<WordHash> counted_words(const TokenStreamView& stream, const ContentTable& table,
                                    const ContentEntry& entry) {
  std::vector<WordHash> words;
  words.reserve(entry.words);
  std::uint32_t at = 0;
  const auto take = [&](std::uint32_t to) {
    for (; at < to; ++at) words.push_back(stream.row(stream.word(at)));
  };
  for (std::uint32_t row = 0; row < entry.range_count; ++row) {
    const SectionRange& range = table.ranges[entry.first_range + row];
    take(std::min(range.begin, stream.size()));
    at = std::min(range.end, stream.size());
  }
  take(stream.section(Section::kBody).end);
  return words;
}

DuplicateCandidate CandidateMaker::candidate(const ContentTable& table, const ContentEntry& entry,
                                             const SketchView& sketch) {
  DuplicateCandidate made{entry.docid, entry.date, entry.words, MinHashView(sketch.minima())};
  const std::uint32_t repeated = entry.all_words - sketch.boilerplate_words() - entry.words;
  if (repeated > 0 && repeated * kResignShare >= repeated + entry.words) {
    std::vector<std::uint32_t> words;
    for (const WordHash& word : counted_words(tokens_.tokens(entry.docid), table, entry)) {
      words.push_back(word.term);
    }
    minima_.push_back(encode_min_hash(min_hash(words)));
    made.minima = MinHashView(minima_.back());
  }
  return made;
}

WordsOf words_to_compare(const Columns& columns, const ContentTable& table) {
  return [&columns, &table](std::uint32_t docid) {
    const ContentEntry* const entry = find_entry(table, docid);
    std::vector<std::uint32_t> words;
    for (const WordHash& word : counted_words(columns.tokens(docid), table, *entry)) {
      words.push_back(word.term ^ (word.form * 0x9E3779B1U));
    }
    return words;
  };
}

void set_duplicates(const std::vector<std::uint32_t>& duplicate_of, ContentTable& table) {
  for (std::size_t i = 0; i < duplicate_of.size(); ++i) {
    table.entries[i].duplicate_of = duplicate_of[i];
  }
}

}  // namespace pressarkiv
