// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace pressarkiv {

/// The number whose bytes lie at `bytes`, the lowest first; no alignment is asked for. Compilers
/// make one load of it where the machine has that order.
template <typename Number>
Number little_endian(const char* bytes) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    value = static_cast<Number>(value | static_cast<Number>(static_cast<unsigned char>(bytes[i]))
                                            << (8U * i));
  }
  return value;
}

/// Writes the lowest `kWidth` bytes, the lowest first; returns where to go on.
template <unsigned kWidth>
char* write_little_endian(char* out, std::uint64_t value) {
  for (unsigned i = 0; i < kWidth; ++i) *out++ = static_cast<char>(value >> (8U * i));
  return out;
}

}  // namespace pressarkiv
