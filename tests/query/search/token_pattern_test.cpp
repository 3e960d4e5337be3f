// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_pattern.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/query/search/pattern_support.h"

namespace pressarkiv {
namespace {

using Kind = TokenPattern::Kind;
using Spans = std::vector<Span>;
using test::combined;
using test::letter;
using test::near;
using test::phrase;

Spans spans(const TokenPattern& pattern, std::string_view letters,
            std::optional<Section> section = std::nullopt) {
  const std::string stream = test::letter_stream(letters);
  const TokenStreamView view(stream);
  Spans found = find_spans(pattern, view, section);
  CHECK(matches(pattern, view, section) == !found.empty());
  return found;
}

TEST_CASE("token pattern: words, forms and alternatives") {
  CHECK(spans(letter('b'), "||abcb") == Spans{{1, 2}, {3, 4}});
  CHECK(spans(letter('b'), "||aBcb") == Spans{{1, 2}, {3, 4}});
  CHECK(spans(letter('b', true), "||aBcb") == Spans{{3, 4}});
  CHECK(spans(letter('B', true), "||aBcb") == Spans{{1, 2}});
  CHECK(spans(letter('x'), "||aBcb").empty());
  CHECK(spans(letter('a'), "").empty());
  const TokenPattern either = any_word({{test::letter_hash('c')}, {test::letter_hash('a')}});
  CHECK(spans(either, "||abcb") == Spans{{0, 1}, {2, 3}});
  const TokenPattern any = combined(Kind::kAny, {phrase("bc"), letter('b'), letter('b')});
  CHECK(spans(any, "||abcb") == Spans{{1, 2}, {1, 3}, {3, 4}});
}

TEST_CASE("token pattern: phrases and order within a distance") {
  struct Row {
    std::string_view words;
    std::uint32_t distance;
    std::string_view text;
    Spans found;
  };
  const Row rows[] = {
      {"ab", 1, "||abxab", {{0, 2}, {3, 5}}},
      {"ab", 1, "||axb", {}},
      {"ab", 2, "||axb", {{0, 3}}},
      {"ba", 5, "||ab", {}},
      {"aa", 1, "||aaa", {{0, 2}, {1, 3}}},
      {"abc", 2, "||axbxc", {{0, 5}}},
      {"ab", 3, "||aab", {{1, 3}}},          // The latest beginning.
      {"ab", 3, "||abb", {{0, 2}, {0, 3}}},  // One for each end.
      {"ab", 1, "|a|b", {}},                 // Never across sections.
      {"a", 1, "a|a|a|a", {{0, 1}, {1, 2}, {2, 3}}},
  };
  for (const Row& row : rows) {
    INFO(row.words << " within " << row.distance << " in " << row.text);
    CHECK(spans(phrase(row.words, row.distance), row.text) == row.found);
  }
}

TEST_CASE("token pattern: nearness wants a word of its own for each part") {
  CHECK(spans(near("ba", 2), "||axb") == Spans{{0, 3}});
  CHECK(spans(near("ab", 1), "||axb").empty());
  CHECK(spans(near("aa", 5), "||axx").empty());
  CHECK(spans(near("aa", 2), "||axa") == Spans{{0, 3}});
  CHECK(spans(near("abc", 2), "||cab") == Spans{{0, 3}});
  CHECK(spans(near("ab", 9), "a|b").empty());
  const TokenPattern shared =
      combined(Kind::kNear,
               {any_word({{test::letter_hash('a')}, {test::letter_hash('b')}}), letter('a')}, 3);
  CHECK(spans(shared, "||axx").empty());
  CHECK(spans(shared, "||ab") == Spans{{0, 2}});
}

TEST_CASE("token pattern: sections, and boilerplate only where it is named") {
  const std::string_view text = "a|xa|aa|a";
  CHECK(spans(letter('a'), text).size() == 4);
  CHECK(spans(letter('a'), text, Section::kTitle) == Spans{{0, 1}});
  CHECK(spans(letter('a'), text, Section::kLead) == Spans{{2, 3}});
  CHECK(spans(letter('a'), text, Section::kBody) == Spans{{3, 4}, {4, 5}});
  CHECK(spans(letter('a'), text, Section::kBoilerplate) == Spans{{5, 6}});
  CHECK(spans(letter('a'), "|||a").empty());
}

// What the header says, written down with no thought of cost.
Spans scan_for_phrase(std::string_view words, std::string_view text) {
  Spans found;
  for (std::size_t at = 0; at + words.size() <= text.size(); ++at) {
    if (text.substr(at, words.size()) == words) {
      found.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
    }
  }
  return found;
}

Spans scan_for_order(std::string_view words, std::string_view text, std::uint32_t distance) {
  Spans found;
  for (std::uint32_t end = 0; end < text.size(); ++end) {
    std::optional<std::uint32_t> latest;
    // From the last word back: every place of the word before it that is near enough.
    const std::function<void(std::size_t, std::uint32_t)> go = [&](std::size_t word,
                                                                   std::uint32_t at) {
      if (text[at] != words[word]) return;
      if (word == 0) {
        latest = std::max(latest.value_or(0), at);
        return;
      }
      for (std::uint32_t step = 1; step <= distance && step <= at; ++step) go(word - 1, at - step);
    };
    go(words.size() - 1, end);
    if (latest) found.push_back({*latest, end + 1});
  }
  std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  return found;
}

// Whether the words can have places of their own in [begin, begin + distance], one at `begin`.
bool scan_for_nearness(std::string words, std::string_view text, std::uint32_t begin,
                       std::uint32_t distance) {
  std::sort(words.begin(), words.end());
  do {
    std::size_t placed = words[0] == text[begin] ? 1 : 0;
    if (placed == 0) continue;
    const std::function<bool(std::size_t, std::vector<std::uint32_t>)> place =
        [&](std::size_t word, std::vector<std::uint32_t> taken) {
          if (word == words.size()) return true;
          for (std::uint32_t at = begin + 1; at <= begin + distance && at < text.size(); ++at) {
            if (text[at] != words[word] || std::count(taken.begin(), taken.end(), at) > 0) continue;
            std::vector<std::uint32_t> more = taken;
            more.push_back(at);
            if (place(word + 1, std::move(more))) return true;
          }
          return false;
        };
    if (place(1, {begin})) return true;
  } while (std::next_permutation(words.begin(), words.end()));
  return false;
}

TEST_CASE("token pattern: a phrase is what a plain scan finds") {
  std::mt19937 random(11);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = test::random_letters(random, random() % 40, 'c');
    const std::string words = test::random_letters(random, 1 + random() % 4, 'c');
    INFO(words << " in " << text);
    const Spans expected = scan_for_phrase(words, text);
    REQUIRE(spans(phrase(words), "||" + text) == expected);
    found += expected.size();
  }
  CHECK(found > 1000);
}

TEST_CASE("token pattern: a phrase of forms is found where it stands in one section") {
  std::mt19937 random(14);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> parts(4);
    for (std::string& part : parts) {
      part = test::random_letters(random, random() % 12, 'c');
      for (char& each : part) {
        if (random() % 3 == 0) each = static_cast<char>(each - 0x20);
      }
    }
    std::string words = test::random_letters(random, 1 + random() % 3, 'c');
    for (char& each : words) {
      if (random() % 4 == 0) each = static_cast<char>(each - 0x20);
    }
    std::vector<TokenPattern> children;
    for (const char each : words) children.push_back(letter(each, true));
    const TokenPattern forms = combined(TokenPattern::Kind::kOrdered, std::move(children));
    const std::string text = parts[0] + "|" + parts[1] + "|" + parts[2] + "|" + parts[3];
    const std::string stream = test::letter_stream(text);
    INFO(words << " in " << text);
    const auto is_in = [&](std::size_t part) {
      return parts[part].find(words) != std::string::npos;
    };
    REQUIRE(matches(forms, TokenStreamView(stream), std::nullopt) ==
            (is_in(0) || is_in(1) || is_in(2)));
    for (std::size_t part = 0; part < parts.size(); ++part) {
      REQUIRE(matches(forms, TokenStreamView(stream), static_cast<Section>(part)) == is_in(part));
      found += is_in(part) ? 1 : 0;
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("token pattern: order within a distance is what a plain scan finds") {
  std::mt19937 random(12);
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = test::random_letters(random, random() % 25, 'd');
    const std::string words = test::random_letters(random, 1 + random() % 3, 'd');
    const auto distance = static_cast<std::uint32_t>(1 + random() % 5);
    INFO(words << " within " << distance << " in " << text);
    const Spans expected = scan_for_order(words, text, distance);
    REQUIRE(spans(phrase(words, distance), "||" + text) == expected);
    found += expected.size();
  }
  CHECK(found > 1000);
}

TEST_CASE("token pattern: NEAR begins exactly where a plain scan says that it can") {
  std::mt19937 random(13);
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = test::random_letters(random, random() % 20, 'd');
    const std::string words = test::random_letters(random, 1 + random() % 4, 'd');
    const auto distance = static_cast<std::uint32_t>(random() % 6);
    INFO(words << " near " << distance << " in " << text);
    const Spans windows = spans(near(words, distance), "||" + text);
    REQUIRE(std::is_sorted(windows.begin(), windows.end(),
                           [](const Span& a, const Span& b) { return a.begin < b.begin; }));
    for (const Span& window : windows) {
      REQUIRE(window.end <= text.size());
      REQUIRE(window.end - window.begin <= distance + 1);
    }
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
      const bool there = std::any_of(windows.begin(), windows.end(),
                                     [&](const Span& span) { return span.begin == begin; });
      REQUIRE(there == scan_for_nearness(words, text, begin, distance));
      found += there ? 1 : 0;
    }
  }
  CHECK(found > 1000);
}

}  // namespace
}  // namespace pressarkiv
