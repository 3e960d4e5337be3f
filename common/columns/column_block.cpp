// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns/column_block.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "common/columns/column_block_layout.h"

namespace pressarkiv {
namespace {

void append_number(std::string& out, std::uint64_t value, unsigned width) {
  for (unsigned i = 0; i < width; ++i) out.push_back(static_cast<char>(value >> (8U * i)));
}

constexpr std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

}  // namespace

void ColumnBlockLayout::append_to(std::string& out) const {
  const std::array<std::uint32_t, kFixedNumbers> fixed{kMagic, documents, docids, words,
                                                       word_bytes};
  for (const std::uint32_t number : fixed) append_number(out, number, 4);
  for (const Place& place : columns) {
    for (const std::uint32_t number : {place.ends, place.values, place.width}) {
      append_number(out, number, 4);
    }
  }
}

void ColumnBlockBuilder::begin(std::uint32_t docid) {
  assert(docids_.empty() || docids_.back() < docid);
  docids_.push_back(docid);
}

void ColumnBlockBuilder::set(Column column, std::string_view bytes) {
  if (column == Column::kTokens) return set_tokens(TokenStreamView(bytes));
  Values& values = columns_[index_of(column)];
  values.ends.resize(docids_.size() - 1, static_cast<std::uint32_t>(values.bytes.size()));
  values.bytes += bytes;
  values.ends.push_back(static_cast<std::uint32_t>(values.bytes.size()));
  bytes_ += bytes.size();
}

/// The rows follow in finish(), when the words have their numbers.
void ColumnBlockBuilder::set_tokens(const TokenStreamView& stream) {
  Values& values = columns_[index_of(Column::kTokens)];
  const std::size_t before = values.bytes.size();
  values.ends.resize(docids_.size() - 1, static_cast<std::uint32_t>(before));
  row_counts_.resize(docids_.size() - 1, 0);
  stream.append_without_rows(values.bytes);
  for (std::uint32_t row = 0; row < stream.row_count(); ++row) {
    token_rows_.push_back(number_of(stream.row(row)));
  }
  values.ends.push_back(static_cast<std::uint32_t>(values.bytes.size()));
  row_counts_.push_back(stream.row_count());
  bytes_ += values.bytes.size() - before + std::size_t{2} * stream.row_count();
}

std::uint32_t ColumnBlockBuilder::number_of(WordHash word) {
  const std::uint32_t hash = word.term ^ (word.form * 0x9E3779B1U);
  const std::uint32_t known =
      index_.find(hash, [&](std::uint32_t number) { return words_[number] == word; });
  if (known != HashIndex::kNone) return known;
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back(word);
  index_.insert(hash, number);
  return number;
}

/// Puts the words in order; the new number of each.
std::vector<std::uint32_t> ColumnBlockBuilder::sort_words() {
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return order_of(words_[a]) < order_of(words_[b]);
  });
  std::vector<std::uint32_t> new_number(words_.size());
  std::vector<WordHash> sorted(words_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    new_number[order[i]] = i;
    sorted[i] = words_[order[i]];
  }
  words_ = std::move(sorted);
  return new_number;
}

void ColumnBlockBuilder::write_token_rows() {
  const std::vector<std::uint32_t> new_number = sort_words();
  const unsigned width = words_.size() <= 0x10000 ? 2 : 4;
  Values& values = columns_[index_of(Column::kTokens)];
  Values whole;
  whole.bytes.reserve(values.bytes.size() + token_rows_.size() * width);
  std::size_t begin = 0;
  std::size_t row = 0;
  for (std::size_t i = 0; i < values.ends.size(); ++i) {
    whole.bytes.append(values.bytes, begin, values.ends[i] - begin);
    begin = values.ends[i];
    const std::size_t rows_end = row + row_counts_[i];
    for (; row < rows_end; ++row) append_number(whole.bytes, new_number[token_rows_[row]], width);
    whole.ends.push_back(static_cast<std::uint32_t>(whole.bytes.size()));
  }
  values = std::move(whole);
}

void ColumnBlockBuilder::append_column(Values& values, std::string& out) const {
  const auto size = static_cast<std::uint32_t>(values.bytes.size());
  values.ends.resize(docids_.size(), size);
  const unsigned width = size <= 0xFFFF ? 2 : 4;
  for (const std::uint32_t end : values.ends) append_number(out, end, width);
  out += values.bytes;
}

ColumnBlock ColumnBlockBuilder::finish() {
  assert(!empty());
  write_token_rows();
  ColumnBlockLayout layout;
  layout.documents = static_cast<std::uint32_t>(docids_.size());
  layout.docids = static_cast<std::uint32_t>(ColumnBlockLayout::kBytes);
  layout.words = layout.docids + 4 * layout.documents;
  layout.word_bytes = static_cast<std::uint32_t>(words_.size()) * StreamWords::kWordBytes;
  std::string rest;
  for (const std::uint32_t docid : docids_) append_number(rest, docid, 4);
  for (const WordHash& word : words_) {
    append_number(rest, word.term, 4);
    append_number(rest, word.form, 2);
  }
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    Values& values = columns_[i];
    if (values.bytes.empty()) continue;
    ColumnBlockLayout::Place& place = layout.columns[i];
    place.width = values.bytes.size() <= 0xFFFF ? 2 : 4;
    place.ends = layout.docids + static_cast<std::uint32_t>(rest.size());
    place.values = place.ends + place.width * layout.documents;
    append_column(values, rest);
  }
  ColumnBlock block{{}, docids_.front(), docids_.back(), layout.documents};
  layout.append_to(block.bytes);
  block.bytes += rest;
  *this = ColumnBlockBuilder();
  return block;
}

}  // namespace pressarkiv
