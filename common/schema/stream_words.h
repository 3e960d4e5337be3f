// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "common/little_endian.h"

namespace pressarkiv {

/// Identity of a word in a token stream: hashes of its term (stem) and of its folded form. Two
/// words of one release that are taken for each other would need 32 (terms) or 48 (forms) equal
/// bits *and* a neighbourhood that fits, in a release that holds all terms of the query anyway.
struct WordHash {
  std::uint32_t term = 0;
  std::uint16_t form = 0;
  bool operator==(const WordHash&) const = default;
};
WordHash hash_word(std::string_view term, std::string_view folded_form);
/// The same from stable_hash() of both.
inline WordHash hash_word(std::uint64_t term_hash, std::uint64_t folded_form_hash) {
  return {static_cast<std::uint32_t>(term_hash),
          static_cast<std::uint16_t>(folded_form_hash >> 32U)};
}
/// Term and form as one number, by which tables of words are in order.
constexpr std::uint64_t order_of(WordHash word) {
  return std::uint64_t{word.term} << 16U | word.form;
}

/// The words of many token streams, each once, ascending by order_of(): 4 + 2 bytes each,
/// little-endian. A view: the bytes must outlive it.
class StreamWords {
 public:
  static constexpr unsigned kWordBytes = 6;

  StreamWords() = default;
  explicit StreamWords(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size() / kWordBytes); }
  bool empty() const { return bytes_.empty(); }
  /// {} where the number is too high.
  WordHash word(std::uint32_t number) const {
    if (number >= size()) return {};
    const char* const at = bytes_.data() + std::size_t{number} * kWordBytes;
    return {little_endian<std::uint32_t>(at), little_endian<std::uint16_t>(at + 4)};
  }
  /// The number of a word; size() where the table lacks it. O(log size).
  std::uint32_t find(WordHash word) const;
  /// The numbers [first, second) of the words of a term, whatever their form. O(log size).
  std::pair<std::uint32_t, std::uint32_t> of_term(std::uint32_t term) const;
  /// Bytes of a number, in streams.
  unsigned number_width() const { return size() <= 0x10000 ? 2 : 4; }
  /// Whether both are views of the same bytes.
  bool is(const StreamWords& other) const { return bytes_.data() == other.bytes_.data(); }

 private:
  /// The first number whose word does not come before this, by order_of().
  std::uint32_t lower_bound(std::uint64_t order) const;

  std::string_view bytes_;
};

/// Reads one word of a table or of a stream with rows of its own.
inline WordHash word_hash_at(const char* bytes) {
  return {little_endian<std::uint32_t>(bytes), little_endian<std::uint16_t>(bytes + 4)};
}

}  // namespace pressarkiv
