// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "common/schema/content_sketch.h"
#include "common/schema/content_table.h"

using namespace pressarkiv;

namespace {

int equal_values(const MinHash& a, const MinHash& b) {
  int equal = 0;
  for (std::size_t i = 0; i < kMinima; ++i) equal += a[i] == b[i] ? 1 : 0;
  return equal;
}

}  // namespace

TEST_CASE("minhash: the share of equal values is the share of common shingles") {
  std::mt19937 random(7);
  // 400 words, of which the first `common` are the same: common-2 of 2*400-common-2 shingles.
  for (const std::size_t common : {0U, 100U, 200U, 300U, 400U}) {
    double equal = 0;
    constexpr int kRounds = 60;
    for (int round = 0; round < kRounds; ++round) {
      std::vector<std::uint32_t> a(400);
      for (std::uint32_t& word : a) word = static_cast<std::uint32_t>(random());
      std::vector<std::uint32_t> b = a;
      for (std::size_t i = common; i < b.size(); ++i) b[i] = static_cast<std::uint32_t>(random());
      equal += equal_values(min_hash(a), min_hash(b));
    }
    const double shared = common < 3 ? 0 : static_cast<double>(common) - 2;
    const double expected = shared / (2 * 398 - shared);
    CAPTURE(common);
    // 60 rounds of 48 values: the standard error is below .01.
    CHECK(equal / (kRounds * static_cast<double>(kMinima)) == Approx(expected).margin(0.04));
  }
}

TEST_CASE("minhash: texts of fewer words than a shingle are told apart by their words") {
  CHECK(min_hash({1, 2}) == min_hash({1, 2}));
  CHECK(min_hash({1, 2}) != min_hash({2, 1}));
  CHECK(min_hash({1}) != min_hash({2}));
  CHECK(min_hash({}) == min_hash({}));
}

TEST_CASE("content sketch: what is written is read, damaged bytes give no blocks") {
  ContentSketch sketch;
  sketch.sender_hash = 0xFFFFFFFF;
  sketch.title_words = 7;
  sketch.title_hash = 123456789;
  sketch.boilerplate_words = 300;
  sketch.blocks = {{12, 0xDEADBEEF}, {1, 0}};
  sketch.minima = min_hash({1, 2, 3, 4});
  const std::string encoded = encode_sketch(sketch);
  const auto decoded = [](std::string_view bytes) {
    const SketchView view(bytes);
    ContentSketch read{view.sender_hash(), view.title_words(), view.title_hash(), {}, 0, {}};
    read.boilerplate_words = view.boilerplate_words();
    view.each_block([&](const ContentBlock& block) { read.blocks.push_back(block); });
    for (std::size_t i = 0; i < kMinima; ++i) read.minima[i] = MinHashView(view.minima())[i];
    return read;
  };
  CHECK(decoded(encoded) == sketch);
  for (std::size_t size = 0; size < encoded.size(); ++size) {
    CHECK(decoded(std::string_view(encoded).substr(0, size)).blocks.empty());
  }
}

TEST_CASE("content table: chunks hold what was put in") {
  ContentTable table;
  table.ranges = {{3, 9}, {20, 25}, {0, 4}};
  table.entries = {
      {5, 20190514, 100, 120, 0, 0, 2}, {9, 0, 0, 0, 5, 2, 0}, {4096, 20190000, 1, 2, 0, 2, 1}};
  CHECK(content_key(1) == content_key(4095));
  CHECK(content_key(4095) != content_key(4096));
  ContentTable read;
  CHECK(append_content_chunk(encode_content_chunk(table, 0, 2), read));
  CHECK(append_content_chunk(encode_content_chunk(table, 2, 3), read));
  CHECK(read.entries == table.entries);
  REQUIRE(read.ranges.size() == 3);
  CHECK(read.ranges[2].end == 4);
  REQUIRE(find_entry(read, 9) != nullptr);
  CHECK(find_entry(read, 9)->duplicate_of == 5);
  CHECK(find_entry(read, 10) == nullptr);
  const std::string chunk = encode_content_chunk(table, 0, 2);
  CHECK_FALSE(append_content_chunk(chunk.substr(0, chunk.size() - 1), read));
}
