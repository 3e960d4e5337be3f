// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/lexer.h"

#include <catch2/catch.hpp>
#include <string>

#include "query/language/fields.h"

namespace pressarkiv {
namespace {

/// Tokens in brackets-free short form: w(ord) word, p(refix) word*, q"phrase", f:field …
std::string shown(const std::vector<QueryToken>& tokens) {
  std::string out;
  for (const QueryToken& token : tokens) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case QueryTokenKind::kWord:
        out += token.text;
        break;
      case QueryTokenKind::kPrefix:
        out += token.text + "·*";
        break;
      case QueryTokenKind::kPhrase:
        out += "[" + token.text + "]";
        break;
      case QueryTokenKind::kEverything:
        out += "ALL";
        break;
      case QueryTokenKind::kField:
        out += std::string(field_name(token.field)) + "::";
        break;
      case QueryTokenKind::kPlus:
        out += "PLUS";
        break;
      case QueryTokenKind::kMinus:
        out += "MINUS";
        break;
      case QueryTokenKind::kOpen:
        out += "(";
        break;
      case QueryTokenKind::kClose:
        out += ")";
        break;
      case QueryTokenKind::kAnd:
        out += "&";
        break;
      case QueryTokenKind::kOr:
        out += "|";
        break;
      case QueryTokenKind::kNot:
        out += "!";
        break;
      case QueryTokenKind::kNear:
        out += "~" + std::to_string(token.distance);
        break;
      case QueryTokenKind::kAdjacent:
        out += ">" + std::to_string(token.distance);
        break;
    }
  }
  return out;
}

struct Row {
  const char* text;
  const char* want;
};

TEST_CASE("lexer: what a query is cut into") {
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {" \t\n", ""},
      {"klimat och miljö", "klimat och miljö"},
      {"klimat OCH miljö AND mark", "klimat & miljö & mark"},
      {"a OR b ELLER c", "a | b | c"},
      {"a NOT b INTE c", "a ! b ! c"},
      {"a NEAR b", "a ~10 b"},
      {"a NEAR/3 b ADJ/2 c ONEAR/7 d", "a ~3 b >2 c >7 d"},
      {"and or not och eller inte near", "and or not och eller inte near"},
      {"\"exakt  fras\"", "[exakt fras]"},
      {"”typografiska citat” „tyska“ «gåsögon»", "[typografiska citat] [tyska] [gåsögon]"},
      {"»omvända« \"blandade”", "[omvända] [blandade]"},
      {"skol* *", "skol·* ALL"},
      {"skol**", "skol·*"},
      {"skol*,", "skol·*"},
      {"sk*ol", "sk*ol"},
      {"+a -b", "PLUS a MINUS b"},
      {"+\"a b\" -(c)", "PLUS [a b] MINUS ( c )"},
      {"+ a - b", "a b"},
      {"e-post \"röd\"-grön", "e-post [röd] grön"},
      {"--x", "--x"},
      {"rubrik:x", "rubrik:: x"},
      {"TITLE:\"a b\"", "rubrik:: [a b]"},
      {"ämne:(a b)", "ämne:: ( a b )"},
      {"-ämne:x", "MINUS ämne:: x"},
      {"rubrik:skol*", "rubrik:: skol·*"},
      {"rubrik:AND", "rubrik:: AND"},
      {"+OCH", "PLUS och"},
      {"rubrik: x", "rubrik: x"},
      {"EU:s http://exempel.se/a:b", "EU:s http://exempel.se/a:b"},
      {"foo:x", "foo:x"},
      {"rubrik:rubrik:x", "rubrik:: rubrik:x"},
      {"datum:.. x", "datum:: .. x"},
      {"rubrik:.. x", "x"},
      {". : , ! ? … – ' ` /", ""},
      {"a\xff"
       "b",
       "a b"},
      {"\xEF\xBB\xBFklimat", "klimat"},
      {"(a (b))", "( a ( b ) )"},
      {"a(b)c", "a ( b ) c"},
      {"a) b", "a b"},
      {"\"a", "a"},
      {"a\" b", "a b"},
      {"\"\" \"...\" x", "x"},
      {"NEAR/x NEAR/", "NEAR/x NEAR/"},
      {"near/5", "near/5"},
  }));
  CAPTURE(row.text);
  QueryNotes notes(row.text);
  const auto tokens = lex_query(row.text, notes);
  REQUIRE(tokens);
  CHECK(shown(*tokens) == row.want);
}

TEST_CASE("lexer: ranges are the bytes that were typed") {
  const std::string text = "ämne:skola \"två ord\" NEAR/3 x*";
  QueryNotes notes(text);
  const auto tokens = lex_query(text, notes);
  REQUIRE(tokens);
  REQUIRE(tokens->size() == 5);
  const auto slice = [&](std::size_t i) {
    return text.substr((*tokens)[i].range.begin, (*tokens)[i].range.size());
  };
  CHECK(slice(0) == "ämne:");
  CHECK(slice(1) == "skola");
  CHECK(slice(2) == "\"två ord\"");
  CHECK(slice(3) == "NEAR/3");
  CHECK(slice(4) == "x*");
}

TEST_CASE("lexer: very many stray quotes are no trouble") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "«";
  for (int i = 0; i < 100000; ++i) text += "\" ";
  QueryNotes notes(text);
  CHECK(lex_query(text, notes));
}

}  // namespace
}  // namespace pressarkiv
