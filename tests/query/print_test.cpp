// SPDX-License-Identifier: GPL-2.0-or-later
// Printing a query and parsing the text again gives the same query.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/combine.h"
#include "query/language/fields.h"
#include "query/language/parser.h"

namespace pressarkiv {
namespace {

constexpr int kRandomQueries = 4000;

void check_round_trip(const QueryNode& root) {
  const std::string text = print_query(root);
  CAPTURE(text);
  const auto again = parse_query(text);
  if (!again) FAIL(again.error().message);
  if (same_query(again->root, root)) return;
  FAIL("printed again as " << print_query(again->root));
}

class RandomQueries {
 public:
  explicit RandomQueries(unsigned seed) : random_(seed) {}

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  /// A canonical tree of at most `levels` levels.
  QueryNode any(unsigned levels) {
    if (levels == 0) return leaf();
    switch (below(6)) {
      case 0:
        return any_of(some(levels));
      case 1:
        return all_without(some(levels), {});
      case 2:
        return all_without(some(levels), some(levels));
      case 3:
        return all_without({}, some(levels));
      case 4:
        return row(levels);
      default:
        return nearness(levels);
    }
  }

 private:
  std::vector<QueryNode> some(unsigned levels) {
    std::vector<QueryNode> parts;
    const unsigned count = 1 + below(3);
    for (unsigned i = 0; i < count; ++i) parts.push_back(any(levels - 1 - below(levels)));
    return parts;
  }

  QueryNode row(unsigned levels) {
    std::vector<QueryNode> parts = some(levels);
    for (QueryNode& part : parts) part.demand = static_cast<Demand>(below(3));
    return ranked(std::move(parts));
  }

  QueryNode nearness(unsigned levels) {
    std::vector<QueryNode> parts = some(levels);
    parts.push_back(leaf());
    for (const QueryNode& part : parts) {
      if (!can_be_near(part)) return leaf();
    }
    const auto field = common_field(parts);
    if (!field) return leaf();
    const NodeKind kind = below(2) ? NodeKind::kNear : NodeKind::kAdjacent;
    return near_each_other(kind, 1 + below(5), *field, std::move(parts));
  }

  QueryNode leaf() {
    static constexpr std::array<std::string_view, 6> kWords{"klimat", "EU:s",      "e-post",
                                                            "2019",   "2014-2020", "å"};
    QueryNode node;
    node.field = below(2) ? QueryField::kAny : static_cast<QueryField>(below(12));
    node.text = kWords[below(kWords.size())];
    switch (below(5)) {
      case 0:
        node.kind = NodeKind::kPrefix;
        break;
      case 1:
        node.kind = NodeKind::kPhrase;
        node.text += below(2) ? " OCH (" : " \"x\" -";
        break;
      case 2:
        if (below(3) == 0) return QueryNode{};
        [[fallthrough]];
      default:
        node.kind = NodeKind::kWord;
    }
    return node.field == QueryField::kDate ? dates() : node;
  }

  QueryNode dates() {
    QueryNode node;
    node.kind = NodeKind::kDates;
    node.field = QueryField::kDate;
    const int year = 2000 + static_cast<int>(below(20));
    if (below(4)) node.from = make_date(year, below(13));
    if (below(4)) node.to = make_date(year + static_cast<int>(below(2)), below(2) ? 0 : 12);
    return node;
  }

  std::mt19937 random_;
};

TEST_CASE("print: random queries are read back as they were") {
  RandomQueries queries(GENERATE(1U, 2U, 3U));
  for (int i = 0; i < kRandomQueries; ++i) check_round_trip(queries.any(queries.below(5)));
}

TEST_CASE("print: whatever is typed is a query or an error, and prints as itself") {
  static constexpr std::array<std::string_view, 46> kPieces{
      "a",       "b",       "och",    "OCH",    "ELLER", "INTE",  "AND",        "OR",
      "NOT",     "NEAR",    "NEAR/2", "ADJ/3",  "ONEAR", "NEAR/", "near/5",     "rubrik:",
      "om:",     "ämne:",   "id:",    "datum:", "foo:",  "2019",  "2012..2014", "..2014",
      "2020-05", "2024-Q2", "..",     "(",      ")",     "\"",    "”",          "«",
      "»",       "+",       "-",      "*",      " ",     " ",     " ",          ":",
      ".",       ",",       "\xff",   "\xc3",   "å",     "/"};
  RandomQueries random(GENERATE(11U, 12U, 13U));
  int parsed = 0;
  for (int i = 0; i < kRandomQueries; ++i) {
    std::string text;
    const unsigned pieces = random.below(14);
    for (unsigned piece = 0; piece < pieces; ++piece) text += kPieces[random.below(kPieces.size())];
    CAPTURE(text);
    const auto query = parse_query(text);
    if (!query) {
      CHECK(query.error().message.substr(0, 7) == "kolumn ");
      continue;
    }
    ++parsed;
    check_round_trip(query->root);
  }
  CHECK(parsed > kRandomQueries / 2);
}

TEST_CASE("print: random bytes do no harm") {
  RandomQueries random(21);
  for (int i = 0; i < kRandomQueries; ++i) {
    std::string text;
    const unsigned size = random.below(24);
    for (unsigned at = 0; at < size; ++at) text += static_cast<char>(random.below(256));
    const auto query = parse_query(text);
    if (query) check_round_trip(query->root);
  }
}

TEST_CASE("print: at the limit of depth too") {
  const auto pattern =
      GENERATE(as<std::string>(), "x INTE y INTE (#)", "(# NEAR datum:2019 y)", "+(#) NEAR/3 b c",
               "rubrik:a rubrik:(#)", "(rubrik:a rubrik:b OCH #)", "(x ELLER -(#) y)", "INTE (# z)",
               "(# NEAR/2 a ADJ/3 b) c");
  std::string text = "rubrik:q rubrik:r";
  for (int levels = 0; levels < 70; ++levels) {
    CAPTURE(levels, pattern);
    const auto query = parse_query(text);
    if (!query) break;
    check_round_trip(query->root);
    std::string wrapped = pattern;
    text = wrapped.replace(wrapped.find('#'), 1, text);
  }
}

}  // namespace
}  // namespace pressarkiv
