// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema/token_stream.h"

namespace pressarkiv {

/// Values of a MinHash signature, 16 bits of each kept.
inline constexpr std::size_t kMinima = 48;
using MinHash = std::array<std::uint16_t, kMinima>;

/// The signature of a text over its shingles of three words each (Broder 1997): the share of equal
/// values of two texts estimates how many of their shingles they share. A text of fewer words is
/// one shingle. `words` are identities, such as WordHash::term.
MinHash min_hash(const std::vector<std::uint32_t>& words);

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
/// Damaged bytes decode to a sketch without blocks.
ContentSketch decode_sketch(std::string_view encoded);

}  // namespace pressarkiv
