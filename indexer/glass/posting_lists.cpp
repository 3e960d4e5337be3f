// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/posting_lists.h"

#include <algorithm>

#include "common/codec.h"
#include "indexer/glass/glass_bytes.h"

namespace pressarkiv::glass {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kChunkBytes = 2000;  // A chunk that has so many ends.

// Keys that no term has: a zero byte in a term is followed by 0xFF.
constexpr std::string_view kValueStatistics = "\0\xD0"sv;
constexpr std::string_view kValueChunk = "\0\xD8"sv;
constexpr std::string_view kLengths = "\0\xE0"sv;

/// A number as the last thing in a key: its bytes from the lowest on.
void append_last(std::string& key, std::uint32_t number) {
  for (; number > 0; number >>= 8U) key.push_back(static_cast<char>(number));
}

}  // namespace

void PostingLists::add_values(std::uint32_t slot, std::span<const Value> values) {
  const auto [least, greatest] =
      std::minmax_element(values.begin(), values.end(),
                          [](const Value& a, const Value& b) { return a.bytes < b.bytes; });
  key_.assign(kValueStatistics);
  append_last(key_, slot);
  tag_.clear();
  ByteWriter statistics(tag_);
  statistics.number(values.size());
  statistics.text(least->bytes);
  if (least->bytes != greatest->bytes) tag_ += greatest->bytes;
  table_.add(key_, tag_);

  tag_.clear();
  ByteWriter chunk(tag_);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (tag_.empty()) {
      key_.assign(kValueChunk);
      ByteWriter(key_).number(slot);
      append_sortable(key_, values[i].docid);
    } else {
      chunk.number(values[i].docid - values[i - 1].docid - 1);
    }
    chunk.text(values[i].bytes);
    if (tag_.size() < kChunkBytes && i + 1 < values.size()) continue;
    table_.add(key_, tag_);
    tag_.clear();
  }
}

void PostingLists::add_lengths(std::span<const Posting> lengths) {
  if (!lengths.empty()) add_chunks(kLengths, kLengths, 0, 0, lengths);
}

void PostingLists::add_list(std::string_view term, std::span<const Posting> postings) {
  std::uint64_t occurrences = 0;
  for (const Posting& posting : postings) occurrences += posting.wdf;
  key_.clear();
  append_term(key_, term);
  further_key_.assign(key_);
  further_key_.push_back(0);
  add_chunks(key_, further_key_, postings.size(), occurrences, postings);
}

void PostingLists::add_chunks(std::string_view first_key, std::string_view further_key,
                              std::uint64_t documents, std::uint64_t occurrences,
                              std::span<const Posting> postings) {
  std::string key(first_key);
  std::size_t begin = 0;
  while (begin < postings.size()) {
    chunk_.clear();
    ByteWriter chunk(chunk_);
    chunk.number(postings[begin].wdf);
    std::size_t end = begin + 1;
    for (; end < postings.size() && chunk_.size() < kChunkBytes; ++end) {
      chunk.number(postings[end].docid - postings[end - 1].docid - 1);
      chunk.number(postings[end].wdf);
    }
    const std::uint32_t first = postings[begin].docid;
    tag_.clear();
    ByteWriter tag(tag_);
    if (begin == 0) {
      tag.number(documents);
      tag.number(occurrences);
      tag.number(first - 1);
    } else {
      key.assign(further_key);
      append_sortable(key, first);
    }
    tag_.push_back(end == postings.size() ? '1' : '0');  // Whether it is the last one.
    tag.number(postings[end - 1].docid - first);
    tag_ += chunk_;
    table_.add(key, tag_);
    begin = end;
  }
}

}  // namespace pressarkiv::glass
