// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parser.h"

#include <catch2/catch.hpp>
#include <string>

namespace pressarkiv {
namespace {

struct Row {
  const char* text;
  const char* canonical;
};

std::string printed(const std::string& text) {
  const auto query = parse_query(text);
  return query ? print_query(query->root) : "error: " + query.error().message;
}

TEST_CASE("parser: free words, signs and operators") {
  const auto row = GENERATE(values<Row>({
      {"", "*"},
      {"*", "*"},
      {"klimat", "klimat"},
      {"klimat  avtal", "klimat avtal"},
      {"klimat AND avtal", "klimat OCH avtal"},
      {"a OCH b OCH c", "a OCH b OCH c"},
      {"a OCH b ELLER c OCH d", "a OCH b ELLER c OCH d"},
      {"a OCH (b ELLER c)", "a OCH (b ELLER c)"},
      {"(a OCH b) ELLER c", "a OCH b ELLER c"},
      {"(a ELLER b) ELLER c", "a ELLER b ELLER c"},
      {"a b OCH c d", "a b OCH c d"},
      {"a (b OCH c)", "a (b OCH c)"},
      {"(a b) c", "(a b) c"},
      {"((a))", "a"},
      {"a INTE b", "a INTE b"},
      {"a NOT b NOT c", "a INTE b INTE c"},
      {"a INTE (b ELLER c)", "a INTE b INTE c"},
      {"a INTE b OCH c", "a OCH c INTE b"},
      {"a OCH INTE b", "a INTE b"},
      {"a ELLER INTE b", "a ELLER INTE b"},
      {"INTE x", "INTE x"},
      {"INTE x OCH y", "y INTE x"},
      {"INTE (INTE x)", "INTE (INTE x)"},
      {"INTE x y", "INTE x y"},
      {"+a b -c", "+a b -c"},
      {"+a", "+a"},
      {"-a", "INTE a"},
      {"-a -b", "INTE a INTE b"},
      {"* -a", "INTE a"},
      {"* a", "a"},
      {"* OCH a", "a"},
      {"* ELLER a", "* ELLER a"},
      {"+(a b) -\"c d\"", "+(a b) -\"c d\""},
      {"skol* OCH \"Exakt Form\"", "skol* OCH \"Exakt Form\""},
      {"«sa \"hej\" då»", "«sa \"hej\" då»"},
  }));
  CAPTURE(row.text);
  CHECK(printed(row.text) == row.canonical);
}

TEST_CASE("parser: nearness") {
  const auto row = GENERATE(values<Row>({
      {"a NEAR b", "a NEAR/10 b"},
      {"a NEAR/3 b c", "a NEAR/3 b c"},
      {"a b NEAR/3 c OCH d", "a b NEAR/3 c OCH d"},
      {"a NEAR/3 b NEAR/3 c", "a NEAR/3 b NEAR/3 c"},
      {"a NEAR/3 b NEAR/4 c", "(a NEAR/3 b) NEAR/4 c"},
      {"a ADJ/3 b ONEAR/3 c", "a ADJ/3 b ADJ/3 c"},
      {"a ADJ b NEAR c", "(a ADJ/10 b) NEAR/10 c"},
      {"a NEAR/3 (b NEAR/3 c)", "a NEAR/3 (b NEAR/3 c)"},
      {"\"a b\" NEAR skol* NEAR (c ELLER d)", "\"a b\" NEAR/10 skol* NEAR/10 (c ELLER d)"},
      {"+a NEAR/3 b c", "+a NEAR/3 b c"},
      {"-a NEAR/3 b c", "-a NEAR/3 b c"},
      {"rubrik:a NEAR b", "rubrik:(a NEAR/10 b)"},
      {"rubrik:(a NEAR b)", "rubrik:(a NEAR/10 b)"},
      {"(rubrik:a ELLER b) NEAR c", "rubrik:(a ELLER b) NEAR/10 rubrik:c"},
  }));
  CAPTURE(row.text);
  CHECK(printed(row.text) == row.canonical);
}

TEST_CASE("parser: fields reach one word, phrase or group") {
  const auto row = GENERATE(values<Row>({
      {"rubrik:a b", "rubrik:a b"},
      {"rubrik:(a b)", "rubrik:(a b)"},
      {"title:(a OR ingress:b)", "rubrik:a ELLER ingress:b"},
      {"rubrik:((a b) c)", "rubrik:(a b) rubrik:c"},
      {"Ämne:\"två ord\"", "ämne:\"två ord\""},
      {"-ämne:skola x", "-ämne:skola x"},
      {"+rubrik:(a b) c", "+rubrik:(a b) c"},
      {"rubrik:(+a -b c)", "rubrik:(+a -b c)"},
      {"INTE rubrik:(a ELLER b)", "INTE rubrik:(a ELLER b)"},
      {"ämne:skola,", "ämne:skola"},
      {"id:2019/Ab-c.", "id:2019/Ab-c."},
      {"id:(a ELLER b)", "id:a ELLER id:b"},
      {"rubrik:2012..2014", "rubrik:2012..2014"},
      {"om:person:x", "om:person:x"},
      {"om:(rubrik:x y)", "rubrik:x om:y"},
      {"rubrik:OCH rubrik:b", "rubrik:OCH rubrik:b"},
  }));
  CAPTURE(row.text);
  CHECK(printed(row.text) == row.canonical);
}

TEST_CASE("parser: dates") {
  const auto row = GENERATE(values<Row>({
      {"datum:2019", "datum:2019"},
      {"date:2019-05", "datum:2019-05"},
      {"datum:2024-Q2", "datum:2024-Q2"},
      {"datum:2019-2021", "datum:2019..2021"},
      {"datum:\"2012..2014\"", "datum:2012..2014"},
      {"datum:(2012 ELLER 2014..)", "datum:2012 ELLER datum:2014.."},
      {"datum:*", "datum:*"},
      {"datum:..", "datum:*"},
      {"skola 2012..2014", "skola datum:2012..2014"},
      {"skola ..2014", "skola datum:..2014"},
      {"2020.. skola", "datum:2020.. skola"},
      {"2024-Q2", "datum:2024-Q2"},
      {"2019-05", "datum:2019-05"},
      {"\"2019-05\"", "\"2019-05\""},
      {"2019", "2019"},
      {"2014-2020", "2014-2020"},
      {"skola -2012..2014", "skola -datum:2012..2014"},
      {"datum:2014..2012", "datum:2012..2014"},
  }));
  CAPTURE(row.text);
  CHECK(printed(row.text) == row.canonical);
}

struct NotedRow {
  const char* text;
  const char* canonical;
  const char* note;
};

TEST_CASE("parser: what is taken otherwise than it was typed is said") {
  const auto row = GENERATE(values<NotedRow>({
      {"OCH skola", "skola", "kolumn 1: OCH har inget att gälla före sig och hoppades över"},
      {"skola OCH", "skola", "kolumn 7: OCH har inget att gälla efter sig och hoppades över"},
      {"a OCH ELLER b", "a ELLER b",
       "kolumn 3: OCH har inget att gälla efter sig och hoppades över"},
      {"a NEAR INTE b", "a INTE b",
       "kolumn 3: NEAR har inget att gälla efter sig och hoppades över"},
      {"a NEAR -b", "a -b", "kolumn 3: NEAR har inget att gälla efter sig och hoppades över"},
      {"a NOT NOT b", "a INTE b", "kolumn 7: NOT står två gånger och hoppades över"},
      {"ELLER", "eller", "kolumn 1: operatorer utan ord omkring sig söks som ord"},
      {"(OCH) NEAR/5", "och near/5", "kolumn 2: operatorer utan ord omkring sig söks som ord"},
      {"x ()", "x", "kolumn 3: tom parentes hoppades över"},
      {"x rubrik:()", "x", "kolumn 10: tom parentes hoppades över"},
      {"x (OCH)", "x", "kolumn 4: OCH har inget att gälla före sig och hoppades över"},
      {"två \"ord", "två ord", "kolumn 5: ensamt citattecken togs som blanksteg"},
      {"a ) b", "a b", "kolumn 3: ensam högerparentes togs som blanksteg"},
      {"a NEAR datum:2019", "a OCH datum:2019",
       "kolumn 3: NEAR kan bara stå mellan ord, fraser, ord* och grupper av sådana; det togs som "
       "OCH"},
      {"rubrik:a NEAR om:b", "rubrik:a OCH om:b",
       "kolumn 10: ord i olika fält står aldrig nära varandra; NEAR togs som OCH"},
      {"a NEAR (b -c)", "a OCH b -c",
       "kolumn 3: NEAR kan bara stå mellan ord, fraser, ord* och grupper av sådana; det togs som "
       "OCH"},
      {"a NEAR ämne:b", "a OCH ämne:b",
       "kolumn 3: NEAR kan bara stå mellan ord, fraser, ord* och grupper av sådana; det togs som "
       "OCH"},
      {"å datum:2014..2012", "å datum:2012..2014",
       "kolumn 9: datumen stod i omvänd ordning; 2012..2014 söks"},
      {"skola 2019-05", "skola datum:2019-05",
       "kolumn 7: 2019-05 togs som datum; skriv \"2019-05\" för att söka det i texten"},
      {"ämne:* x", "x", "kolumn 6: en ensam stjärna betyder alla releaser, också efter ämne:"},
      {"a ELLER b 2012..", "a ELLER b datum:2012..",
       "kolumn 9: ELLER skiljer hela led åt: b datum:2012.. är ett led; sätt parenteser om något "
       "gäller alla led"},
      {"ruprik:x", "ruprik:x",
       "kolumn 1: det finns inget fält ”ruprik:”; det söks som ord. Menade du ”rubrik:”?"},
      {"rubrik: x", "rubrik: x",
       "kolumn 1: ”rubrik:” söks som ord; skriv värdet direkt efter kolonet: rubrik:ord"},
      {"sk*ol", "sk*ol", "kolumn 3: en stjärna betyder bara något sist i ett ord, som i skol*"},
  }));
  CAPTURE(row.text);
  const auto query = parse_query(row.text);
  REQUIRE(query);
  CHECK(print_query(query->root) == row.canonical);
  REQUIRE(!query->notes.empty());
  CHECK(query->notes.front() == row.note);
}

TEST_CASE("parser: ordinary queries need no note") {
  const auto text =
      GENERATE(as<std::string>(), "klimat och miljö", "EU:s budget", "Kl. 13.00: möte!",
               "skola 2012..2014", "2024-Q2", "http://exempel.se", "+a -b", "a ELLER b OCH c",
               "(a ELLER b) datum:2019", "rock'n'roll & blues");
  CAPTURE(text);
  const auto query = parse_query(text);
  REQUIRE(query);
  CHECK(query->notes.empty());
}

struct ErrorRow {
  std::string text;
  std::string message;
};

TEST_CASE("parser: errors name the column") {
  const std::string deep(65, '(');
  std::string long_query;
  for (int i = 0; i < 1025; ++i) long_query += "a ";
  const auto row = GENERATE_REF(values<ErrorRow>({
      {"åäö (b", "kolumn 5: parentesen stängs aldrig; skriv ) där gruppen slutar"},
      {"a (b (c)", "kolumn 3: parentesen stängs aldrig; skriv ) där gruppen slutar"},
      {"ö NEAR/0 b", "kolumn 3: avståndet efter / ska vara mellan 1 och 1000 ord"},
      {"a ADJ/99999999999999999999 b",
       "kolumn 3: avståndet efter / ska vara mellan 1 och 1000 ord"},
      {"ö datum:2019-13",
       "kolumn 9: ”2019-13” är inget datum; skriv till exempel datum:2019, datum:2019-05, "
       "datum:2024-Q2 eller datum:2012..2014"},
      {"datum:(2019 ELLER snart)",
       "kolumn 19: ”snart” är inget datum; skriv till exempel datum:2019, datum:2019-05, "
       "datum:2024-Q2 eller datum:2012..2014"},
      {"datum:201*",
       "kolumn 7: ”201*” är inget datum; skriv till exempel datum:2019, datum:2019-05, "
       "datum:2024-Q2 eller datum:2012..2014"},
      {deep + "a" + std::string(65, ')'),
       "kolumn 65: frågan är nästlad djupare än 64 nivåer; förenkla den"},
      {long_query, "kolumn 2049: frågan har fler än 1024 ord; korta den"},
  }));
  CAPTURE(row.text);
  const auto query = parse_query(row.text);
  REQUIRE_FALSE(query);
  CHECK(query.error().code == ErrorCode::kQuerySyntax);
  CHECK(query.error().message == row.message);
}

TEST_CASE("parser: every leaf says where it looks and where it was typed") {
  const std::string text = "ämne:(skola ELLER \"två ord\")";
  const auto query = parse_query(text);
  REQUIRE(query);
  REQUIRE(query->root.kind == NodeKind::kOr);
  REQUIRE(query->root.children.size() == 2);
  for (const QueryNode& leaf : query->root.children) CHECK(leaf.field == QueryField::kSubject);
  const ByteRange phrase = query->root.children[1].range;
  CHECK(text.substr(phrase.begin, phrase.size()) == "\"två ord\"");
}

TEST_CASE("parser: 64 levels are taken") {
  std::string text = "x";
  for (int i = 0; i < 64; ++i) text = "a (" + text + " OCH b)";
  CHECK(parse_query(text));
  std::string near = "a0";
  for (int i = 1; i <= 64; ++i) near += i % 2 ? " NEAR b" : " ADJ c";
  CHECK(parse_query(near));
}

}  // namespace
}  // namespace pressarkiv
