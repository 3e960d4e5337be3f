// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/little_endian.h"
#include "common/schema/stream_words.h"
#include "common/schema/word_numbers.h"

namespace pressarkiv {

/// The parts of a release that have token positions, in the order of the stream.
enum class Section : std::uint8_t { kTitle = 0, kLead = 1, kBody = 2, kBoilerplate = 3 };
inline constexpr std::size_t kSectionCount = 4;

/// Positions of one section: [begin, end) in the stream.
struct SectionRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Builds the compact token stream of a release: its words in order, as numbers into a table of
/// the release's own distinct words. It answers phrases, nearness, words inside one section and
/// exact forms for a candidate release without its text, at about 4 bytes a word instead of a
/// position list for each posting (figures: ARCHITECTURE.md, "What a posting carries").
///
/// Words that have no position but are index terms of the ranked text (pieces, joined and other
/// spellings: TokenKind) stand behind, as often as they count (wdf): with them the stream tells all
/// terms of the text and their frequencies, so that the index needs no list of terms by release.
///
/// Layout: LEB128 × 4 section lengths; LEB128 number of words beside; LEB128 number of table rows;
/// one row number a word, of 1 byte if there are at most 256 rows, of 2 bytes up to 65,536, else of
/// 4; then the rows, of 4 + 2 bytes (little-endian WordHash), in order of first occurrence.
///
/// Where many streams lie together (common/columns/column_block.h) they share one StreamWords, and
/// a row is the number of its word there, of 2 bytes if that table has at most 65,536, else of 4.
class TokenStreamBuilder {
 public:
  void add(Section section, WordHash word) { add_row(section, row_of(word)); }
  /// The row of a word, made on first sight: for callers that know their words by number.
  std::uint32_t row_of(WordHash word) { return rows_.number_of(word); }
  void add_row(Section section, std::uint32_t row) {
    words_.push_back(row);
    ++lengths_[static_cast<std::size_t>(section)];
  }
  /// A word without a position that counts `times`.
  void add_beside(std::uint32_t row, std::uint32_t times) {
    beside_.resize(beside_.size() + times, row);
  }
  std::string encode() const;
  void clear();

 private:
  std::array<std::uint32_t, kSectionCount> lengths_{};
  WordNumbers rows_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> beside_;
};

/// Reads a token stream in place; what it was made of must outlive it. Damaged bytes read as an
/// empty stream.
class TokenStreamView {
 public:
  /// A stream with rows of its own.
  explicit TokenStreamView(std::string_view encoded) : TokenStreamView(encoded, kRowBytes) {}
  /// One whose rows are numbers into `words`.
  TokenStreamView(std::string_view encoded, const StreamWords& words)
      : TokenStreamView(encoded, words.number_width()) {
    table_ = words;
  }

  std::uint32_t size() const { return size_; }
  SectionRange section(Section section) const {
    return sections_[static_cast<std::size_t>(section)];
  }
  /// Where the words stand that have no position: word() gives their rows, too.
  SectionRange beside() const { return {size_, size_ + beside_}; }
  std::uint32_t row_count() const { return row_count_; }
  // Inside the loops of every phrase: here, so that the compiler sees through them.
  WordHash row(std::uint32_t index) const {
    const char* const bytes = rows_.data() + std::size_t{index} * row_width_;
    return row_width_ == kRowBytes ? word_hash_at(bytes) : table_.word(number_at(bytes));
  }
  /// Where row_count() rows are numbers of table(): such a number.
  std::uint32_t row_number(std::uint32_t index) const {
    return number_at(rows_.data() + std::size_t{index} * row_width_);
  }
  /// The table that rows are numbers of; empty where the stream has its own.
  const StreamWords& table() const { return table_; }
  /// The row of this word; row_count() where the release lacks it.
  std::uint32_t find_row(WordHash word) const;
  /// The same, of the word with a number in table().
  std::uint32_t find_row(std::uint32_t number) const;
  /// Whether these rows, of find_row(), follow each other somewhere in the section. Looks for the
  /// last of them first: rows are numbered as they come, so that rare words have high numbers.
  bool has_in_a_row(std::span<const std::uint32_t> rows, Section section) const;
  /// The row of a word at a position below size(), or of one beside().
  std::uint32_t word(std::uint32_t position) const {
    const char* const bytes = words_.data() + std::size_t{position} * width_;
    const std::uint32_t row = width_ == 1   ? static_cast<unsigned char>(*bytes)
                              : width_ == 2 ? little_endian<std::uint16_t>(bytes)
                                            : little_endian<std::uint32_t>(bytes);
    return row < row_count_ ? row : 0;
  }

  /// Appends the stream up to where its rows begin: for who gives it others.
  void append_without_rows(std::string& out) const;

 private:
  static constexpr unsigned kRowBytes = StreamWords::kWordBytes;

  TokenStreamView(std::string_view encoded, unsigned row_width);

  std::uint32_t number_at(const char* bytes) const {
    return row_width_ == 2 ? little_endian<std::uint16_t>(bytes)
                           : little_endian<std::uint32_t>(bytes);
  }
  bool are_at(std::span<const std::uint32_t> rows, std::uint32_t position) const;

  std::array<SectionRange, kSectionCount> sections_{};
  std::string_view rows_;
  std::string_view words_;
  StreamWords table_;
  std::uint32_t row_count_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t beside_ = 0;
  unsigned row_width_ = kRowBytes;
  unsigned width_ = 1;
};

}  // namespace pressarkiv
