// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/renderers.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

using Json = nlohmann::json;

Hit hit_of(std::string title, std::string snippet, std::vector<ByteRange> marks = {}) {
  Hit hit;
  hit.rank = 1;
  hit.score = 1.25;
  hit.id = "2019/en";
  hit.title = std::move(title);
  hit.date = PartialDate{2019, 5, 0};
  hit.publisher = "Träverket";
  hit.snippets.push_back({std::move(snippet), std::move(marks), true, false, ""});
  return hit;
}

SearchResult result_of(Hit hit) {
  SearchResult result;
  result.query = "fråga";
  result.understood = "fråga";
  result.total = 1;
  result.archive_releases = 1234567;
  result.hits.push_back(std::move(hit));
  return result;
}

RenderOptions plain(std::size_t width = 80) {
  RenderOptions options;
  options.style.width = width;
  return options;
}

RenderOptions colored() {
  RenderOptions options = plain();
  options.style.color = true;
  return options;
}

TEST_CASE("text layout: marks, with and without colour") {
  const std::vector<ByteRange> marks = {{4, 8}, {9, 10}};
  CHECK(marked_text("Ett \xC3\xB6rd x.", marks, {false, 80}) == "Ett *örd* *x*.");
  CHECK(marked_text("Ett \xC3\xB6rd x.", marks, {true, 80}) ==
        "Ett \033[1;33mörd\033[0m \033[1;33mx\033[0m.");
  CHECK(marked_text("Ett", {}, {true, 80}) == "Ett");
  CHECK(marked_text("", {}, {true, 80}).empty());
}

TEST_CASE("text layout: nothing in a release reaches the terminal as a command") {
  struct Row {
    std::string_view what;
    std::string_view text;
    std::string_view safe;
  };
  const Row rows[] = {
      {"escape sequence", "a\033[31mb", "a [31mb"},
      {"title of the window", "\033]0;x\007", " ]0;x "},
      {"backspace and carriage return", "a\b\rb", "a  b"},
      {"delete", "a\x7F", "a "},
      {"C1 in UTF-8", "a\u009Bb", "a b"},
      {"C1 as a bare byte",
       "a\x9B"
       "31mb",
       "a\uFFFD31mb"},
      {"half a letter", "a\xC3", "a\uFFFD"},
      {"what is allowed", "å\u00A0–\U0001F600\n", "å\u00A0–\U0001F600\n"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(printable(row.text) == row.safe);
  }
  CHECK(marked_text("a\nb\033c", {{2, 3}}, {false, 80}) == "a *b* c");
}

TEST_CASE("text layout: columns are characters") {
  CHECK(display_width("åäö") == 3);
  CHECK(display_width("") == 0);
  CHECK(display_width("a\u00ADb\u200B") == 2);
  CHECK(display_width("a\u030A") == 1);
  CHECK(display_width("\033[1;33må\033[0m!") == 2);
}

TEST_CASE("text layout: lines break at blanks and never inside a word") {
  CHECK(wrapped("ett två tre", 0, 7) == "ett två\ntre\n");
  CHECK(wrapped("ett två tre", 2, 9) == "  ett två\n  tre\n");
  CHECK(wrapped("ett två tre", 0, 0) == "ett två tre\n");
  CHECK(wrapped("enormtlångtord x", 0, 5) == "enormtlångtord\nx\n");
  CHECK(wrapped("a   b", 0, 80) == "a b\n");
  CHECK(wrapped("", 3, 80) == "   \n");
  CHECK(wrapped("\033[1;33mtvå\033[0m tre", 0, 7) == "\033[1;33mtvå\033[0m tre\n");
}

TEST_CASE("text: a hit as people read it") {
  const SearchResult result = result_of(hit_of("En *titel*", "Två ord.", {{5, 8}}));
  CHECK(render(result, OutputFormat::kText, plain()) ==
        "1 träff bland 1\u00A0234\u00A0567 releaser.\n\n"
        "1   En *titel*\n"
        "    2019-05 · Träverket · 2019/en\n"
        "    … Två *ord*.\n");
  SearchResult none;
  none.archive_releases = 92;
  CHECK(render(none, OutputFormat::kText, plain()) == "Inga träffar bland 92 releaser.\n");
}

TEST_CASE("text: without colour no escape, with colour every one is closed") {
  SearchResult result = result_of(hit_of("Titel\033[5m", "ord \033[41m ord", {{0, 3}}));
  result.hits[0].title_highlights = {{0, 5}};
  result.hits[0].publisher = "\033[7mX";
  result.facets.push_back({Facet::kSubject, {{"\033[7mÄmne", 3}}, 1, 0});
  result.explanation.push_back({"\033[7mord", "ordet"});
  RenderOptions options = plain();
  options.facets = options.explanation = true;
  CHECK(render(result, OutputFormat::kText, options).find('\033') == std::string::npos);
  options.style.color = true;
  const std::string text = render(result, OutputFormat::kText, options);
  CHECK(text.find("\033[7m") == std::string::npos);
  CHECK(text.find("\033[41m") == std::string::npos);
  // The last sequence on each line puts everything back.
  std::istringstream lines(text);
  std::size_t painted = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t last = line.rfind("\033[");
    if (last == std::string::npos) continue;
    CHECK(line.substr(last, 4) == "\033[0m");
    ++painted;
  }
  CHECK(painted >= 4);
}

