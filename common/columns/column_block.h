// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/columns/column.h"
#include "common/schema/token_stream.h"

namespace pressarkiv {

/// A value of a document that is being written.
struct ColumnValue {
  Column column = Column::kCard;
  std::string bytes;
};

/// The columns of some hundred documents as they lie in a file, and which documents these are.
struct ColumnBlock {
  std::string bytes;
  std::uint32_t first = 0;  ///< Documents, by docid: the first one …
  std::uint32_t last = 0;   ///< … the last one …
  std::uint32_t documents = 0;
};

/// Builds a block. Layout, all numbers little-endian:
///
///     header (column_block_layout.h), with where each column lies
///     docids, of 4 bytes, ascending
///     words: the StreamWords of all token streams of the block
///     for each column that has values: where each document's value ends, counted from where the
///     first begins, of 2 or 4 bytes; then the values
///
/// Values are kept as they are given, but token streams (given with rows of their own) refer to the
/// words of the block: 2 bytes a row instead of 6.
class ColumnBlockBuilder {
 public:
  /// From so many different words on is_full() holds: more would make rows wider.
  static constexpr std::size_t kMostWords = 0xF000;
  /// And from so many documents or bytes on.
  static constexpr std::size_t kMostDocuments = 2000;
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

  /// Begins the next document. Docids ascend.
  void begin(std::uint32_t docid);
  /// Gives the document its value in a column, once. kTokens: as TokenStreamBuilder encodes it.
  void set(Column column, std::string_view bytes);
  void set(const std::vector<ColumnValue>& values) {
    for (const ColumnValue& value : values) set(value.column, value.bytes);
  }
  void set_tokens(const TokenStreamView& stream);

  bool empty() const { return docids_.empty(); }
  bool is_full() const {
    return docids_.size() >= kMostDocuments || words_.words().size() >= kMostWords ||
           bytes_ >= kMostBytes;
  }
  /// The block; the builder is empty then.
  ColumnBlock finish();

 private:
  struct Values {
    std::vector<std::uint32_t> ends;  // Of the documents up to the last that has one.
    std::string bytes;
  };

  std::vector<std::uint32_t> words_in_order() const;
  void write_token_rows(const std::vector<std::uint32_t>& in_order);
  void append_column(Values& values, std::string& out) const;

  std::vector<std::uint32_t> docids_;
  std::array<Values, kColumnCount> columns_;
  WordNumbers words_;
  std::vector<std::uint32_t> token_rows_;  // Numbers of words, of all streams one after the other.
  std::vector<std::uint32_t> row_counts_;  // Of each stream.
  std::size_t bytes_ = 0;
};

}  // namespace pressarkiv
