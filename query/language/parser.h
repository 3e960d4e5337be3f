// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "query/language/ast.h"

namespace pressarkiv {

struct ParsedQuery {
  QueryNode root;
  /// In Swedish, one line each: what was taken otherwise than it was typed ("kolumn 7: ensamt
  /// citattecken togs som blanksteg").
  std::vector<std::string> notes;
};

/// Parses the query language of query/language/GRAMMAR.md. Free text never fails: stray quotes,
/// colons, full stops and operators without operands are taken as blanks or words, with a note.
/// Fails with kQuerySyntax ("kolumn 12: …") only where guessing would mislead: an unclosed
/// parenthesis, an impossible date in `datum:`, NEAR/0, a query nested deeper than 64 or with more
/// than 1,024 words. O(bytes).
Result<ParsedQuery> parse_query(std::string_view text);

/// The canonical text of a query that parse_query() gave, or of a part of one: parsing it again
/// gives the same query. O(nodes × depth).
std::string print_query(const QueryNode& node);

}  // namespace pressarkiv