TEST_CASE("text: facets are aligned by columns, not by bytes") {
  SearchResult result = result_of(hit_of("T", "t"));
  result.facets.push_back({Facet::kSubject, {{"Åäö", 12345}, {"Skola", 3}}, 5, 2});
  RenderOptions options = plain();
  options.hits = false;
  options.facets = true;
  const std::string text = render(result, OutputFormat::kText, options);
  CHECK_THAT(text, Catch::Contains("Ämne (5 värden, 2 träffar utan)\n"));
  CHECK_THAT(text, Catch::Contains("  Åäö    12\u00A0345  ▪"));
  CHECK_THAT(text, Catch::Contains("  Skola       3  ▪\n"));
  CHECK_THAT(text, Catch::Contains("  … och 3 till\n"));
}

TEST_CASE("json: everything comes back, whatever it holds") {
  const std::string odd = "citat \" snett \\ rad\nbyte \x01 å \U0001F600";
  SearchResult result = result_of(hit_of(odd, odd));
  result.query = odd;
  result.notes = {odd};
  result.facets.push_back({Facet::kCounty, {{odd, 7}}, 1, 3});
  RenderOptions options = plain();
  options.facets = true;
  const Json json = Json::parse(render(result, OutputFormat::kJson, options));
  CHECK(json["schema"] == "pressarkiv.search/1");
  CHECK(json["query"] == odd);
  CHECK(json["notes"][0] == odd);
  CHECK(json["hits"][0]["title"] == odd);
  CHECK(json["hits"][0]["date"] == "2019-05");
  CHECK(json["hits"][0]["url"].is_null());
  CHECK(json["hits"][0]["snippets"][0]["text"] == odd);
  CHECK(json["hits"][0]["snippets"][0]["starts_inside"] == true);
  CHECK(json["facets"][0]["facet"] == "county");
  CHECK(json["facets"][0]["missing"] == 3);
  CHECK(json["facets"][0]["values"][0]["count"] == 7);
  CHECK(json.count("explanation") == 0);
  options.hits = options.facets = false;
  CHECK(Json::parse(render(result, OutputFormat::kJson, options)).count("hits") == 0);
}

TEST_CASE("json: ranges count characters, not bytes") {
  const std::string text = "Å \U0001F600 räven räv";
  const std::size_t first = text.find("räven");
  const std::size_t second = text.find("räv", first + 1);
  Hit hit = hit_of(text, text, {{first, first + 6}, {second, second + 4}});
  hit.title_highlights = {{0, 2}};
  const Json json = Json::parse(render(result_of(hit), OutputFormat::kJsonLines, plain()));
  CHECK(json["snippets"][0]["highlights"] == Json::parse("[[4, 9], [10, 13]]"));
  CHECK(json["title_highlights"] == Json::parse("[[0, 1]]"));
}

