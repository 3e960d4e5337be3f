// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/token_stream.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>

namespace pressarkiv {
namespace {

struct Word {
  Section section;
  WordHash hash;
};

/// Different for different numbers. Not by the factor of TokenStreamBuilder's own hash, which would
/// give all words that one place.
WordHash word_of(std::uint32_t number) {
  return {number * 2246822519U, static_cast<std::uint16_t>(number)};
}

std::string encoded(const std::vector<Word>& words) {
  TokenStreamBuilder builder;
  for (const Word& word : words) builder.add(word.section, word.hash);
  return builder.encode();
}

/// `count` words over `distinct` different ones, parted into four sections.
std::vector<Word> random_words(std::uint32_t seed, std::size_t count, std::uint32_t distinct) {
  std::mt19937 random(seed);
  std::vector<Word> words;
  for (std::size_t i = 0; i < count; ++i) {
    const auto word = static_cast<std::uint32_t>(random() % distinct);
    words.push_back({static_cast<Section>(i * kSectionCount / count),
                     {word * 2654435761U, static_cast<std::uint16_t>(word * 40503U)}});
  }
  return words;
}

TEST_CASE("token stream: gives back each word and each section") {
  // Row numbers take one byte up to 256 rows, two up to 65,536, four above.
  for (const std::uint32_t distinct : {1U, 2U, 255U, 256U, 257U, 65'536U, 65'537U, 70'000U}) {
    INFO(distinct << " distinct words");
    std::vector<Word> words;
    for (std::uint32_t word = 0; word < distinct; ++word) {
      words.push_back({word == 0 ? Section::kTitle : Section::kBody, word_of(word)});
    }
    words.push_back({Section::kBoilerplate, words.front().hash});
    const std::string bytes = encoded(words);
    const TokenStreamView view(bytes);
    REQUIRE(view.size() == words.size());
    CHECK(view.row_count() == distinct);
    CHECK(view.section(Section::kTitle).end == 1);
    CHECK(view.section(Section::kLead).begin == view.section(Section::kLead).end);
    CHECK(view.section(Section::kBody).end == distinct);
    CHECK(view.section(Section::kBoilerplate).end == distinct + 1);
    bool same = true;
    for (std::uint32_t i = 0; i < view.size(); ++i)
      same = same && view.row(view.word(i)) == words[i].hash;
    CHECK(same);
  }
}

TEST_CASE("token stream: words beside have no position and count as often as was said") {
  TokenStreamBuilder builder;
  const WordHash word{1, 2};
  const WordHash piece{3, 4};
  builder.add(Section::kBody, word);
  builder.add_beside(builder.row_of(piece), 3);
  builder.add(Section::kBoilerplate, word);
  const std::string bytes = builder.encode();
  const TokenStreamView view(bytes);
  CHECK(view.size() == 2);
  CHECK(view.row_count() == 2);
  REQUIRE(view.beside().end - view.beside().begin == 3);
  for (std::uint32_t at = view.beside().begin; at < view.beside().end; ++at) {
    CHECK(view.row(view.word(at)) == piece);
  }
  const std::array rows{view.find_row(piece)};
  for (const Section section : {Section::kTitle, Section::kBody, Section::kBoilerplate}) {
    CHECK_FALSE(view.has_in_a_row(rows, section));
  }
  builder.clear();
  CHECK(builder.encode() == encoded({}));
}

TEST_CASE("token stream: random streams come back word for word") {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const std::vector<Word> words = random_words(seed, 1 + seed * 7, 1 + seed * 3);
    const std::string bytes = encoded(words);
    const TokenStreamView view(bytes);
    REQUIRE(view.size() == words.size());
    for (std::uint32_t i = 0; i < view.size(); ++i) {
      REQUIRE(view.row(view.word(i)) == words[i].hash);
      const SectionRange section = view.section(words[i].section);
      REQUIRE((section.begin <= i && i < section.end));
    }
  }
}

TEST_CASE("token stream: words in a row are found by their rows, however wide these are") {
  // 70,000 distinct words: rows of one, two and four bytes.
  for (const std::uint32_t distinct : {5U, 300U, 70000U}) {
    CAPTURE(distinct);
    TokenStreamBuilder builder;
    for (std::uint32_t i = 0; i < distinct; ++i) builder.add(Section::kLead, word_of(i));
    for (std::uint32_t i = distinct; i-- > 0;) builder.add(Section::kBody, word_of(i));
    const std::string encoded = builder.encode();
    const TokenStreamView stream(encoded);
    CHECK(stream.find_row(word_of(distinct)) == stream.row_count());
    for (const std::uint32_t first : {0U, 1U, distinct / 2, distinct - 2}) {
      const std::array rows{stream.find_row(word_of(first)), stream.find_row(word_of(first + 1))};
      const std::array turned{rows[1], rows[0]};
      REQUIRE(rows == std::array{first, first + 1});
      CHECK(stream.has_in_a_row(rows, Section::kLead));
      CHECK_FALSE(stream.has_in_a_row(rows, Section::kBody));
      CHECK(stream.has_in_a_row(turned, Section::kBody));
      CHECK_FALSE(stream.has_in_a_row(turned, Section::kLead));
      CHECK_FALSE(stream.has_in_a_row(rows, Section::kTitle));
    }
    const std::array across{distinct - 1, distinct - 1};  // From one section into the next.
    CHECK_FALSE(stream.has_in_a_row(across, Section::kLead));
    CHECK_FALSE(stream.has_in_a_row(across, Section::kBody));
  }
}

TEST_CASE("token stream: an empty one, and a builder used again") {
  CHECK(TokenStreamView(encoded({})).size() == 0);
  CHECK(TokenStreamView("").size() == 0);
  TokenStreamBuilder builder;
  builder.add(Section::kTitle, {1, 1});
  builder.clear();
  builder.add(Section::kBody, {2, 2});
  CHECK(builder.encode() == encoded({{Section::kBody, {2, 2}}}));
}

TEST_CASE("token stream: words of one term are told apart by their form") {
  const std::string bytes =
      encoded({{Section::kBody, {7, 1}}, {Section::kBody, {7, 2}}, {Section::kBody, {7, 1}}});
  const TokenStreamView view(bytes);
  CHECK(view.row_count() == 2);
  CHECK(view.word(0) == view.word(2));
  CHECK(view.word(0) != view.word(1));
}

// Everything that can be asked of a view, which is what the sanitizers look at.
std::uint64_t read_everything(const TokenStreamView& view) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const SectionRange range = view.section(static_cast<Section>(i));
    REQUIRE(range.begin <= range.end);
    REQUIRE(range.end <= view.size());
  }
  for (std::uint32_t i = 0; i < view.size(); ++i) sum += view.row(view.word(i)).term;
  return sum;
}

TEST_CASE("token stream: cut off or damaged bytes read as something harmless") {
  const std::string bytes = encoded(random_words(1, 400, 300));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    CHECK(TokenStreamView(cut).size() == 0);
  }
  CHECK(TokenStreamView(bytes + "x").size() == 0);
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = bytes;
    // Mostly the head, where the lengths stand.
    const std::size_t at = random() % (round % 2 == 0 ? 12 : damaged.size());
    damaged[at] = static_cast<char>(random());
    read_everything(TokenStreamView(damaged));
  }
}

}  // namespace
}  // namespace pressarkiv
