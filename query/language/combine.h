// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/language/ast.h"

namespace pressarkiv {

/// The constructors of inner nodes. They keep a query in its one canonical shape (GRAMMAR.md,
/// "The tree"), so that queries which mean the same by construction also look the same, and depth
/// grows only with parentheses. All take ownership of parts, which must be canonical themselves.

/// At least one of `parts` (not empty): alternatives inside alternatives are taken up.
QueryNode any_of(std::vector<QueryNode> parts);

/// All of `wanted` and none of `unwanted`. Conjunctions and exceptions inside are taken up;
/// "everything" says nothing beside something else, and is the base where nothing is wanted.
QueryNode all_without(std::vector<QueryNode> wanted, std::vector<QueryNode> unwanted);

/// Free words beside each other, each with its demand (not empty).
QueryNode ranked(std::vector<QueryNode> parts);

/// Parts near each other; `kind` is kNear or kAdjacent and every part can_be_near().
/// `field` as common_field() has it.
QueryNode near_each_other(NodeKind kind, std::uint32_t distance, QueryField field,
                          std::vector<QueryNode> parts);

/// Whether NEAR and ADJ can have this part: words, phrases, ord*, and groups of them.
bool can_be_near(const QueryNode& part);

/// The field that all parts of a nearness lie in: the one that any of them names (rubrik:a NEAR b
/// is in the title); nullopt where they name several, for no place of a text is in two fields.
std::optional<QueryField> common_field(const std::vector<QueryNode>& parts);

}  // namespace pressarkiv
