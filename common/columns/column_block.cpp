// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns/column_block.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>

#include "common/columns/column_block_layout.h"

namespace pressarkiv {
namespace {

template <unsigned kWidth>
void append_number(std::string& out, std::uint64_t value) {
  out.resize(out.size() + kWidth);
  write_little_endian<kWidth>(out.data() + out.size() - kWidth, value);
}

/// Numbers of 2 or 4 bytes.
void append_numbers(std::string& out, std::span<const std::uint32_t> values, unsigned width) {
  const std::size_t before = out.size();
  out.resize(before + values.size() * width);
  char* at = out.data() + before;
  for (const std::uint32_t value : values) {
    at = width == 2 ? write_little_endian<2>(at, value) : write_little_endian<4>(at, value);
  }
}

constexpr std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

}  // namespace

void ColumnBlockLayout::append_to(std::string& out) const {
  const std::array<std::uint32_t, kFixedNumbers> fixed{kMagic, documents, docids, words,
                                                       word_bytes};
  for (const std::uint32_t number : fixed) append_number<4>(out, number);
  for (const Place& place : columns) {
    for (const std::uint32_t number : {place.ends, place.values, place.width}) {
      append_number<4>(out, number);
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
    token_rows_.push_back(words_.number_of(stream.row(row)));
  }
  values.ends.push_back(static_cast<std::uint32_t>(values.bytes.size()));
  row_counts_.push_back(stream.row_count());
  bytes_ += values.bytes.size() - before + std::size_t{2} * stream.row_count();
}

/// The numbers of the words, in the order in which the words are written.
std::vector<std::uint32_t> ColumnBlockBuilder::words_in_order() const {
  const std::vector<WordHash>& words = words_.words();
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&words](std::uint32_t a, std::uint32_t b) {
    return order_of(words[a]) < order_of(words[b]);
  });
  return order;
}

void ColumnBlockBuilder::write_token_rows(const std::vector<std::uint32_t>& in_order) {
  std::vector<std::uint32_t> new_number(in_order.size());
  for (std::uint32_t i = 0; i < in_order.size(); ++i) new_number[in_order[i]] = i;
  for (std::uint32_t& row : token_rows_) row = new_number[row];
  const unsigned width = in_order.size() <= 0x10000 ? 2 : 4;
  Values& values = columns_[index_of(Column::kTokens)];
  Values whole;
  whole.bytes.reserve(values.bytes.size() + token_rows_.size() * width);
  std::span<const std::uint32_t> rows(token_rows_);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < values.ends.size(); ++i) {
    whole.bytes.append(values.bytes, begin, values.ends[i] - begin);
    begin = values.ends[i];
    append_numbers(whole.bytes, rows.first(row_counts_[i]), width);
    rows = rows.subspan(row_counts_[i]);
    whole.ends.push_back(static_cast<std::uint32_t>(whole.bytes.size()));
  }
  values = std::move(whole);
}

void ColumnBlockBuilder::append_column(Values& values, std::string& out) const {
  const auto size = static_cast<std::uint32_t>(values.bytes.size());
  values.ends.resize(docids_.size(), size);
  const unsigned width = size <= 0xFFFF ? 2 : 4;
  append_numbers(out, values.ends, width);
  out += values.bytes;
}

ColumnBlock ColumnBlockBuilder::finish() {
  assert(!empty());
  const std::vector<std::uint32_t> in_order = words_in_order();
  write_token_rows(in_order);
  ColumnBlockLayout layout;
  layout.documents = static_cast<std::uint32_t>(docids_.size());
  layout.docids = static_cast<std::uint32_t>(ColumnBlockLayout::kBytes);
  layout.words = layout.docids + 4 * layout.documents;
  layout.word_bytes = static_cast<std::uint32_t>(in_order.size()) * StreamWords::kWordBytes;
  std::string rest;
  append_numbers(rest, docids_, 4);
  for (const std::uint32_t number : in_order) {
    append_number<4>(rest, words_.words()[number].term);
    append_number<2>(rest, words_.words()[number].form);
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
