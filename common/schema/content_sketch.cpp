// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/content_sketch.h"

#include <algorithm>
#include <limits>

namespace pressarkiv {
namespace {

constexpr std::size_t kShingleWords = 3;

/// The finaliser of MurmurHash3 for 64 bits: every input bit reaches every output bit.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33U;
  value *= 0xFF51AFD7ED558CCDU;
  value ^= value >> 33U;
  value *= 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33U);
}

/// One multiply-shift hash function for each value (Dietzfelbinger and others 1997): odd factors,
/// any sum.
struct HashFunction {
  std::uint32_t factor = 0;
  std::uint32_t sum = 0;
};
constexpr std::array<HashFunction, kMinima> make_functions() {
  std::array<HashFunction, kMinima> functions{};
  for (std::size_t i = 0; i < kMinima; ++i) {
    const std::uint64_t bits = mixed(i + 1);
    functions[i] = {static_cast<std::uint32_t>(bits) | 1U, static_cast<std::uint32_t>(bits >> 32U)};
  }
  return functions;
}
constexpr std::array<HashFunction, kMinima> kFunctions = make_functions();

}  // namespace

MinHash min_hash(const std::vector<std::uint32_t>& words) {
  std::array<std::uint32_t, kMinima> least{};
  least.fill(std::numeric_limits<std::uint32_t>::max());
  const std::size_t width = std::min(kShingleWords, words.size());
  for (std::size_t at = 0; width > 0 && at + width <= words.size(); ++at) {
    std::uint64_t shingle = 0;
    for (std::size_t i = 0; i < width; ++i) shingle = mixed(shingle ^ words[at + i]) + i;
    const auto value = static_cast<std::uint32_t>(shingle >> 32U);
    for (std::size_t i = 0; i < kMinima; ++i) {
      least[i] = std::min(least[i], value * kFunctions[i].factor + kFunctions[i].sum);
    }
  }
  MinHash minima{};
  // Mixed before it is cut: the least values all begin with zeros.
  for (std::size_t i = 0; i < kMinima; ++i) {
    minima[i] = static_cast<std::uint16_t>(mixed(least[i]));
  }
  return minima;
}

std::string encode_min_hash(const MinHash& minima) {
  std::string out(kMinHashBytes, 0);
  char* at = out.data();
  for (const std::uint16_t minimum : minima) at = write_little_endian<2>(at, minimum);
  return out;
}

std::string encode_sketch(const ContentSketch& sketch) {
  std::string out;
  out.reserve(kMinima * 2 + sketch.blocks.size() * 6 + 16);
  out += encode_min_hash(sketch.minima);
  ByteWriter writer(out);
  writer.number(sketch.sender_hash);
  writer.number(sketch.boilerplate_words);
  writer.number(sketch.title_words);
  writer.number(sketch.title_hash);
  writer.number(sketch.blocks.size());
  for (const ContentBlock& block : sketch.blocks) {
    writer.number(block.words);
    writer.number(block.hash);
  }
  return out;
}

SketchView::SketchView(std::string_view encoded) {
  static constexpr std::array<char, kMinHashBytes> kNone{};
  minima_ = {kNone.data(), kNone.size()};
  if (encoded.size() < kMinHashBytes) return;
  minima_ = encoded.substr(0, kMinHashBytes);
  ByteReader reader(encoded.substr(kMinHashBytes));
  sender_hash_ = static_cast<std::uint32_t>(reader.number());
  boilerplate_words_ = static_cast<std::uint32_t>(reader.number());
  title_words_ = static_cast<std::uint32_t>(reader.number());
  title_hash_ = static_cast<std::uint32_t>(reader.number());
  const std::uint64_t count = reader.number();
  blocks_ = reader.rest();
  for (std::uint64_t i = 0; i < 2 * count && reader.ok(); ++i) reader.number();
  if (reader.ok()) block_count_ = count;
}

}  // namespace pressarkiv
