// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/language/combine.h"
#include "query/language/fields.h"
#include "query/language/lexer.h"
#include "query/language/operators.h"
#include "query/language/periods.h"
#include "query/language/printer.h"

namespace pressarkiv {
namespace {

using Kind = QueryTokenKind;

bool is_nearness(const QueryToken& token) {
  return token.kind == Kind::kNear || token.kind == Kind::kAdjacent;
}

/// Labels of metadata are compared as a whole, so the comma after one is no part of it. Ids are
/// taken as they are, and running text is the analyzer's to cut.
bool is_label_field(QueryField field) { return !is_text_field(field) && field != QueryField::kId; }

std::string without_final_punctuation(std::string text) {
  text.erase(text.find_last_not_of(".,;:!?") + 1);
  return text;
}

constexpr std::string_view kTooDeep = "frågan är nästlad djupare än 64 nivåer; förenkla den";
constexpr unsigned kSurelyShallow = 16;  // Every level of the tree prints two pairs at most.

unsigned height(const QueryNode& node) {
  unsigned highest = 0;
  for (const QueryNode& child : node.children) highest = std::max(highest, height(child));
  return highest + 1;
}

/// Recursive descent over tokens that keep_meaningful() has passed. Weakest first:
///   any := all (OR all)*      all := [NOT] row ((AND [NOT] | NOT) row)*
///   row := ([+|-] near)+      near := part ((NEAR|ADJ) part)*
///   part := [field] (leaf | "(" any ")")
class Parser {
 public:
  Parser(std::string_view text, std::vector<QueryToken> tokens, QueryNotes& notes)
      : text_(text), tokens_(std::move(tokens)), notes_(notes) {}

  Result<QueryNode> parse() {
    if (tokens_.empty()) return QueryNode{};
    QueryNode root = parse_any(QueryField::kAny);
    if (!error_ && height(root) > kSurelyShallow && printed_depth(root) > kMaxQueryDepth) {
      fail(0, kTooDeep);
    }
    if (error_) return *error_;
    return root;
  }

 private:
  bool at_end() const { return at_ == tokens_.size() || error_; }
  const QueryToken& token() const { return tokens_[at_]; }
  bool at(Kind kind) const { return !at_end() && token().kind == kind; }
  bool accept(Kind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }

  QueryNode parse_any(QueryField field) {
    std::vector<QueryNode> parts;
    std::vector<bool> mixed;
    do {
      mixed_row_ = false;
      parts.push_back(parse_all(field));
      mixed.push_back(mixed_row_);
    } while (accept(Kind::kOr));
    const auto narrow = std::find(mixed.begin(), mixed.end(), true);
    if (parts.size() > 1 && narrow != mixed.end()) {
      const QueryNode& part = parts[static_cast<std::size_t>(narrow - mixed.begin())];
      notes_.add(part.range.begin, "ELLER skiljer hela led åt: " + print_query(part) +
                                       " är ett led; sätt parenteser om något gäller alla led");
    }
    mixed_row_ = false;
    return any_of(std::move(parts));
  }

  QueryNode parse_all(QueryField field) {
    std::vector<QueryNode> wanted;
    std::vector<QueryNode> unwanted;
    do {
      const bool exception = accept(Kind::kNot);
      (exception ? unwanted : wanted).push_back(parse_row(field));
    } while (accept(Kind::kAnd) || at(Kind::kNot));
    if (wanted.empty() && unwanted.empty()) return QueryNode{};
    return all_without(std::move(wanted), std::move(unwanted));
  }

  bool at_row_end() const {
    if (at_end()) return true;
    const Kind kind = token().kind;
    return kind == Kind::kClose || kind == Kind::kAnd || kind == Kind::kOr || kind == Kind::kNot;
  }

  QueryNode parse_row(QueryField field) {
    std::vector<QueryNode> parts;
    bool narrows = false;
    do {
      const bool required = accept(Kind::kPlus);
      const bool excluded = !required && accept(Kind::kMinus);
      QueryNode part = parse_near(field);
      part.demand = required ? Demand::kRequired : excluded ? Demand::kExcluded : Demand::kOptional;
      narrows = narrows || required || excluded || !is_text_field(part.field);
      parts.push_back(std::move(part));
    } while (!at_row_end());
    mixed_row_ = narrows && parts.size() > 1;
    return ranked(std::move(parts));
  }

  /// Parts joined by the same operator and distance are one nearness; another one begins anew with
  /// the nearness so far as its first part.
  QueryNode parse_near(QueryField field) {
    QueryNode first = parse_part(field);
    std::size_t levels = 0;
    while (!at_end() && is_nearness(token())) {
      const QueryToken joint = token();
      if (++levels > kMaxQueryDepth) fail(joint.range.begin, kTooDeep);
      std::vector<QueryNode> parts;
      parts.push_back(std::move(first));
      while (!at_end() && token().kind == joint.kind && token().distance == joint.distance) {
        ++at_;
        parts.push_back(parse_part(field));
      }
      first = join(joint, std::move(parts));
    }
    return first;
  }

