// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pressarkiv {

/// Eight bytes of a text looked at together, as one number. In what order they lie in it depends on
/// the machine, so nothing here tells which byte it was.
using EightBytes = std::uint64_t;

inline constexpr EightBytes kHighBits = 0x8080808080808080U;

/// The same byte eight times.
constexpr EightBytes eight_times(unsigned char byte) { return 0x0101010101010101U * byte; }

/// The bytes from `at` on, of which there must be eight.
inline EightBytes eight_bytes(std::string_view text, std::size_t at) {
  EightBytes bytes = 0;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  return bytes;
}

/// In how many of them the highest bit is set. Not popcount(): without an instruction for it, as
/// on the oldest machines that programs are built for, that is a call and a table.
constexpr std::size_t count_high_bits(EightBytes bytes) {
  return static_cast<std::size_t>((((bytes & kHighBits) >> 7U) * eight_times(1)) >> 56U);
}
constexpr bool is_all_ascii(EightBytes bytes) { return (bytes & kHighBits) == 0; }
/// Whether one of them is less than `limit`, which is no more than 0x80.
constexpr bool any_below(EightBytes bytes, unsigned char limit) {
  return ((bytes - eight_times(limit)) & ~bytes & kHighBits) != 0;
}
constexpr bool any_is(EightBytes bytes, unsigned char byte) {
  return any_below(bytes ^ eight_times(byte), 1);
}

}  // namespace pressarkiv
