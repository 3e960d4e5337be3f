// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/result.h"
#include "query/language/ast.h"
#include "query/language/notes.h"

namespace pressarkiv {

/// Limits of one query: what a person can mean, far below what could harm.
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr std::size_t kMaxQueryWords = 1024;
inline constexpr std::uint32_t kDefaultDistance = 10;  ///< NEAR without /n.
inline constexpr std::uint32_t kMaxDistance = 1000;    ///< A release has 400 words on average.

enum class QueryTokenKind : std::uint8_t {
  kWord,
  kPrefix,      ///< ord*, without the star.
  kPhrase,      ///< What stands between the quotes, blanks single.
  kEverything,  ///< A lone star.
  kField,       ///< rubrik: — always followed by the word, phrase or group that it applies to.
  kPlus,        ///< Always followed by what it applies to, as is kMinus.
  kMinus,
  kOpen,  ///< Balanced with kClose.
  kClose,
  kAnd,
  kOr,
  kNot,
  kNear,
  kAdjacent
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::kWord;
  ByteRange range;
  std::string text;                     ///< kWord, kPrefix, kPhrase; operators as typed.
  QueryField field = QueryField::kAny;  ///< kField.
  std::uint32_t distance = 0;           ///< kNear, kAdjacent.
};

/// Cuts a query into tokens. What cannot mean anything (stray quotes, closing parentheses without
/// an opening one, punctuation alone, + and - before nothing) is left out, with a note where the
/// user could have meant something. Fails as parse_query() does for unclosed parentheses, depth,
/// size and NEAR/0. O(bytes).
Result<std::vector<QueryToken>> lex_query(std::string_view text, QueryNotes& notes);

}  // namespace pressarkiv
