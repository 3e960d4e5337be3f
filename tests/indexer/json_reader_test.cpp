// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "indexer/extract_json.h"
#include "indexer/readers/html.h"
#include "tests/indexer/reader_support.h"
#include "tests/support/golden.h"

namespace pressarkiv {
namespace {

using test::read_all;

constexpr std::string_view kThree =
    "{\"id\": \"a\", \"title\": \"Älvbåten går igen\", \"body\": \"Första raden.\\n\\nAndra.\"}\n"
    "{\"id\": \"b\", \"title\": \"Öppet hus\", \"body\": \"Kom – och se.\\n\\nVi bjuder.\"}\r\n"
    "\n"
    "{\"title\": \"Utan id\", \"summary\": \"Kort.\", \"body\": \"Lång.\\n\\nLängre.\"}";

std::vector<std::string> ids(const test::ReadAll& all) {
  std::vector<std::string> ids;
  for (const ReadRelease& read : all.releases) ids.push_back(read.release.id);
  return ids;
}

TEST_CASE("json: the answers of three services, read without a mapping file") {
  const std::string bytes = test::slurp(test::golden_path("json/services.json"));
  const test::ReadAll all = read_all(bytes, "svar.json");
  CHECK(all.errors.empty());
  std::string text;
  for (const ReadRelease& read : all.releases) text += test::described(read) + "\n";
  test::check_golden("json/services.expected", text);
  CHECK(test::bytes_give_them_again(bytes, "svar.json", all));
}

TEST_CASE("jsonl: each line gives a release, and its own bytes give it again") {
  struct Row {
    std::string_view name;
    std::string bytes;
    Encoding encoding;  // Of the first release.
  };
  std::string without_dash(kThree);
  without_dash.replace(without_dash.find("–"), 3, "-");
  const Row rows[] = {
      {"UTF-8", std::string(kThree), Encoding::kUtf8},
      {"with mark", "\xEF\xBB\xBF" + std::string(kThree), Encoding::kUtf8Bom},
      {"UTF-16LE with mark", test::as_utf16(kThree, true, true), Encoding::kUtf16Le},
      {"UTF-16BE with mark", test::as_utf16(kThree, false, true), Encoding::kUtf16Be},
      {"UTF-16LE without", test::as_utf16(kThree, true, false), Encoding::kUtf16Le},
      {"UTF-16BE without", test::as_utf16(kThree, false, false), Encoding::kUtf16Be},
      {"Latin-1", test::as_latin1(without_dash), Encoding::kWindows1252},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const test::ReadAll all = read_all(row.bytes, "x.jsonl");
    CHECK(all.errors.empty());
    REQUIRE(ids(all) == std::vector<std::string>{"a", "b", "prov#3"});
    CHECK(all.releases[0].release.title == "Älvbåten går igen");
    CHECK(all.releases[0].encoding == row.encoding);
    CHECK(all.releases[2].release.lead == "Kort.");
    CHECK(all.releases[0].release.source_format == "jsonl");
    CHECK(test::bytes_give_them_again(row.bytes, "x.jsonl", all));
  }
}

TEST_CASE("jsonl: text in letters that are all far from ASCII is told by its first brace") {
  std::string line = "{\"title\": \"";
  for (int i = 0; i < 200; ++i) line += "ж";
  const std::string bytes = test::as_utf16(line + "\"}\n" + line + "\"}\n", true, true);
  const test::ReadAll all = read_all(bytes, "x.jsonl");
  CHECK(all.releases.size() == 2);
  CHECK(test::bytes_give_them_again(bytes, "x.jsonl", all));
}

TEST_CASE("jsonl: a broken line is named and hides no other") {
  struct Row {
    std::string_view line;
    std::string_view reason;
  };
  const Row rows[] = {
      {R"({"title": "x", "body": "avhug)", "line 2: a JSON object that is cut off"},
      {R"({"title": "x", "body": ["a", "b")", "line 2: a JSON object that is cut off"},
      {R"({"title": "x" "body": "y"})", "line 2: not JSON near column"},
      {R"({"title": nul})", "line 2: not JSON near column"},
      {R"({"title": "\ud83d ensam"})", "line 2: not JSON"},
      {R"({"title": 1e999})", "line 2: not JSON"},
      {"vanlig text", "line 2: no JSON object"},
      {R"({"namnlös": 1})", "line 2: an object with neither headline nor text"},
      {"[1, 2, 3]", "line 2: a list of values that are no objects"},
      {"{\"title\": \"fel \xC3 byte åäö\"}", "broken UTF-8"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const std::string bytes =
        "{\"title\": \"Före\"}\n" + std::string(row.line) + "\n{\"title\": \"Efter\"}\n";
    const test::ReadAll all = read_all(bytes, "mapp/x.jsonl");
    REQUIRE(all.releases.size() == 2);
    CHECK(all.releases[1].release.title == "Efter");
    REQUIRE(all.errors.size() == 1);
    CHECK_THAT(all.errors[0], Catch::StartsWith("mapp/x.jsonl: "));
    CHECK_THAT(all.errors[0], Catch::Contains(std::string(row.reason)));
    CHECK(all.errors[0].size() < 300);
  }
}

TEST_CASE("json: a broken object in a list laid out over lines hides no other") {
  const std::string bytes =
      "[\n  {\n    \"title\": \"Ett\"\n  },\n  {\n    \"title\": \"Två \" fel\",\n    \"body\": "
      "\"x\"\n  },\n"
      "  {\n    \"title\": \"Tre\"\n  },\n  {\n    \"title\": \"Fy";
  const test::ReadAll all = read_all(bytes, "x.json");
  REQUIRE(all.releases.size() == 2);
  CHECK(all.releases[1].release.title == "Tre");
  REQUIRE(all.errors.size() == 2);
  CHECK_THAT(all.errors[0], Catch::Contains("line 5"));
  CHECK_THAT(all.errors[1], Catch::Contains("cut off"));
  CHECK(test::bytes_give_them_again(bytes, "x.json", all));
}

TEST_CASE("json: every way to put releases into one file") {
  const std::string one = R"({"id": "a", "title": "Ett", "body": "x. y"})";
  const std::string two = R"({"id": "b", "title": "Två", "attachments": [{"url": "/u.pdf"}]})";
  for (const std::string& bytes :
       {"[" + one + "," + two + "]", one + two, one + "\n\n" + two, "[[" + one + "], " + two + ",]",
        "{\"nextPage\": null, \"releases\": [" + one + ", " + two + "]}",
        "{\"title\": \"Flöde\", \"items\": [" + one + "," + two + "]}",
        "{\"search_result\": {\"summary\": {\"page\": 1}, \"items\": [" + one + "," + two + "]}}",
        "\x1E" + one + "\n\x1E" + two + "\n"}) {
    INFO(bytes);
    const test::ReadAll all = read_all(bytes, "x.json");
    CHECK(all.errors.empty());
    CHECK(ids(all) == std::vector<std::string>{"a", "b"});
    CHECK(test::bytes_give_them_again(bytes, "x.json", all));
    const std::string wide = test::as_utf16(bytes, true, true);
    const test::ReadAll again = read_all(wide, "x.json");
    CHECK(ids(again) == std::vector<std::string>{"a", "b"});
    CHECK(test::bytes_give_them_again(wide, "x.json", again));
  }
}

TEST_CASE("json: ids that are missing, numbers, or given twice") {
  const test::ReadAll all = read_all(
      "{\"title\": \"a\"}\n{\"title\": \"b\"}\n{\"id\": 7, \"title\": \"c\"}\n{\"id\": \"7\", "
      "\"title\": \"d\"}\n",
      "x.jsonl");
  CHECK(ids(all) == std::vector<std::string>{"prov", "prov#2", "7", "7"});
  REQUIRE(all.releases.size() == 4);
  CHECK_THAT(all.releases[3].notes,
             Catch::VectorContains(std::string("the id of an earlier release of the same source")));
}

TEST_CASE("json: hostile nesting is refused and not followed") {
  for (const std::string_view open : {"[", "{\"a\":", "{\"items\":[", "{\"data\":"}) {
    std::string bomb = "{\"title\": \"x\", \"body\": ";
    for (int i = 0; i < 100000; ++i) bomb += open;
    INFO(open);
    CHECK(read_all(bomb, "x.jsonl").releases.empty());
    CHECK(read_all(bomb.substr(23), "x.json").releases.empty());
  }
  std::string closed =
      "{\"title\": \"x\", \"extra\": " + std::string(5000, '[') + std::string(5000, ']') + "}";
  const test::ReadAll all = read_all(closed, "x.json");
  REQUIRE(all.errors.size() == 1);
  CHECK_THAT(all.errors[0], Catch::Contains("levels deep"));
}

TEST_CASE("json: line breaks inside strings are taken, with a note") {
  const std::string bytes = "{\n \"title\": \"Rad\",\n \"body\": \"Första.\n\nAndra\tdelen.\"\n}\n";
  const test::ReadAll all = read_all(bytes, "x.json");
  REQUIRE(all.releases.size() == 1);
  CHECK_THAT(all.releases[0].notes,
             Catch::VectorContains(std::string("line breaks or tabs inside JSON strings")));
  CHECK(test::bytes_give_them_again(bytes, "x.json", all));
}

TEST_CASE("json: escapes give clean text") {
  const auto all =
      read_all(R"({"title": "A\u030Asa\u0000 \u2013 b", "body": "x\r\ny\u0007. z"})", "x.json");
  REQUIRE(all.releases.size() == 1);
  CHECK(all.releases[0].release.title == "Åsa – b");
  CHECK(all.releases[0].release.body.find('\r') == std::string::npos);
  CHECK(all.releases[0].release.body.find('\a') == std::string::npos);
}

TEST_CASE("json: headline and lead that the body repeats are taken once") {
  const auto all = read_all(
      R"({"title": "Ny väg", "summary": "Vägen öppnar.", "body": "# Ny väg\n\nVägen öppnar.\n\nDen är lång.\n\nOch bred."})"
      "\n"
      R"({"title": "Ny väg", "summary": "En annan ingress.", "body": "Vägen öppnar.\n\nDen är lång."})"
      "\n"
      R"({"title": "Ny väg", "summary": "Bara ingress."})",
      "x.jsonl");
  REQUIRE(all.releases.size() == 3);
  CHECK(all.releases[0].release.lead == "Vägen öppnar.");
  CHECK(all.releases[0].release.body == "Den är lång.\n\nOch bred.");
  const Release& second = all.releases[1].release;
  CHECK(second.lead == "En annan ingress.");
  CHECK(second.body == "Vägen öppnar.\n\nDen är lång.");
  REQUIRE(second.blocks.size() == 2);
  CHECK(block_text(second, second.blocks[1]) == "Den är lång.");
  CHECK(all.releases[2].release.lead == "Bara ingress.");
  CHECK(all.releases[2].release.body.empty());
}

TEST_CASE("json: a release without a headline gets one from its text") {
  const auto all = read_all(R"({"body": "Vi flyttar. Allt ska med.\n\nSnart."})", "x.json");
  REQUIRE(all.releases.size() == 1);
  CHECK_FALSE(all.releases[0].release.title.empty());
  CHECK_THAT(
      all.releases[0].notes,
      Catch::VectorContains(std::string("no headline among the fields; the text gives one")));
}

TEST_CASE("json: dates as services write them") {
  struct Row {
    std::string_view value;
    std::string_view date;
  };
  const Row rows[] = {
      {R"("2019-05-14")", "2019-05-14"},
      {R"("2019-05-14T23:30:00Z")", "2019-05-14"},
      {R"("2019-05-14 10:00:00")", "2019-05-14"},
      {R"({"text": "i dag", "datetime": "2019-05-14 10:00"})", "2019-05-14"},
      {R"("14.05.2019")", "2019-05-14"},
      {R"("Tue, 14 May 2019 10:00:00 +0200")", "2019-05-14"},
      {R"("14 maj 2019")", "2019-05-14"},
      {R"("2019-05")", "2019-05"},
      {R"("i våras")", ""},
      {"null", ""},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    const auto all =
        read_all("{\"title\": \"x\", \"published\": " + std::string(row.value) + "}", "x.json");
    REQUIRE(all.releases.size() == 1);
    const auto& date = all.releases[0].release.date;
    CHECK((date ? date->to_iso() : "") == row.date);
  }
}

TEST_CASE("json mapping: a file says where fields stand") {
  ReadOptions options;
  const auto mapping = JsonMapping::parse(
      R"({"title": "doc.rubriker.text", "subjects": ["saknas", "doc.taggar.namn"], "summary": [], "regions": "ort"})",
      "m.json");
  REQUIRE(mapping.ok());
  options.mapping = *mapping;
  const std::string bytes =
      R"({"doc": {"rubriker": [{"text": ""}, {"text": "Rätt rubrik"}], "taggar": [{"namn": "A"}, {"namn": "B"}]},)"
      R"( "title": "Fel", "summary": "Av", "body": "Text. Mer.", "ort": "Åmål"})";
  const test::ReadAll all = read_all(bytes, "x.json", options);
  REQUIRE(all.releases.size() == 1);
  const Release& release = all.releases[0].release;
  CHECK(release.title == "Rätt rubrik");
  CHECK(release.subjects == std::vector<std::string>{"A", "B"});
  CHECK(release.regions == std::vector<std::string>{"Åmål"});
  CHECK(release.lead.empty());
  CHECK(test::bytes_give_them_again(bytes, "x.json", all, options));
}

TEST_CASE("json mapping: mistakes are named") {
  struct Row {
    std::string_view json;
    std::string_view what;
  };
  const Row rows[] = {
      {"", "m.json: not a field mapping"},
      {"[]", "not a field mapping"},
      {"{\"title\": ", "not a field mapping"},
      {R"({"titel": "x"})", "unknown field \"titel\"; use id, url"},
      {R"({"title": 3})", "field \"title\""},
      {R"({"title": ["a", 3]})", "field \"title\""},
      {R"({"title": "a..b"})", "field \"title\""},
      {R"({"title": ""})", "field \"title\""},
  };
  for (const Row& row : rows) {
    INFO(row.json);
    const auto mapping = JsonMapping::parse(row.json, "m.json");
    REQUIRE_FALSE(mapping.ok());
    CHECK(mapping.error().code == ErrorCode::kInvalidArgument);
    CHECK_THAT(mapping.error().message, Catch::Contains(std::string(row.what)));
  }
}

TEST_CASE("html: blocks, cells, entities; what is hidden goes") {
  const MarkedText text = parse_html(
      "<h1>Rubrik</h1><p>Ett\n "
      "<b>två</b>&nbsp;tre<br>fyra<br><br>fem</p><table><tr><td>a<td>b</tr></table>"
      "<style>p{}</style><!-- x --><ol><li>sex<li>sju</ol><p style='color:red'>å &lt; ö</p><img "
      "src='b.jpg'>");
  CHECK(text.title == "Rubrik");
  std::vector<std::string> lines;
  for (const text::Line& line : text.lines) lines.push_back(line.text);
  CHECK(lines == std::vector<std::string>{"Ett två\xC2\xA0tre", "fyra", "fem", "a | b", "sex",
                                          "sju", "å < ö"});
  CHECK(text.lines[2].starts_chunk);
  CHECK_FALSE(text.lines[1].starts_chunk);
  CHECK(text.lines[4].hint == text::LineHint::kListItem);
  CHECK(text.files == std::vector<std::string>{"b.jpg"});
}

TEST_CASE("html: nesting beyond reason keeps the words") {
  std::string html;
  for (int i = 0; i < 100000; ++i) html += "<div>";
  html += "orden <b>finns</b> kvar";
  const MarkedText text = parse_html(html);
  REQUIRE(text.lines.size() == 1);
  CHECK_THAT(text.lines[0].text, Catch::Contains("finns"));
  CHECK(text.notes.size() == 1);
}

TEST_CASE("html: told from text with angle brackets") {
  CHECK(looks_like_html("<p>x"));
  CHECK(looks_like_html("a<br/>b"));
  CHECK(looks_like_html("x</strong>"));
  CHECK_FALSE(looks_like_html("a < b och c > d"));
  CHECK_FALSE(looks_like_html("<anna@example.org> <https://example.org>"));
  CHECK_FALSE(looks_like_html("<"));
}

TEST_CASE("extract: one line with fixed keys, null where nothing is known") {
  Release release;
  release.id = "x/å";
  CHECK(
      extract_line(release) ==
      R"({"id": "x/å", "structure": {"title":null,"lead":null,"date":null,"sender":null,"subjects":[],)"
      R"("regions":[],"boilerplate_starts":null,"contacts":[]}, "people": [], "quotes": [], "regions": [], "bare_names": []})");
  release.title = "T \"q\"\n\xFF";
  release.date = make_date(2015, 3);
  release.boilerplate = "OM X\nText";
  release.contacts = {{"Anna Ek", "tel"}};
  const std::string line = extract_line(release, "[1]", "[2]", "[3]", "[4]");
  CHECK_THAT(
      line,
      Catch::Contains(R"("date":"2015-03")") && Catch::Contains(R"("boilerplate_starts":"OM X")") &&
          Catch::Contains(R"("contacts":["Anna Ek"])") &&
          Catch::Contains(R"("people": [1], "quotes": [2], "regions": [3], "bare_names": [4]})"));
  CHECK(line.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace pressarkiv