TEST_CASE("jsonl: one hit a line") {
  SearchResult result = result_of(hit_of("a\nb", "c\nd"));
  result.hits.push_back(hit_of("e", "f"));
  const std::string text = render(result, OutputFormat::kJsonLines, plain());
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(render(SearchResult{}, OutputFormat::kJsonLines, plain()).empty());
}

/// Reads CSV as RFC 4180 has it.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (quoted || (c != ',' && c != '\n')) {
      cell += c;
    } else {
      row.push_back(std::move(cell));
      cell.clear();
      if (c == '\n') {
        rows.push_back(std::move(row));
        row.clear();
      }
    }
  }
  CHECK_FALSE(quoted);
  CHECK(cell.empty());
  return rows;
}

TEST_CASE("csv: cells come back, whatever they hold") {
  for (const std::string cell :
       {"a", "a,b", "\"a\"", "\"", "a\nb", "a\r\nb", ",", "", " a ", "å;ö\t"}) {
    INFO(cell);
    const auto rows = read_csv(render(result_of(hit_of(cell, cell)), OutputFormat::kCsv, plain()));
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[0].size() == rows[1].size());
    CHECK(rows[0][3] == "title");
    CHECK(rows[1][3] == cell);
    CHECK(rows[1][4] == "2019-05");
    CHECK(rows[1].back() == cell);
  }
  SearchResult result;
  result.total = 9;
  result.facets.push_back({Facet::kSubject, {{"Företagande, \"allmänt\"", 4}}, 1, 0});
  RenderOptions options = plain();
  options.hits = false;
  CHECK(read_csv(render(result, OutputFormat::kCsv, options))[1] ==
        std::vector<std::string>{"subject", "Företagande, \"allmänt\"", "4", "9"});
}

TEST_CASE("release: as text, JSON and, for CSV, a line of JSON") {
  ReleaseView release;
  release.id = "a";
  release.title = "Titel \033[31m";
  release.body = "Ett.\n\nTvå \x9B.";
  release.subjects = {"X", "Y"};
  const std::string text = render_release(release, OutputFormat::kText, {false, 80});
  CHECK(text.find('\033') == std::string::npos);
  CHECK(text.find('\x9B') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("Ämnen:       X; Y\n"));
  CHECK_THAT(text, Catch::Contains("\nEtt.\n\nTvå"));
  const Json json = Json::parse(render_release(release, OutputFormat::kJson, {}));
  CHECK(json["schema"] == "pressarkiv.release/1");
  CHECK(json["lead"].is_null());
  CHECK(json["subjects"] == Json::parse(R"(["X", "Y"])"));
  const std::string line = render_release(release, OutputFormat::kCsv, {});
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  CHECK(Json::parse(line)["title"] == "Titel \033[31m");
}

TEST_CASE("output formats: known names only") {
  CHECK(find_output_format("json") == OutputFormat::kJson);
  CHECK(find_output_format("csv") == OutputFormat::kCsv);
  CHECK_FALSE(find_output_format("JSON"));
  CHECK_FALSE(find_output_format(""));
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_character(text, at);
    if (code == kReplacementCharacter && text.substr(begin, 3) != "\uFFFD") return false;
  }
  return true;
}

TEST_CASE("every format: any bytes in, UTF-8 out") {
  std::mt19937 random(6);
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    for (std::size_t i = 0; i < 30; ++i) bytes += static_cast<char>(random());
    SearchResult result = result_of(hit_of(bytes, bytes));
    result.query = result.understood = bytes;
    result.hits[0].id = result.hits[0].publisher = result.hits[0].url = bytes;
    result.facets.push_back({Facet::kPerson, {{bytes, 1}}, 1, 0});
    result.explanation.push_back({bytes, bytes});
    RenderOptions options = round % 2 == 0 ? plain(20) : colored();
    options.facets = options.explanation = true;
    for (const OutputFormat format :
         {OutputFormat::kText, OutputFormat::kJson, OutputFormat::kJsonLines, OutputFormat::kCsv}) {
      const std::string text = render(result, format, options);
      INFO("round " << round << ", format " << static_cast<int>(format));
      REQUIRE(is_utf8(text));
      REQUIRE(text.back() == '\n');
    }
  }
}

}  // namespace
}  // namespace pressarkiv