  QueryNode join(const QueryToken& joint, std::vector<QueryNode> parts) {
    if (!std::all_of(parts.begin(), parts.end(), can_be_near)) {
      notes_.add(joint.range.begin, joint.text +
                                        " kan bara stå mellan ord, fraser, ord* och grupper av "
                                        "sådana; det togs som OCH");
      return all_without(std::move(parts), {});
    }
    const std::optional<QueryField> field = common_field(parts);
    if (!field) {
      notes_.add(joint.range.begin,
                 "ord i olika fält står aldrig nära varandra; " + joint.text + " togs som OCH");
      return all_without(std::move(parts), {});
    }
    const NodeKind kind = joint.kind == Kind::kNear ? NodeKind::kNear : NodeKind::kAdjacent;
    return near_each_other(kind, joint.distance, *field, std::move(parts));
  }

  QueryNode parse_part(QueryField field) {
    if (at(Kind::kField)) field = tokens_[at_++].field;
    if (accept(Kind::kOpen)) {
      QueryNode group = parse_any(field);
      accept(Kind::kClose);
      return group;
    }
    if (at_end()) return QueryNode{};
    return leaf(tokens_[at_++], field);
  }

  QueryNode leaf(const QueryToken& token, QueryField field) {
    if (token.kind == Kind::kEverything) return star(token, field);
    if (field == QueryField::kDate) return date(token);
    if (field == QueryField::kAny && token.kind == Kind::kWord) {
      if (const auto period = read_bare_date(token.text)) return bare_date(token, *period);
    }
    QueryNode node;
    node.kind = token.kind == Kind::kPrefix   ? NodeKind::kPrefix
                : token.kind == Kind::kPhrase ? NodeKind::kPhrase
                                              : NodeKind::kWord;
    node.field = field;
    node.text = node.kind == NodeKind::kWord && is_label_field(field)
                    ? without_final_punctuation(token.text)
                    : token.text;
    node.range = token.range;
    return node;
  }

  /// A lone star is every release, and after datum: every release with a date.
  QueryNode star(const QueryToken& token, QueryField field) {
    if (field == QueryField::kDate) return dates(token, Period{});
    if (field != QueryField::kAny) {
      notes_.add(token.range.begin, "en ensam stjärna betyder alla releaser, också efter " +
                                        std::string(field_name(field)) + ":");
    }
    QueryNode node;
    node.range = token.range;
    return node;
  }

  QueryNode date(const QueryToken& token) {
    const std::optional<Period> period =
        token.kind == Kind::kPrefix ? std::nullopt : read_date_value(token.text);
    if (period) return dates(token, *period);
    fail(token.range.begin, "”" + token.text + (token.kind == Kind::kPrefix ? "*" : "") +
                                "” är inget datum; skriv till exempel datum:2019, datum:2019-05, "
                                "datum:2024-Q2 eller datum:2012..2014");
    return {};
  }

  QueryNode bare_date(const QueryToken& token, const Period& period) {
    // "2019-05" could stand in a text; a range or a quarter says that it is a date.
    const bool could_be_text =
        token.text.find_first_not_of("0123456789-.,;:!?") == std::string::npos &&
        token.text.find("..") == std::string::npos;
    if (!could_be_text) return dates(token, period);
    notes_.add(token.range.begin, token.text + " togs som datum; skriv \"" + token.text +
                                      "\" för att söka det i texten");
    return dates(token, period);
  }

  QueryNode dates(const QueryToken& token, const Period& period) {
    if (period.swapped) {
      notes_.add(token.range.begin, "datumen stod i omvänd ordning; " +
                                        print_period(period.from, period.to) + " söks");
    }
    QueryNode node;
    node.kind = NodeKind::kDates;
    node.field = QueryField::kDate;
    node.from = period.from;
    node.to = period.to;
    node.range = token.range;
    return node;
  }

  void fail(std::size_t offset, std::string_view message) {
    if (!error_) error_ = syntax_error(text_, offset, message);
  }

  std::string_view text_;
  std::vector<QueryToken> tokens_;
  QueryNotes& notes_;
  std::size_t at_ = 0;
  bool mixed_row_ = false;  ///< The row read last has several parts, some of which narrow it.
  std::optional<Error> error_;
};

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text) {
  QueryNotes notes(text);
  Result<std::vector<QueryToken>> tokens = lex_query(text, notes);
  if (!tokens) return tokens.error();
  Parser parser(text, keep_meaningful(std::move(*tokens), notes), notes);
  Result<QueryNode> root = parser.parse();
  if (!root) return root.error();
  return ParsedQuery{std::move(*root), notes.take()};
}

}  // namespace pressarkiv
