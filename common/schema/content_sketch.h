// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/codec.h"
#include "common/little_endian.h"

namespace pressarkiv {

/// Values of a MinHash signature, 16 bits of each kept.
inline constexpr std::size_t kMinima = 48;
using MinHash = std::array<std::uint16_t, kMinima>;

/// The signature of a text over its shingles of three words each (Broder 1997): the share of equal
/// values of two texts estimates how many of their shingles they share. A text of fewer words is
/// one shingle. `words` are identities, such as WordHash::term.
MinHash min_hash(const std::vector<std::uint32_t>& words);

/// A signature as bytes, two little-endian ones a value.
inline constexpr std::size_t kMinHashBytes = 2 * kMinima;
std::string encode_min_hash(const MinHash& minima);
/// Reads one in place; the bytes, kMinHashBytes of them, must outlive it.
class MinHashView {
 public:
  MinHashView() = default;
  explicit MinHashView(std::string_view bytes) : bytes_(bytes.data()) {}

  bool empty() const { return bytes_ == nullptr; }
  std::uint16_t operator[](std::size_t index) const {
    return little_endian<std::uint16_t>(bytes_ + 2 * index);
  }

 private:
  const char* bytes_ = nullptr;
};

/// One block of a release (lead, paragraph, list item, subheading), to recognise it elsewhere.
struct ContentBlock {
  std::uint32_t words = 0;  ///< Main tokens; blocks follow each other in the token stream.
  std::uint32_t hash = 0;   ///< Of the folded forms in order; case and punctuation do not count.
  bool operator==(const ContentBlock&) const = default;
};

/// What the index keeps of a release so that repeated paragraphs and near-duplicates can be found
/// without its text.
struct ContentSketch {
  std::uint32_t sender_hash = 0;     ///< Of the first sender's label, folded; 0 where unknown.
  std::uint32_t title_words = 0;     ///< Main tokens of the title: where the first block begins.
  std::uint32_t title_hash = 0;      ///< As ContentBlock::hash.
  std::vector<ContentBlock> blocks;  ///< Lead, then the body, in order; all of their words.
  std::uint32_t boilerplate_words = 0;
  MinHash minima{};  ///< Of title, lead and body.
  bool operator==(const ContentSketch&) const = default;
};

std::string encode_sketch(const ContentSketch& sketch);

/// Reads a sketch in place; `encoded` must outlive it. Damaged bytes read as a sketch without
/// blocks.
class SketchView {
 public:
  explicit SketchView(std::string_view encoded);

  std::uint32_t sender_hash() const { return sender_hash_; }
  std::uint32_t title_words() const { return title_words_; }
  std::uint32_t title_hash() const { return title_hash_; }
  std::uint32_t boilerplate_words() const { return boilerplate_words_; }
  /// kMinHashBytes of them; zeros where the sketch is damaged.
  std::string_view minima() const { return minima_; }
  /// Calls `visit(block)` for each ContentBlock.
  template <typename Visit>
  void each_block(Visit visit) const {
    ByteReader reader(blocks_);
    for (std::uint64_t i = 0; i < block_count_; ++i) {
      const auto words = static_cast<std::uint32_t>(reader.number());
      visit(ContentBlock{words, static_cast<std::uint32_t>(reader.number())});
    }
  }

 private:
  std::string_view minima_;
  std::string_view blocks_;
  std::uint64_t block_count_ = 0;
  std::uint32_t sender_hash_ = 0;
  std::uint32_t title_words_ = 0;
  std::uint32_t title_hash_ = 0;
  std::uint32_t boilerplate_words_ = 0;
};

}  // namespace pressarkiv
