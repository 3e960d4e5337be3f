// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/schema/token_stream.h"

namespace pressarkiv {

/// One way a word may match: any word of this term, or this very form of it.
struct WordMatch {
  WordHash hash;
  bool exact = false;
  bool operator==(const WordMatch&) const = default;
};

/// Positions [begin, end) of a match in a token stream.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

/// A condition on the order and distance of words, checked on a release's token stream: phrases,
/// NEAR, ADJ, exact forms, words of one section. A plain tree of values.
struct TokenPattern {
  enum class Kind : std::uint8_t {
    kWord,     ///< One of `words`.
    kAny,      ///< One of `children`.
    kNear,     ///< All children, each beginning at a word of its own; the first and the last of
               ///< these words at most `distance` positions apart.
    kOrdered,  ///< All children in order; from the last word of one to the first word of the next
               ///< at most `distance` positions. A phrase is kOrdered with distance 1.
  };
  Kind kind = Kind::kWord;
  std::vector<WordMatch> words;  ///< Ascending by hash.term: see any_word().
  std::vector<TokenPattern> children;
  std::uint32_t distance = 1;
};

/// The pattern of one word that may be any of `words`.
TokenPattern any_word(std::vector<WordMatch> words);

/// Where the pattern matches, in order of begin. A match never crosses from one section into
/// another, and boilerplate is only looked at when `section` names it.
///
/// Which of many overlapping matches are given: for kOrdered, one for each place where the last
/// child can match, with the latest beginning; for kNear, one or more for each word that can be the
/// first, with the earliest words after it. A nearness inside another therefore sees the tightest
/// matches of its parts.
///
/// Cost: rows × log(words) and one pass over the stream for each word of the pattern, then linear
/// in the matches; where children of a kNear can be the same word, a matching inside each window.
std::vector<Span> find_spans(const TokenPattern& pattern, const TokenStreamView& stream,
                             std::optional<Section> section);

/// Whether find_spans() would find anything; stops at the first section that has something.
bool matches(const TokenPattern& pattern, const TokenStreamView& stream,
             std::optional<Section> section);

}  // namespace pressarkiv
