// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/content_pass.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "common/schema/content_sketch.h"
#include "common/schema/content_table.h"
#include "common/schema/fields.h"
#include "common/schema/token_stream.h"
#include "indexer/near_duplicates.h"
#include "indexer/repeated_paragraphs.h"

namespace pressarkiv {
namespace {

/// A release whose signature would tell more of its boilerplate than of itself is signed anew
/// without it: from this share of its words on.
constexpr std::uint32_t kResignShare = 8;  // One in eight.

/// One pass over an index; see write_content_table().
class ContentPass {
 public:
  ContentPass(Xapian::WritableDatabase& index, const Columns& columns)
      : index_(index), columns_(columns) {}

  void run() {
    read_sketches();
    read_dates();
    mark_repeated();
    mark_duplicates();
    write();
  }

 private:
  void read_sketches();
  void read_dates();
  void mark_repeated();
  void mark_duplicates();
  void write();
  std::vector<WordHash> content_of(std::uint32_t docid) const;

  Xapian::WritableDatabase& index_;
  const Columns& columns_;
  ContentTable table_;
  std::vector<ContentSketch> sketches_;  // Beside table_.entries.
};

void ContentPass::read_sketches() {
  columns_.each(Column::kContent, [this](std::uint32_t docid, std::string_view sketch) {
    ContentEntry entry;
    entry.docid = docid;
    table_.entries.push_back(entry);
    sketches_.push_back(decode_sketch(sketch));
  });
}

void ContentPass::read_dates() {
  auto value = index_.valuestream_begin(kDateSlot);
  const auto end = index_.valuestream_end(kDateSlot);
  for (ContentEntry& entry : table_.entries) {
    if (value != end) value.skip_to(entry.docid);
    if (value == end || value.get_docid() != entry.docid) continue;
    const std::string date = *value;
    std::from_chars(date.data(), date.data() + date.size(), entry.date);
  }
}

void ContentPass::mark_repeated() {
  RepeatedParagraphs paragraphs;
  for (const ContentSketch& sketch : sketches_) paragraphs.add(sketch);
  for (std::size_t i = 0; i < sketches_.size(); ++i) {
    ContentEntry& entry = table_.entries[i];
    entry.first_range = static_cast<std::uint32_t>(table_.ranges.size());
    std::uint32_t at = sketches_[i].title_words;
    entry.words = at;
    for (const ContentBlock& block : sketches_[i].blocks) {
      if (paragraphs.is_repeated(sketches_[i].sender_hash, block)) {
        table_.ranges.push_back({at, at + block.words});
        ++entry.range_count;
      } else {
        entry.words += block.words;
      }
      at += block.words;
    }
    entry.all_words = at + sketches_[i].boilerplate_words;
  }
}

/// The words of title, lead and body that are not repeated paragraphs.
std::vector<WordHash> ContentPass::content_of(std::uint32_t docid) const {
  const TokenStreamView view = columns_.tokens(docid);
  const ContentEntry& entry = *find_entry(table_, docid);
  std::vector<WordHash> words;
  words.reserve(entry.words);
  std::uint32_t at = 0;
  const auto take = [&](std::uint32_t to) {
    for (; at < to; ++at) words.push_back(view.row(view.word(at)));
  };
  for (std::uint32_t row = 0; row < entry.range_count; ++row) {
    const SectionRange& range = table_.ranges[entry.first_range + row];
    take(std::min(range.begin, view.size()));
    at = std::min(range.end, view.size());
  }
  take(view.section(Section::kBody).end);
  return words;
}

void ContentPass::mark_duplicates() {
  std::vector<DuplicateCandidate> candidates;
  for (std::size_t i = 0; i < sketches_.size(); ++i) {
    const ContentEntry& entry = table_.entries[i];
    DuplicateCandidate candidate{entry.docid, entry.date, entry.words, sketches_[i].minima};
    const std::uint32_t repeated = entry.all_words - sketches_[i].boilerplate_words - entry.words;
    if (repeated * kResignShare >= repeated + entry.words && repeated > 0) {
      std::vector<std::uint32_t> words;
      for (const WordHash& word : content_of(entry.docid)) {
        words.push_back(word.term);
      }
      candidate.minima = min_hash(words);
    }
    candidates.push_back(candidate);
  }
  const std::vector<std::uint32_t> duplicate_of =
      find_duplicates(candidates, [this](std::uint32_t docid) {
        std::vector<std::uint32_t> words;
        for (const WordHash& word : content_of(docid)) {
          words.push_back(word.term ^ (word.form * 0x9E3779B1U));
        }
        return words;
      });
  for (std::size_t i = 0; i < duplicate_of.size(); ++i) {
    table_.entries[i].duplicate_of = duplicate_of[i];
  }
}

/// Writes the chunks that changed.
void ContentPass::write() {
  std::size_t begin = 0;
  const std::string start(meta::kContent);
  std::vector<std::string> old_keys;
  for (auto key = index_.metadata_keys_begin(start); key != index_.metadata_keys_end(start);
       ++key) {
    old_keys.push_back(*key);
  }
  std::vector<std::string> keys;
  while (begin < table_.entries.size()) {
    const std::string key = content_key(table_.entries[begin].docid);
    std::size_t end = begin;
    while (end < table_.entries.size() && content_key(table_.entries[end].docid) == key) ++end;
    const std::string chunk = encode_content_chunk(table_, begin, end);
    if (index_.get_metadata(key) != chunk) index_.set_metadata(key, chunk);
    keys.push_back(key);
    begin = end;
  }
  for (const std::string& key : old_keys) {
    if (!std::binary_search(keys.begin(), keys.end(), key)) index_.set_metadata(key, "");
  }
}

}  // namespace

void write_content_table(Xapian::WritableDatabase& index, const Columns& columns) {
  ContentPass(index, columns).run();
}

}  // namespace pressarkiv
