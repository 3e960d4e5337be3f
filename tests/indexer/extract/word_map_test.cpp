// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/word_map.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace pressarkiv::extract {
namespace {

TEST_CASE("word map: words of all lengths are found, others are not") {
  WordMap<int> map;
  std::string word;
  for (int size = 0; size <= 40; ++size) {
    map[word] = size;
    word.push_back(static_cast<char>('a' + size % 26));
  }
  word.clear();
  for (int size = 0; size <= 40; ++size) {
    CAPTURE(word);
    REQUIRE(map.contains(word));
    CHECK(*map.find(word) == size);
    CHECK_FALSE(map.contains(word + "!"));
    word.push_back(static_cast<char>('a' + size % 26));
  }
}

TEST_CASE("word map: what is known of a word can be added to") {
  WordMap<unsigned> map;
  map["vd"] |= 1U;
  map["rektor"] |= 2U;
  map["vd"] |= 4U;
  CHECK(*map.find("vd") == 5U);
  CHECK(*map.find("rektor") == 2U);
}

TEST_CASE("word map: thousands of words stay apart") {
  WordMap<std::size_t> map;
  constexpr std::size_t kWords = 20000;
  for (std::size_t i = 0; i < kWords; ++i) map["ord" + std::to_string(i)] = i;
  std::size_t right = 0;
  std::size_t strange = 0;
  for (std::size_t i = 0; i < kWords; ++i) {
    const std::size_t* found = map.find("ord" + std::to_string(i));
    right += found != nullptr && *found == i ? 1U : 0U;
    strange += map.contains("mot" + std::to_string(i)) ? 1U : 0U;
  }
  CHECK(right == kWords);
  CHECK(strange == 0);
}

TEST_CASE("word map: an empty one knows nothing, each goes in the order of adding") {
  WordMap<int> map;
  CHECK_FALSE(map.contains(""));
  CHECK_FALSE(map.contains("ord"));
  for (const int value : {3, 1, 2}) map[std::to_string(value)] = value;
  std::vector<int> order;
  map.each([&](int& value) { order.push_back(value); });
  CHECK(order == std::vector<int>{3, 1, 2});
}

}  // namespace
}  // namespace pressarkiv::extract
