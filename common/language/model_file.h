// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "common/language/compound_splitter.h"

namespace pressarkiv {

/// The first bytes of a model file. The content follows in the order of the counts: arcs (8 bytes
/// each), the number of its info for each word (2), word infos (10), ending offsets (4, one more
/// than endings), endings (text). All numbers are little-endian.
struct ModelHeader {
  static constexpr std::array<char, 8> kMagic{'P', 'A', 'L', 'A', 'N', 'G', '\r', '\n'};
  /// Raised with every change of layout or of what split() and keys() make of the same content.
  static constexpr std::uint32_t kVersion = 1;
  static constexpr std::uint32_t kByteOrder = 0x01020304;

  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t content_hash = 0;  ///< model_hash() of all that follows the header.
  std::uint64_t content_size = 0;  ///< Bytes that follow the header.
  std::uint32_t arc_count = 0;
  std::uint32_t word_count = 0;
  std::uint32_t info_count = 0;
  std::uint32_t ending_count = 0;
  std::uint32_t ending_bytes = 0;
  SplitWeights weights;
  std::uint32_t reserved = 0;
  std::uint32_t header_hash = 0;  ///< header_hash_of(), with this field 0.
};
static_assert(sizeof(ModelHeader) == 72 && std::is_trivially_copyable_v<ModelHeader>);

/// A checksum that runs at memory speed: four lanes of multiply and rotate over 8 bytes each.
/// Against accidents, not against forgers. Stable across machines of one byte order.
inline std::uint64_t model_hash(std::string_view bytes) {
  constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87U;
  std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
  std::size_t lane = 0;
  const auto mix = [&](std::uint64_t word) {
    std::uint64_t& sum = lanes[lane++ & 3U];
    sum = (sum ^ word) * kPrime;
    sum ^= sum >> 29U;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    mix(word);
  }
  std::uint64_t tail = 0;
  if (at < bytes.size()) std::memcpy(&tail, bytes.data() + at, bytes.size() - at);
  mix(tail);
  mix(bytes.size());
  std::uint64_t hash = 0;
  for (const std::uint64_t sum : lanes) hash = (hash ^ sum) * kPrime;
  return hash ^ (hash >> 32U);
}

inline std::uint32_t header_hash_of(ModelHeader header) {
  header.header_hash = 0;
  return static_cast<std::uint32_t>(
      model_hash({reinterpret_cast<const char*>(&header), sizeof header}));
}

}  // namespace pressarkiv
