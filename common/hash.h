// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace pressarkiv {

/// A hash that may reach the disk: the same on every machine, for ever. FNV-1a over the bytes
/// (http://www.isthe.com/chongo/tech/comp/fnv/), then the finaliser of MurmurHash3 so that every
/// bit range of the result is usable. Not for hostile keys and not for integrity.
constexpr std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001B3U;
  }
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDU;
  hash ^= hash >> 33U;
  hash *= 0xC4CEB9FE1A85EC53U;
  hash ^= hash >> 33U;
  return hash;
}

/// The hash of a sequence: `hash` of what came before, `next` of what follows. Order counts.
constexpr std::uint64_t combined_hash(std::uint64_t hash, std::uint64_t next) {
  std::uint64_t value = (hash * 0x9E3779B97F4A7C15U) ^ next;
  value ^= value >> 32U;
  value *= 0xFF51AFD7ED558CCDU;
  return value ^ (value >> 29U);
}

}  // namespace pressarkiv
