// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/word_automaton.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace pressarkiv {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

std::vector<std::string> random_words(std::size_t count) {
  std::mt19937 random(7);
  std::vector<std::string> words;
  while (words.size() < count) {
    std::string word;
    for (std::size_t size = 1 + random() % 8; size > 0; --size) {
      word.push_back("abcd\xC3\xA5"[random() % 6]);
    }
    words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

TEST_CASE("word automaton: every word has its place in the order as its number") {
  const std::vector<std::string> words = random_words(5000);
  const std::vector<Arc> arcs = build_automaton(views(words));
  const WordAutomaton automaton(arcs.data(), arcs.size());
  for (std::uint32_t number = 0; number < words.size(); ++number) {
    REQUIRE(automaton.find(words[number]) == number);
  }
  for (const std::string& word : random_words(300)) {
    const std::string other = word + "zz";
    CHECK_FALSE(automaton.find(other).has_value());
  }
}

TEST_CASE("word automaton: a walk sees each word on its way") {
  const std::vector<std::string> words{"bil", "bild", "bilda", "hus"};
  const std::vector<Arc> arcs = build_automaton(views(words));
  const WordAutomaton automaton(arcs.data(), arcs.size());
  WordAutomaton::Walk walk(automaton);
  std::vector<std::uint32_t> seen;
  for (const char byte : std::string_view("bildat")) {
    if (!walk.step(byte)) break;
    if (walk.at_word()) seen.push_back(walk.number());
  }
  CHECK(seen == std::vector<std::uint32_t>{0, 1, 2});
  CHECK_FALSE(automaton.find("bi").has_value());
  CHECK_FALSE(automaton.find("").has_value());
}

TEST_CASE("word automaton: common endings are kept once") {
  const std::vector<std::string> words{"bilarna", "hundarna", "vagnarna"};
  CHECK(build_automaton(views(words)).size() < 22);
}

TEST_CASE("word automaton: no words") {
  const std::vector<Arc> arcs = build_automaton({});
  CHECK_FALSE(WordAutomaton(arcs.data(), arcs.size()).find("a").has_value());
  CHECK_FALSE(WordAutomaton().find("a").has_value());
}

TEST_CASE("word automaton: damaged arcs never lead outside") {
  const std::vector<std::string> words = random_words(500);
  const std::vector<Arc> whole = build_automaton(views(words));
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::vector<Arc> arcs = whole;
    for (int hit = 0; hit < 5; ++hit) {
      arcs[random() % arcs.size()].packed ^= 1U << (random() % 32);
    }
    const WordAutomaton automaton(arcs.data(), arcs.size());
    for (const std::string& word : words) automaton.find(word);
  }
  SUCCEED();
}

}  // namespace
}  // namespace pressarkiv
