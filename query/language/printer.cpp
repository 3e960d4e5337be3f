// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/printer.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "query/language/characters.h"
#include "query/language/fields.h"
#include "query/language/lexer.h"
#include "query/language/parser.h"
#include "query/language/periods.h"

namespace pressarkiv {
namespace {

/// How tightly a node's text holds together; a part that holds less than its place needs is put in
/// parentheses.
enum class Bond { kAny, kAll, kRow, kNear, kPart };

Bond bond_of(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kOr:
      return Bond::kAny;
    case NodeKind::kAnd:
    case NodeKind::kNot:
      return Bond::kAll;
    case NodeKind::kRanked:
      return Bond::kRow;
    case NodeKind::kNear:
    case NodeKind::kAdjacent:
      return Bond::kNear;
    default:
      return Bond::kPart;
  }
}

bool is_leaf(const QueryNode& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPrefix ||
         node.kind == NodeKind::kPhrase;
}

bool begins_with_sign(std::string_view text) {
  return !text.empty() && (text.front() == '+' || text.front() == '-');
}

bool has_quote(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (quote_family(c.code) == QuoteFamily::kStraightOrCurly) return true;
    at += c.size;
  }
  return false;
}

std::string bare_text(const QueryNode& leaf) {
  if (leaf.kind == NodeKind::kPrefix) return leaf.text + "*";
  if (leaf.kind == NodeKind::kWord || leaf.kind == NodeKind::kForms) return leaf.text;
  return has_quote(leaf.text) ? "«" + leaf.text + "»" : "\"" + leaf.text + "\"";
}

/// Whether a leaf's text is read as that leaf where no field stands right before it.
bool reads_alone(const QueryNode& leaf) {
  if (leaf.kind == NodeKind::kPhrase) return true;
  const std::string text = bare_text(leaf);
  if (begins_with_sign(text)) return false;
  QueryNotes notes(text);
  const auto tokens = lex_query(text, notes);
  const auto kind =
      leaf.kind == NodeKind::kPrefix ? QueryTokenKind::kPrefix : QueryTokenKind::kWord;
  return tokens && tokens->size() == 1 && tokens->front().kind == kind &&
         tokens->front().text == leaf.text;
}

/// The field that can be written once before a whole group: that of all its parts, if they are
/// leaves that read as themselves inside it. kAny where there is none.
QueryField group_field(const QueryNode& node) {
  if (bond_of(node) == Bond::kPart || node.kind == NodeKind::kNot) return QueryField::kAny;
  const QueryField field = node.children.front().field;
  if (field == QueryField::kId) return QueryField::kAny;
  const bool shared =
      std::all_of(node.children.begin(), node.children.end(), [&](const QueryNode& child) {
        return is_leaf(child) && child.field == field && reads_alone(child);
      });
  return shared ? field : QueryField::kAny;
}

class Printer {
 public:
  std::string print(const QueryNode& node) {
    put(node, Bond::kAny);
    return std::move(out_);
  }
  std::size_t deepest() const { return deepest_; }

 private:
  void put(const QueryNode& node, Bond needed) {
    if (inherited_ == QueryField::kAny && depth_ < kMaxQueryDepth) {
      const QueryField field = group_field(node);
      if (field != QueryField::kAny) return put_field_group(node, field);
    }
    if (bond_of(node) < needed) return put_group(node);
    put_bare(node);
  }

  void put_field_group(const QueryNode& node, QueryField field) {
    out_.append(field_name(field)).append(":");
    inherited_ = field;
    put_group(node);
    inherited_ = QueryField::kAny;
  }

  void put_group(const QueryNode& node) {
    deepest_ = std::max(deepest_, ++depth_);
    out_.append("(");
    put_bare(node);
    out_.append(")");
    --depth_;
  }

  void put_bare(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kEverything:
        out_.append("*");
        return;
      case NodeKind::kDates:
        out_.append(field_name(QueryField::kDate)).append(":");
        out_.append(print_period(node.from, node.to));
        return;
      case NodeKind::kOr:
        return put_joined(node, " ELLER ", Bond::kAll);
      case NodeKind::kAnd:
        return put_joined(node, " OCH ", Bond::kRow);
      case NodeKind::kNot:
        return put_not(node);
      case NodeKind::kRanked:
        return put_row(node);
      case NodeKind::kNear:
        return put_joined(node, " NEAR/" + std::to_string(node.distance) + " ", Bond::kPart);
      case NodeKind::kAdjacent:
        return put_joined(node, " ADJ/" + std::to_string(node.distance) + " ", Bond::kPart);
      default:
        return put_leaf(node);
    }
  }

  void put_leaf(const QueryNode& node) {
    if (node.field != inherited_) out_.append(field_name(node.field)).append(":");
    out_.append(bare_text(node));
  }

  void put_joined(const QueryNode& node, std::string_view joint, Bond needed) {
    bool first = true;
    for (const QueryNode& child : node.children) {
      if (!first) out_.append(joint);
      first = false;
      put(child, needed);
    }
  }

  /// One INTE for each alternative of what is unwanted: no more parentheses than were typed.
  void put_not(const QueryNode& node) {
    const QueryNode& base = node.children[0];
    const QueryNode& unwanted = node.children[1];
    if (base.kind != NodeKind::kEverything) {
      put(base, Bond::kAll);
      out_.append(" ");
    }
    out_.append("INTE ");
    if (unwanted.kind == NodeKind::kOr && group_field(unwanted) == QueryField::kAny) {
      put_joined(unwanted, " INTE ", Bond::kRow);
    } else {
      put(unwanted, Bond::kRow);
    }
  }

  void put_row(const QueryNode& node) {
    bool first = true;
    for (const QueryNode& child : node.children) {
      if (!first) out_.append(" ");
      first = false;
      if (child.demand == Demand::kRequired) out_.append("+");
      if (child.demand == Demand::kExcluded) out_.append("-");
      // +-x would be read as one word.
      const bool sign_in_word = child.demand != Demand::kOptional &&
                                child.kind == NodeKind::kWord && child.field == QueryField::kAny &&
                                begins_with_sign(child.text);
      if (sign_in_word) {
        put_group(child);
      } else {
        put(child, Bond::kNear);
      }
    }
  }

  std::string out_;
  QueryField inherited_ = QueryField::kAny;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
};

}  // namespace

std::string print_query(const QueryNode& node) { return Printer().print(node); }

std::size_t printed_depth(const QueryNode& node) {
  Printer printer;
  printer.print(node);
  return printer.deepest();
}

}  // namespace pressarkiv
