// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressarkiv::glass {

/// How Xapian's glass backend writes numbers and texts where their order must be that of the bytes.
/// (Other numbers it writes as ByteWriter of common/codec.h does.)

/// A document number at the end of a key: two bytes below 2^15; above it a byte whose leading ones
/// tell how many follow, and the number in as few bytes as it needs.
inline void append_sortable(std::string& key, std::uint32_t number) {
  constexpr std::uint32_t kTwoBytes = 0x8000;
  constexpr unsigned kBitsOfByte = 7;
  unsigned size = 2;
  std::uint64_t room = kTwoBytes;  // The first number that `size` bytes cannot hold.
  for (; number >= room; ++size) room <<= kBitsOfByte;
  const auto ones = static_cast<std::uint64_t>(0xFFU << (10 - size) & 0xFFU);
  const std::uint64_t value = size == 2 ? number : number | ones << 8U * (size - 1);
  for (unsigned i = size; i-- > 0;) key.push_back(static_cast<char>(value >> 8U * i));
}

/// A term in a key: a zero byte is followed by 0xFF, so that the one that ends a term sorts first.
inline void append_term(std::string& key, std::string_view term) {
  for (const char byte : term) {
    key.push_back(byte);
    if (byte == 0) key.push_back('\xFF');
  }
}

}  // namespace pressarkiv::glass
