// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/combine.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/language/fields.h"

namespace pressarkiv {
namespace {

bool is_leaf(const QueryNode& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPrefix ||
         node.kind == NodeKind::kPhrase;
}

bool is_nearness(const QueryNode& node) {
  return node.kind == NodeKind::kNear || node.kind == NodeKind::kAdjacent;
}

void move_to(std::vector<QueryNode>& list, std::vector<QueryNode>& from) {
  list.insert(list.end(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

/// Appends `node`, or its alternatives.
void add_alternative(std::vector<QueryNode>& list, QueryNode node) {
  node.demand = Demand::kOptional;
  if (node.kind == NodeKind::kOr) {
    move_to(list, node.children);
  } else {
    list.push_back(std::move(node));
  }
}

void add_wanted(QueryNode node, std::vector<QueryNode>& wanted, std::vector<QueryNode>& unwanted) {
  node.demand = Demand::kOptional;
  switch (node.kind) {
    case NodeKind::kEverything:
      return;
    case NodeKind::kAnd:
      return move_to(wanted, node.children);
    case NodeKind::kNot: {
      QueryNode exception = std::move(node.children[1]);
      add_wanted(std::move(node.children[0]), wanted, unwanted);
      return add_alternative(unwanted, std::move(exception));
    }
    default:
      wanted.push_back(std::move(node));
  }
}

ByteRange range_of(const std::vector<QueryNode>& parts) {
  ByteRange range = parts.front().range;
  for (const QueryNode& part : parts) {
    range.begin = std::min(range.begin, part.range.begin);
    range.end = std::max(range.end, part.range.end);
  }
  return range;
}

QueryNode inner(NodeKind kind, std::vector<QueryNode> parts) {
  QueryNode node;
  node.kind = kind;
  node.range = range_of(parts);
  node.children = std::move(parts);
  return node;
}

/// Adds the fields that the leaves name; false where they name more than one.
bool collect_field(const QueryNode& node, QueryField& field) {
  if (is_leaf(node)) {
    if (node.field == QueryField::kAny || node.field == field) return true;
    if (field != QueryField::kAny) return false;
    field = node.field;
    return true;
  }
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const QueryNode& child) { return collect_field(child, field); });
}

void put_field(QueryNode& node, QueryField field) {
  if (is_leaf(node) || is_nearness(node)) node.field = field;
  for (QueryNode& child : node.children) put_field(child, field);
}

}  // namespace

QueryNode any_of(std::vector<QueryNode> parts) {
  std::vector<QueryNode> alternatives;
  for (QueryNode& part : parts) add_alternative(alternatives, std::move(part));
  if (alternatives.size() == 1) return std::move(alternatives.front());
  return inner(NodeKind::kOr, std::move(alternatives));
}

QueryNode all_without(std::vector<QueryNode> wanted, std::vector<QueryNode> unwanted) {
  std::vector<QueryNode> all;
  std::vector<QueryNode> none;
  for (QueryNode& part : wanted) add_wanted(std::move(part), all, none);
  for (QueryNode& part : unwanted) add_alternative(none, std::move(part));
  QueryNode base;
  if (all.size() == 1) {
    base = std::move(all.front());
  } else if (!all.empty()) {
    base = inner(NodeKind::kAnd, std::move(all));
  } else {
    base.range = none.empty() ? ByteRange{} : range_of(none);
  }
  if (none.empty()) return base;
  std::vector<QueryNode> both;
  both.push_back(std::move(base));
  both.push_back(any_of(std::move(none)));
  return inner(NodeKind::kNot, std::move(both));
}

QueryNode ranked(std::vector<QueryNode> parts) {
  std::vector<QueryNode> kept;
  bool some_wanted = false;
  for (QueryNode& part : parts) {
    const bool unwanted = part.demand == Demand::kExcluded;
    if (!unwanted && part.kind == NodeKind::kEverything) continue;
    some_wanted = some_wanted || !unwanted;
    kept.push_back(std::move(part));
  }
  if (!some_wanted) return all_without({}, std::move(kept));
  // "+ord" alone insists on just that word: no other spelling, no synonyms.
  const bool insists = kept.front().kind == NodeKind::kWord &&
                       kept.front().field == QueryField::kAny &&
                       kept.front().demand == Demand::kRequired;
  if (kept.size() > 1 || insists) return inner(NodeKind::kRanked, std::move(kept));
  kept.front().demand = Demand::kOptional;
  return std::move(kept.front());
}

QueryNode near_each_other(NodeKind kind, std::uint32_t distance, QueryField field,
                          std::vector<QueryNode> parts) {
  for (QueryNode& part : parts) put_field(part, field);
  QueryNode node = inner(kind, std::move(parts));
  node.distance = distance;
  node.field = field;
  return node;
}

bool can_be_near(const QueryNode& part) {
  if (is_leaf(part)) return is_text_field(part.field);
  const bool group =
      is_nearness(part) || part.kind == NodeKind::kOr || part.kind == NodeKind::kRanked;
  return group &&
         std::all_of(part.children.begin(), part.children.end(), [](const QueryNode& child) {
           return child.demand == Demand::kOptional && can_be_near(child);
         });
}

std::optional<QueryField> common_field(const std::vector<QueryNode>& parts) {
  QueryField field = QueryField::kAny;
  for (const QueryNode& part : parts) {
    if (!collect_field(part, field)) return std::nullopt;
  }
  return field;
}

}  // namespace pressarkiv
