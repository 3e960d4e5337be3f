// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "common/byte_range.h"
#include "common/language/word_automaton.h"

namespace pressarkiv {

/// What the model file holds of one word, 10 bytes.
struct WordInfo {
  std::uint8_t roles = 0;  ///< WordRole bits.
  /// How productive the word is as a first and as a last part: 1 + 16 · log2(1 + partners), where
  /// the partners are the different words seen on the other side. 0: never that part.
  std::uint8_t first = 0;
  std::uint8_t last = 0;
  std::uint8_t lemma_count = 0;           ///< 0, 1 or 2.
  std::array<std::uint8_t, 2> cut{};      ///< Bytes to take off the end …
  std::array<std::uint16_t, 2> ending{};  ///< … and the ending to put there, for the lemma.
};
static_assert(sizeof(WordInfo) == 10);

/// How productivity becomes a decision, in 1/16 of log2 of a number of partners. The values were
/// chosen on a development set of 989 Swedish words; the neighbourhood is flat.
struct SplitWeights {
  std::int16_t known = 130;       ///< What both sides of a boundary must reach in a known word …
  std::int16_t unknown = 66;      ///< … and in one that the dictionary does not have.
  std::int16_t named_bonus = 48;  ///< For a first part that the dictionary names as one.
  /// Taken off for short parts, by the number of letters: 2, 3, 4.
  std::array<std::int16_t, 3> malus{120, 56, 16};
  bool operator==(const SplitWeights&) const = default;
};
static_assert(sizeof(SplitWeights) == 12);

/// The parts of a word as byte ranges of it, in order. The linking element stays with the part
/// before it ("arbets|marknad"). Where a double consonant was written once less, both parts have
/// it and the ranges overlap by one byte: "masskada" is [0, 4) "mass" and [3, 8) "skada".
struct WordParts {
  static constexpr std::size_t kMax = 12;
  std::array<ByteRange, kMax> ranges;
  std::size_t count = 0;  ///< 0: not a compound, else 2 or more.
};

/// Splits compounds at full depth. A boundary is worth the productivity of the best first part that
/// ends there and of the best last part that begins there, whether these are themselves compounds
/// or not; it must reach a threshold. Of all ways to read the word as known parts, the one whose
/// boundaries have the largest sum over the threshold is taken. Borrows what it is made of.
/// Thread-safe, no allocation, about 1 µs a word.
class CompoundSplitter {
 public:
  CompoundSplitter() = default;
  /// `info_of_word` has an index into `infos` for each word of the automaton. Indices beyond are
  /// taken for words that do not exist.
  CompoundSplitter(WordAutomaton words, std::span<const std::uint16_t> info_of_word,
                   std::span<const WordInfo> infos, const SplitWeights& weights)
      : words_(words), info_of_word_(info_of_word), infos_(infos), weights_(weights) {}

  /// The parts of a lower-case word; none for a word of more than 120 bytes.
  WordParts split(std::string_view word) const;

  /// What is known of a word; null where it is not in the automaton.
  const WordInfo* find(std::string_view word) const;

 private:
  class Search;
  const WordInfo* info_at(std::uint32_t number) const {
    if (number >= info_of_word_.size() || info_of_word_[number] >= infos_.size()) return nullptr;
    return &infos_[info_of_word_[number]];
  }

  WordAutomaton words_;
  std::span<const std::uint16_t> info_of_word_;
  std::span<const WordInfo> infos_;
  SplitWeights weights_;
};

}  // namespace pressarkiv
