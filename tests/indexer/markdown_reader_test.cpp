// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "indexer/readers/front_matter.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/markdown_inline.h"
#include "indexer/readers/path_facts.h"
#include "tests/indexer/reader_support.h"
#include "tests/support/golden.h"

namespace pressarkiv {
namespace {

using test::read_all;

TEST_CASE("markdown: golden files") {
  for (const std::string name : {"all_marks", "front_matter"}) {
    INFO(name);
    const std::string bytes = test::slurp(test::golden_path("markdown/" + name + ".md"));
    const test::ReadAll all = read_all(bytes, "nyheter/2016/09/" + name + ".md");
    REQUIRE(all.releases.size() == 1);
    test::check_golden("markdown/" + name + ".expected", test::described(all.releases[0]));
    CHECK(test::bytes_give_them_again(bytes, "nyheter/2016/09/" + name + ".md", all));
  }
}

TEST_CASE("markdown: marks inside of lines go, the text stays") {
  struct Row {
    std::string_view markdown;
    std::string_view text;
  };
  const Row rows[] = {
      {"inget alls", "inget alls"},
      {"**fet** och *kursiv* och ***båda***", "fet och kursiv och båda"},
      {"__fet__ och _kursiv_ men inte snake_case_namn", "fet och kursiv men inte snake_case_namn"},
      {"2 * 3 * 4 och 2023* och *ensam", "2 * 3 * 4 och 2023* och *ensam"},
      {"**Tid:**Torsdag", "Tid:Torsdag"},
      {"**Ivar Ek** – gatuchef", "Ivar Ek – gatuchef"},
      {"~~fel~~ rätt, men ~ungefär~", "fel rätt, men ~ungefär~"},
      {"[text](https://example.org/a_(b) \"titel\")", "text"},
      {"[**fet** länk](/a)[nästa](<b c>)", "fet länknästa"},
      {"[08-1 23](tel:08-1 23)", "08-1 23"},
      {"[1](se bilaga) och [ingen länk]", "[1](se bilaga) och [ingen länk]"},
      {"[![bild](a.jpg)](b)", "bild"},
      {"`kod med * i` och ``a`b``", "kod med * i och a`b"},
      {"ensam ` kvar", "ensam ` kvar"},
      {"\\*\\_ \\[x\\] C:\\mapp", "*_ [x] C:\\mapp"},
      {"A &amp; B &ndash; C &#8211; D &#x2013; E &nonsens; &", "A & B – C – D – E &nonsens; &"},
      {"<https://example.org> <a@example.org>", "https://example.org a@example.org"},
      {"<b>fet</b> a < b > c", "fet a < b > c"},
      {"rad<br/>rad", "rad\nrad"},
      {"[a][ref] [ref][] [ref]", "a ref ref"},
  };
  const LinkReferences references = {{"ref", "https://example.org"}};
  for (const Row& row : rows) {
    INFO(row.markdown);
    MarkedText out;
    CHECK(markdown_line(row.markdown, references, out) == row.text);
  }
}

TEST_CASE("markdown: a heading that names the kind of text leaves the headline to the next") {
  const test::ReadAll all = read_all(
      "# Pressmeddelande\n\n## Rådhuset får nytt tak\n\n**Edsbyn 2022-05-30**\n\nTaket läggs i "
      "vår.\n\nSedan "
      "målas fasaden.\n",
      "tak.md");
  REQUIRE(all.releases.size() == 1);
  const Release& release = all.releases[0].release;
  CHECK(release.title == "Rådhuset får nytt tak");
  CHECK(release.lead == "Taket läggs i vår.");
  CHECK(release.kind == "Pressmeddelande");
  REQUIRE(release.date);
  CHECK(release.date->to_iso() == "2022-05-30");
}

TEST_CASE("markdown: only a sender that the header states is taken") {
  const test::ReadAll all = read_all(
      "**PRESSMEDDELANDE** | Takförbundet | 2023-08-28\n\n# Rådhuset får nytt tak\n\nTaket läggs i "
      "vår.\n\nSedan "
      "målas fasaden.\n",
      "tak.md");
  REQUIRE(all.releases.size() == 1);
  CHECK(all.releases[0].release.publisher == "Takförbundet");
  const test::ReadAll none = read_all(
      "# Rådhuset får nytt tak\n\nTakförbundet i Edsbyn lägger taket i vår.\n\nSedan målar "
      "Takförbundet i "
      "Edsbyn fasaden.\n",
      "tak.md");
  REQUIRE(none.releases.size() == 1);
  CHECK(none.releases[0].release.publisher.empty());
}

TEST_CASE("markdown: files and pictures that are linked become attachments, pages do not") {
  const MarkedText text = parse_markdown(
      "[a](/x.pdf) [b](https://example.org/sida) ![c](bild.png) [d](/x.pdf) "
      "![e](data:image/png;base64,AAAA) [f](https://example.mov) [g](y.DOCX?v=1)\n");
  CHECK(text.files == std::vector<std::string>{"/x.pdf", "bild.png", "y.DOCX?v=1"});
}

TEST_CASE("markdown: wrapped lines are joined, other line breaks stay") {
  const MarkedText wrapped = parse_markdown(
      "# T\n\nKommunen bygger en ny skola i centrum för\nsexhundra elever. Bygget börjar i höst "
      "och tar\n"
      "ungefär två år, enligt den plan som nämnden\nantog i veckan. Skolan ska ha egen "
      "idrottshall\n"
      "och ett bibliotek som är öppet för alla som\nbor i närheten.\n");
  REQUIRE(wrapped.lines.size() == 1);
  const MarkedText kept = parse_markdown("# T\n\nTid: kl. 10\nPlats: Torget\n");
  CHECK(kept.lines.size() == 2);
}

TEST_CASE("markdown: date and kind from the path") {
  struct Row {
    std::string_view path;
    std::string_view date;
    std::string_view kind;
  };
  const Row rows[] = {
      {"pressmeddelanden/2015/03/slug.md", "2015-03", "Pressmeddelande"},
      {"/x/2013/09/y/2015/03/17/slug.md", "2015-03-17", ""},
      {"2015/13/slug.md", "", ""},
      {"tal/2015/slug.md", "2015", "Tal"},
      {"2015-03/slug.md", "2015-03", ""},
      {"2014/01/2015-03-17-slug.md", "2015-03-17", ""},
      {"2015-03-171.md", "2015-03", ""},
      {"2015/02/30/slug.md", "2015-02", ""},
      {"slug.md", "", ""},
      {"", "", ""},
      {"3000/03/slug.md", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.path);
    const PathFacts facts = path_facts(row.path);
    CHECK((facts.date ? facts.date->to_iso() : "") == row.date);
    CHECK(facts.kind == row.kind);
  }
}

TEST_CASE("markdown: the month of the path stands against a day elsewhere, and takes a day in it") {
  const std::string_view text =
      "# Rubrik\n\nMalmö 2015-03-17. Nya hus byggs i hamnen.\n\nMer text.\n";
  const auto inside = read_all(text, "2015/03/a.md").releases;
  REQUIRE(inside.size() == 1);
  CHECK(inside[0].release.date->to_iso() == "2015-03-17");
  const auto outside = read_all(text, "2016/01/a.md").releases;
  REQUIRE(outside.size() == 1);
  CHECK(outside[0].release.date->to_iso() == "2016-01");
}

TEST_CASE("markdown: nobody is called the publisher whom the source does not call so") {
  const auto all = read_all(
      "# Uppdrag till Trafikverket\n\nTrafikverket får i uppdrag att måla.\n\nTrafikverket ska "
      "svara.\n",
      "a.md");
  REQUIRE(all.releases.size() == 1);
  CHECK(all.releases[0].release.publisher.empty());
}

TEST_CASE("markdown: a headline without a text is a release, with a note") {
  const auto all = read_all("# Pressträff i dag\n", "a.md");
  REQUIRE(all.releases.size() == 1);
  CHECK(all.releases[0].release.title == "Pressträff i dag");
  CHECK(all.releases[0].release.body.empty());
  CHECK(all.releases[0].notes == std::vector<std::string>{"no text below the headline"});
}

TEST_CASE("markdown: without a headline the text gives one") {
  const auto all = read_all("Vi bygger. Det går bra.\n\nMer sedan.\n", "a.md");
  REQUIRE(all.releases.size() == 1);
  CHECK_FALSE(all.releases[0].release.title.empty());
}

TEST_CASE("markdown: front matter that is none is text") {
  CHECK(read_front_matter("---\nbara en linje\n---\n").end == 0);
  CHECK(read_front_matter("---\ntitle: aldrig slut\n").end == 0);
  CHECK(read_front_matter("text\n---\ntitle: x\n---\n").end == 0);
  CHECK(read_front_matter("---\ntitle: x\n---\n").first({"title"}) == "x");
  CHECK(read_front_matter("---\ntitle: 'det är ''bra'''\n---").first({"title"}) == "det är 'bra'");
}

TEST_CASE("markdown: endless marks cost no more than other text") {
  for (const std::string_view piece :
       {"[", "](", "*a_ ", "<a", "`", "![", "**", "&a", "> ", "\\", "[a](b "}) {
    std::string text = "# T\n\n";
    while (text.size() < 300000) text += piece;
    INFO(piece);
    CHECK(read_all(text, "a.md").releases.size() == 1);
  }
}

}  // namespace
}  // namespace pressarkiv
