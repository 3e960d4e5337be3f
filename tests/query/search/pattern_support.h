// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/token_pattern.h"

namespace pressarkiv::test {

/// Words of one letter: small letters are terms, capitals the same term in another form.
inline WordHash letter_hash(char letter) {
  const bool other_form = letter >= 'A' && letter <= 'Z';
  const char term = other_form ? static_cast<char>(letter + 0x20) : letter;
  return {static_cast<std::uint32_t>(term), static_cast<std::uint16_t>(other_form ? 2 : 1)};
}

/// "ab|c|d|e": words of title, lead, body and boilerplate.
inline std::string letter_stream(std::string_view letters) {
  TokenStreamBuilder builder;
  std::size_t section = 0;
  for (const char letter : letters) {
    if (letter == '|') {
      ++section;
    } else {
      builder.add(static_cast<Section>(section), letter_hash(letter));
    }
  }
  return builder.encode();
}

inline TokenPattern letter(char which, bool exact = false) {
  return any_word({{letter_hash(which), exact}});
}

inline TokenPattern combined(TokenPattern::Kind kind, std::vector<TokenPattern> children,
                             std::uint32_t distance = 1) {
  TokenPattern pattern;
  pattern.kind = kind;
  pattern.children = std::move(children);
  pattern.distance = distance;
  return pattern;
}

inline TokenPattern phrase(std::string_view letters, std::uint32_t distance = 1) {
  std::vector<TokenPattern> children;
  for (const char each : letters) children.push_back(letter(each));
  return combined(TokenPattern::Kind::kOrdered, std::move(children), distance);
}

inline TokenPattern near(std::string_view letters, std::uint32_t distance) {
  TokenPattern pattern = phrase(letters, distance);
  pattern.kind = TokenPattern::Kind::kNear;
  return pattern;
}

/// `count` letters from a to (including) `last`.
inline std::string random_letters(std::mt19937& random, std::size_t count, char last) {
  std::string letters;
  for (std::size_t i = 0; i < count; ++i)
    letters += static_cast<char>('a' + random() % static_cast<unsigned>(last - 'a' + 1));
  return letters;
}

}  // namespace pressarkiv::test
