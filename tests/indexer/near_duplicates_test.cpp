// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/near_duplicates.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <deque>
#include <random>

#include "indexer/repeated_paragraphs.h"

using namespace pressarkiv;

namespace {

using Words = std::vector<std::uint32_t>;

/// The whole matrix, as the textbook has it.
std::size_t full_distance(const Words& a, const Words& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
    }
  }
  return cost[a.size()][b.size()];
}

/// An archive of texts, docids from 1.
struct Texts {
  std::vector<Words> words;
  std::vector<std::uint32_t> dates;

  std::uint32_t add(Words text, std::uint32_t date = 20200101) {
    words.push_back(std::move(text));
    dates.push_back(date);
    return static_cast<std::uint32_t>(words.size());
  }
  std::vector<std::uint32_t> duplicates() const {
    std::vector<DuplicateCandidate> candidates;
    std::deque<std::string> minima;
    for (std::size_t i = 0; i < words.size(); ++i) {
      minima.push_back(encode_min_hash(min_hash(words[i])));
      candidates.push_back({static_cast<std::uint32_t>(i + 1), dates[i],
                            static_cast<std::uint32_t>(words[i].size()),
                            MinHashView(minima.back())});
    }
    return find_duplicates(candidates, [&](std::uint32_t docid) { return words[docid - 1]; });
  }
};

/// Words as they are spread in a language: the r-th commonest with a chance of about 1/r.
Words natural_text(std::mt19937& random, std::size_t size) {
  Words text(size);
  for (std::uint32_t& word : text) {
    const double u = std::uniform_real_distribution<double>(0, 1)(random);
    word = static_cast<std::uint32_t>(std::pow(20000.0, u));
  }
  return text;
}

/// Changes, inserts or leaves out `changes` words.
Words edited(std::mt19937& random, Words text, int changes) {
  for (int i = 0; i < changes; ++i) {
    const std::size_t at = random() % text.size();
    switch (random() % 3) {
      case 0:
        text[at] = 50000 + static_cast<std::uint32_t>(random() % 1000);
        break;
      case 1:
        text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), 60000);
        break;
      default:
        text.erase(text.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("distance in a band: the same verdict as the whole matrix") {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    Words a(random() % 12);
    Words b(random() % 12);
    for (std::uint32_t& word : a) word = static_cast<std::uint32_t>(random() % 3);
    for (std::uint32_t& word : b) word = static_cast<std::uint32_t>(random() % 3);
    const std::size_t limit = random() % 5;
    CAPTURE(a, b, limit);
    REQUIRE(within_distance(a, b, limit) == (full_distance(a, b) <= limit));
  }
}

TEST_CASE("near-duplicates: seeded copies with up to three changed words are found") {
  std::mt19937 random(2);
  Texts texts;
  std::vector<std::uint32_t> originals;
  for (int i = 0; i < 1500; ++i) {
    // A month apart at most; long and short, as releases are.
    originals.push_back(texts.add(natural_text(random, 23 + random() % 500)));
  }
  std::vector<std::uint32_t> expected;
  for (const std::uint32_t original : originals) {
    const Words copy =
        edited(random, texts.words[original - 1], 1 + static_cast<int>(random() % 3));
    texts.add(copy);
    expected.push_back(original);
  }
  const std::vector<std::uint32_t> found = texts.duplicates();
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::uint32_t wanted = i < originals.size() ? 0 : expected[i - originals.size()];
    right += wanted != 0 && found[i] == wanted ? 1 : 0;
    wrong += found[i] != 0 && found[i] != wanted ? 1 : 0;
  }
  CHECK(right >= originals.size() * 97 / 100);
  CHECK(wrong == 0);
}

TEST_CASE("near-duplicates: more than three changed words are another text") {
  std::mt19937 random(3);
  Texts texts;
  for (int i = 0; i < 200; ++i) {
    const std::uint32_t original = texts.add(natural_text(random, 100));
    Words other = texts.words[original - 1];
    for (std::size_t at = 0; at < 4; ++at) other[at * 20] = 70000 + static_cast<unsigned>(at);
    texts.add(other);
  }
  const std::vector<std::uint32_t> found = texts.duplicates();
  CHECK(std::count(found.begin(), found.end(), 0U) == static_cast<std::ptrdiff_t>(found.size()));
}

TEST_CASE("near-duplicates: short texts, forms and what returns a year later") {
  struct Case {
    const char* what;
    std::size_t words;
    int changes;
    std::uint32_t first;
    std::uint32_t second;
    bool same;
  };
  const Case test = GENERATE(values<Case>({
      {"bare title, same day", 5, 0, 20200101, 20200101, true},
      {"bare title, next day", 5, 0, 20200101, 20200102, false},
      {"bare title, only the month known", 5, 0, 20200100, 20200100, false},
      {"bare title with another name", 5, 1, 20200101, 20200101, false},
      {"a form, same day", 40, 2, 20200101, 20200101, true},
      {"a form, next month", 40, 2, 20200100, 20200200, false},
      {"news again next month", 80, 3, 20200100, 20200200, true},
      {"changed after a year", 80, 2, 20200101, 20210101, false},
      {"unchanged after a year", 80, 0, 20200101, 20210101, true},
      {"no date at all", 80, 2, 0, 0, true},
  }));
  CAPTURE(test.what);
  Texts texts;
  Words words;
  for (std::uint32_t i = 0; i < test.words; ++i) words.push_back(i);
  texts.add(words, test.first);
  for (int i = 0; i < test.changes; ++i) words[static_cast<std::size_t>(i) * 2] = 900;
  texts.add(words, test.second);
  CHECK(texts.duplicates() == std::vector<std::uint32_t>{0, test.same ? 1U : 0U});
}

TEST_CASE("near-duplicates: the earliest is the original, all others are its copies") {
  Texts texts;
  Words words;
  for (std::uint32_t i = 0; i < 100; ++i) words.push_back(i);
  for (std::uint32_t i = 0; i < 60; ++i) texts.add(words, 20200130 - i % 20);
  texts.add(words, 0);
  const std::vector<std::uint32_t> found = texts.duplicates();
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == (i == 19 ? 0U : 20U));
}

TEST_CASE("repeated paragraphs: by sender, under different titles") {
  RepeatedParagraphs paragraphs;
  std::deque<std::string> encoded;
  const auto sketch = [&encoded](std::uint32_t sender, std::uint32_t title, ContentBlock block) {
    ContentSketch made;
    made.sender_hash = sender;
    made.title_hash = title;
    made.blocks = {block};
    encoded.push_back(encode_sketch(made));
    return SketchView(encoded.back());
  };
  const ContentBlock standing{12, 1};
  const ContentBlock reposted{12, 2};
  const ContentBlock heading{1, 3};
  for (std::uint32_t i = 0; i < kRepeatTitles; ++i) {
    paragraphs.add(sketch(1, i, standing));
    paragraphs.add(sketch(1, 0, reposted));  // One release, published again and again.
    paragraphs.add(sketch(1, i, heading));
    if (i > 0) paragraphs.add(sketch(2, i, standing));
  }
  CHECK(paragraphs.is_repeated(1, standing));
  CHECK_FALSE(paragraphs.is_repeated(2, standing));
  CHECK_FALSE(paragraphs.is_repeated(1, reposted));
  CHECK_FALSE(paragraphs.is_repeated(1, heading));
  for (std::uint32_t i = kRepeatTitles; i < kShortRepeatTitles; ++i) {
    paragraphs.add(sketch(1, i, heading));
  }
  CHECK(paragraphs.is_repeated(1, heading));
  CHECK_FALSE(paragraphs.is_repeated(3, standing));
}
