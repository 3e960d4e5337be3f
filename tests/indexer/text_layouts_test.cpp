// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/readers/text/columns.h"
#include "indexer/readers/text/date_finder.h"
#include "indexer/readers/text/lines.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/page_furniture.h"
#include "indexer/readers/text/people.h"
#include "tests/indexer/text_support.h"

using namespace pressarkiv;
using namespace pressarkiv::text;

namespace {

// How a release is laid out, and what a person reads out of it.
struct Layout {
  const char* what;
  const char* source;
  const char* title;
  const char* lead;
  const char* date;
  const char* sender;
  const char* boilerplate;  // Its first words.
};

void check_layout(const Layout& row) {
  INFO(row.what);
  const test::ReadText read = test::read_plain(row.source);
  REQUIRE(read.read);
  const Release& release = read.read->release;
  CHECK(release.title == row.title);
  CHECK(release.lead == row.lead);
  CHECK((release.date ? release.date->to_iso() : "") == row.date);
  CHECK(release.publisher == row.sender);
  const std::string_view boilerplate = row.boilerplate;
  CHECK(release.boilerplate.substr(0, boilerplate.size()) == boilerplate);
  CHECK(release.boilerplate.empty() == boilerplate.empty());
}

const char* const kNews =
    "\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n";

}  // namespace

TEST_CASE("text: what a page puts around a release is no part of it") {
  const std::vector<Layout> rows = {
      {"way, buttons, foot",
       "Hem > Kommun > Nyheter\nDela\n\nRådhuset får nytt tak\nPublicerad: 3 mars 2021\n\nArbetet "
       "med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det "
       "var på tiden, säger Nils Ek.\n\nHjälpte informationen dig?\nJa | Nej\nSidan senast "
       "uppdaterad: 5 mars 2021\nOvanåkers kommun, Långgatan 45, 828 80 Edsbyn\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2021-03-03",
       "Ovanåkers kommun", ""},
      {"a desk",
       "Rådhuset får nytt tak\n3.3.2021 08:00:00 CET | Takvakten | "
       "Pressmeddelande\n\nDela\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i "
       "vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n\nLäs fler "
       "pressmeddelanden från Takvakten\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2021-03-03",
       "Takvakten", ""},
      {"names of the parts",
       "Avsändare: Takvakten\nRubrik: Rådhuset får nytt tak\n\nIngress: Arbetet med det nya taket "
       "börjar på måndag.\n\nBrödtext: Taket byts i vinter. Sedan målas fasaden.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Takvakten", ""},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("text: headers are read in the shapes that letters, prints and pages have") {
  const std::vector<Layout> rows = {
      {"columns",
       "Takvakten ek. för.            Pressmeddelande\nEdsbyn                        "
       "2008-05-19\n\nRådhuset får nytt tak\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2008-05-19",
       "Takvakten ek. för.", ""},
      {"a body and which one",
       "Länsstyrelsen\nGävleborgs län\n\nPRESSMEDDELANDE\n2011-06-20\n\nRådhuset får nytt "
       "tak\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas "
       "fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2011-06-20",
       "Länsstyrelsen Gävleborgs län", ""},
      {"a hanging hyphen",
       "Tak- och murverket (TMV)\nBox 50, 828 80 Edsbyn\n\nPRESSINFORMATION\nNr "
       "7/2010\n2010-03-24\n\nRådhuset får nytt tak\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2010-03-24",
       "Tak- och murverket (TMV)", ""},
      {"two names of a place",
       "Ovanåkers kommun - Ovvantjohke\n\n2021-01-27 13:05\n\nRådhuset får nytt tak\n\nArbetet med "
       "det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var "
       "på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2021-01-27",
       "Ovanåkers kommun", ""},
      {"a section",
       "Ovanåkers kommun\n\nNyheter\nBygga och bo\n\nRådhuset får nytt tak\nNyhet 2 februari "
       "2021\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas "
       "fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2021-02-02",
       "Ovanåkers kommun", ""},
      {"a cover note",
       "Hej alla!\n\nHär kommer ett pressmeddelande från Takförbundet.\n\nPRESSMEDDELANDE "
       "2018-01-15\n\nRådhuset får nytt tak\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2018-01-15",
       "Takförbundet", ""},
      {"a month",
       "TAKMUSEET\nEdsbyn\n\nPressrelease november 2012\n\nRådhuset får nytt tak\n\nArbetet med "
       "det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var "
       "på tiden, säger Nils Ek.\n\nBesök Takmuseet.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2012-11",
       "Takmuseet", ""},
      {"to whom",
       "Till lokala medier\n\nRådhuset får nytt tak\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n\nEdsbyn den 11 februari 2019\n\nStyrelsen för Edsbyns Takförening\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2019-02-11",
       "Edsbyns Takförening", ""},
      {"two lines",
       "Takförbundet\n2021-03-03\n\nRådhuset får nytt tak från den\n1 juli\n\nArbetet med det nya "
       "taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på "
       "tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak från den 1 juli", "Arbetet med det nya taket börjar på måndag.",
       "2021-03-03", "Takförbundet", ""},
      {"spoken",
       "Takförbundet\n2021-03-03\n\n– Låt rådhuset få ett nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n",
       "Låt rådhuset få ett nytt tak", "Arbetet med det nya taket börjar på måndag.", "2021-03-03",
       "Takförbundet", ""},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("text: practical lines are no lead, and a day called today is the day of publication") {
  const std::vector<Layout> rows = {
      {"invitation",
       "Kom och se rådhusets nya tak\n\nTid: tisdag 8 september 2015 kl 9.30\nPlats: "
       "Rådhuset\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan "
       "målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Kom och se rådhusets nya tak", "Arbetet med det nya taket börjar på måndag.", "", "", ""},
      {"list",
       "Rådhuset får nytt tak\n\nTredje kvartalet\n• Plåt för tio miljoner\n• Tegel för "
       "två\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas "
       "fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "", "", "", ""},
      {"today",
       "Rådhuset får nytt tak\n\nTakrapporten visas i dag, den 9 februari 2023, för alla som "
       "vill.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Takrapporten visas i dag, den 9 februari 2023, för alla som vill.",
       "2023-02-09", "", ""},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("text: the sender needs no word for a body") {
  const std::vector<Layout> rows = {
      {"address",
       "Rådhuset får nytt tak\n\nArbetet med det nya taket börjar på måndag.\n\nDet är Ekmans Plåt "
       "som lägger det. Ekmans Plåt vann över fem andra.\n\nTaket byts i vinter. Sedan målas "
       "fasaden.\n\n– Det var på tiden, säger Nils Ek.\n\nKontakt: Nils Ek, 0271-570 00, "
       "nils@ekmansplat.se\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Ekmans Plåt",
       ""},
      {"branch",
       "Rådhuset får nytt tak\n\nNu lägger Nordins Smide taket.\n\nTaket byts i vinter. Sedan "
       "målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n\nNordins Smide firar i år.\n",
       "Rådhuset får nytt tak", "Nu lägger Nordins Smide taket.", "", "Nordins Smide", ""},
      {"letters",
       "Rådhuset får nytt tak\n\nDet visar en studie från TAK Svenska Murinstitutet.\n\nTaket byts "
       "i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Det visar en studie från TAK Svenska Murinstitutet.", "",
       "TAK Svenska Murinstitutet", ""},
      {"with och",
       "Ekmans Bygg och Plåt AB: Order på rådhuset\n\n2023-01-16 kl 17:45\n\nArbetet med det nya "
       "taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på "
       "tiden, säger Nils Ek.\n",
       "Ekmans Bygg och Plåt AB: Order på rådhuset", "Arbetet med det nya taket börjar på måndag.",
       "2023-01-16", "Ekmans Bygg och Plåt AB", ""},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("text: standing text is found without a heading and beside other boxes") {
  const std::vector<Layout> rows = {
      {"behind contacts",
       "Pressmeddelande från Ekmans Plåt AB\n\nRådhuset får nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n\nKontakt: Nils Ek, 0271-570 00\n\nEkmans Plåt är ett bolag i Edsbyn som "
       "har lagt tak sedan 1904.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Ekmans Plåt AB",
       "Ekmans Plåt är"},
      {"above contacts",
       "Pressmeddelande från Ekmans Plåt\n\nRådhuset får nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n\nEkmans Plåt grundades 1904 och lägger tak i hela "
       "Hälsingland.\n\nKontakt: Nils Ek, 0271-570 00\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Ekmans Plåt",
       "Ekmans Plåt grundades"},
      {"two boxes",
       "Pressmeddelande från Ekmans Plåt\n\nRådhuset får nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n\nEkmans Plåt i korthet\nEkmans Plåt grundades 1904 i Edsbyn av Per "
       "Ekman.\n\nViktig information\nDetta pressmeddelande innehåller framåtblickande "
       "uttalanden.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Ekmans Plåt",
       "Ekmans Plåt i korthet"},
      {"about somebody",
       "Pressmeddelande från Ekmans Plåt\n\nRådhuset får nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n\nMaja Lund i korthet\nÅlder: 43\nBor: Edsbyn\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Ekmans Plåt",
       ""},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("text: the name in a mail header is whom it was sent for") {
  struct Row {
    const char* from;
    const char* sender;
  };
  for (const Row& row :
       std::vector<Row>{{"Från: Takförbundet <press@tak.example>", "Takförbundet"},
                        {"Från: Press Takförbundet <press@tak.example>", "Takförbundet"},
                        {"Från: Takförbundet Presstjänst <press@tak.example>", "Takförbundet"},
                        {"Från: Maja Lund, Takförbundet", "Takförbundet"}}) {
    INFO(row.from);
    const auto read = test::read_plain(
        std::string(row.from) +
        "\nDatum: 2021-03-03\n\nRådhuset får nytt tak\n\nDet nya taket läggs i vår." + kNews);
    REQUIRE(read.read);
    CHECK(read.read->release.publisher == row.sender);
  }
}

TEST_CASE("text: what stands above a line of type or below a day is no headline and no news") {
  const std::vector<Layout> rows = {
      {"a motto",
       "Takvakten\nVi ser till att det inte regnar in\n\nPressmeddelande\nDatum: "
       "2013-10-02\n\nRådhuset får nytt tak\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n\nFrågor: Nils Ek på Takvakten, 0271-570 00\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2013-10-02",
       "Takvakten", ""},
      {"a headline over its type",
       "Rådhuset får nytt tak\n\nPRESSMEDDELANDE 2020-08-19\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2020-08-19", "",
       ""},
      {"a page number in a column",
       "Takförbundet                                     Sid 1(2)\n                                "
       "                 Pressinfo\n                                                 "
       "2006-09-21\n\nRådhuset får nytt tak\n\nArbetet med det nya taket börjar på "
       "måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2006-09-21",
       "Takförbundet", ""},
      {"arrows",
       "Edsbyn.se » Kommun och politik » Nyheter\n\nRådhuset får nytt tak\n2013-10-02\n\nArbetet "
       "med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det "
       "var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2013-10-02", "",
       ""},
      {"of several words",
       "Tak-distriktet i Mellansverige / 2011-04-27\n\nRådhuset får nytt tak\n\nArbetet med det "
       "nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på "
       "tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2011-04-27",
       "Tak-distriktet i Mellansverige", ""},
      {"signed below the day",
       "Rådhuset får nytt tak\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i "
       "vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils Ek.\n\nEdsbyn "
       "2019-05-29\nTakförbundet Hälsingland\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2019-05-29",
       "Takförbundet Hälsingland", ""},
      {"born",
       "Pressmeddelande från Takförbundet\n\nMaja Lund ny ordförande\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n\nFakta Maja Lund\nFödd: 18 september 1992\n",
       "Maja Lund ny ordförande", "Arbetet med det nya taket börjar på måndag.", "", "Takförbundet",
       "Fakta Maja Lund"},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("text: letterheads, mails and tables are told from the headline below them") {
  const std::vector<Layout> rows = {
      {"an address on top",
       "Ovanåkers kommun, 828 80 Edsbyn\nTelefon 0271-570 00 | E-post "
       "info@ovanaker.example\n\n2016-02-25\n\nRådhuset får nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2016-02-25",
       "Ovanåkers kommun", ""},
      {"one word and a motto over a month",
       "Takvakten\nNYTT FRÅN TAKET\nSeptember 2011\n\nRådhuset får nytt tak\n\nArbetet med det nya "
       "taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på "
       "tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2011-09",
       "Takvakten", ""},
      {"whom it is not for",
       "Ekmans Plåt AB (publ): Emission fulltecknad\n\nRegulatoriskt pressmeddelande • 2021-06-24 "
       "08:45 CEST\n\nEJ FÖR DISTRIBUTION I USA ELLER KANADA\n\nArbetet med det nya taket börjar "
       "på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, säger Nils "
       "Ek.\n",
       "Ekmans Plåt AB (publ): Emission fulltecknad", "Arbetet med det nya taket börjar på måndag.",
       "2021-06-24", "Ekmans Plåt AB (publ)", ""},
      {"a mail with the headline below",
       "Ämne: Pressinfo: taket\n\nHej!\n\nRådhuset får nytt tak\n\nArbetet med det nya taket "
       "börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på tiden, "
       "säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "", ""},
      {"a mail with none",
       "Från: Takförbundet\nÄmne: Pressmeddelande: Rådhuset får nytt tak\n\nArbetet med det nya "
       "taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas fasaden.\n\n– Det var på "
       "tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "", "Takförbundet",
       ""},
      {"a table",
       "| Pressmeddelande | Takförbundet |\n| 2013-08-26 | Säsongen 2013/14 |\n\nRådhuset får nytt "
       "tak\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas "
       "fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2013-08-26",
       "Takförbundet", ""},
      {"a part of the whole",
       "Murarmyndigheten\nNyheter från takavdelningen i Edsbyn 2018-12-12\n\nRådhuset får nytt "
       "tak\n\nArbetet med det nya taket börjar på måndag.\n\nTaket byts i vinter. Sedan målas "
       "fasaden.\n\n– Det var på tiden, säger Nils Ek.\n",
       "Rådhuset får nytt tak", "Arbetet med det nya taket börjar på måndag.", "2018-12-12",
       "Murarmyndigheten", ""},
  };
  for (const Layout& row : rows) check_layout(row);
}

TEST_CASE("page furniture: moving about, buttons, page numbers and offers, and nothing else") {
  for (const char* line :
       {"Startsida / Kommun & politik / Nyheter", "Hem > Aktuellt", "Du är här: Start / Press",
        "Nyheter / Pressmeddelanden / 2021", "Hoppa till innehåll", "Dela", "Dela på Facebook",
        "Skriv ut", "Meny  Sök", "Tipsa en vän | Skriv ut", "Ja / Nej", "1 (2)", "Sida 1 av 2",
        "Sid 1(3)", "Var informationen till hjälp?", "Prenumerera på våra pressmeddelanden",
        "Sidan uppdaterad 2021-03-05", "Senast granskad 3 mars 2021",
        "Läs alla pressmeddelanden från Takvakten"}) {
    INFO(line);
    CHECK(is_page_furniture(line));
  }
  for (const char* line :
       {"", "Dela upp arvet rätt", "Nyheter", "1/2", "2 (11)  mål av Ek", "3 mars 2021",
        "Hem till gården / Nya premiärer", "Sök bidrag senast i maj", "Press", "Malmö / Lund",
        "Prenumerera på mat", "Läs mer om taket", "Sida vid sida"}) {
    INFO(line);
    CHECK_FALSE(is_page_furniture(line));
  }
}

TEST_CASE("page furniture: a document of nothing else stays, and an update is kept") {
  Document only(split_lines("Dela\nSkriv ut\n"));
  CHECK(take_page_furniture(only).lines.empty());
  CHECK(only.size() == 2);

  Document page(split_lines("Dela\n\nTaket är nytt.\n\nSidan uppdaterad 2021-03-05\n"));
  const Furniture taken = take_page_furniture(page);
  REQUIRE(page.size() == 1);
  CHECK(page.line(0) == "Taket är nytt.");
  CHECK(taken.lines == std::vector<std::string>{"Dela", "Sidan uppdaterad 2021-03-05"});
  REQUIRE(taken.updated);
  CHECK(taken.updated->to_iso() == "2021-03-05");
}

TEST_CASE("columns: only a letterhead near the top is taken apart") {
  Document letter(split_lines("Ekmans Plåt AB        Pressmeddelande\nEdsbyn       2008-05-19\n"));
  split_columns(letter);
  REQUIRE(letter.size() == 4);
  CHECK(letter.line(3) == "2008-05-19");
  CHECK_FALSE(letter.lines[1].starts_chunk);

  Document table(split_lines("Plåt        12 kr\nTegel       14 kr\n"));
  split_columns(table);
  CHECK(table.size() == 2);
}

TEST_CASE("dates: today is a date only where its day is named") {
  CHECK(date_of_today("Den visas i dag, den 9 februari 2023.")->to_iso() == "2023-02-09");
  CHECK(date_of_today("Idag torsdag 9 februari 2023 visas den.")->to_iso() == "2023-02-09");
  CHECK_FALSE(date_of_today("I dag är taket från 9 februari 1923 borta."));
  CHECK_FALSE(date_of_today("Den visas den 9 februari 2023."));
}

TEST_CASE("people: whose postal address a line is") {
  CHECK(owner_of_address("Varbergs kommun, Stortorget 1, 432 80 Varberg") == "Varbergs kommun");
  CHECK(owner_of_address("Maja Lund, Storgatan 1, 432 80 Varberg").empty());
  CHECK(owner_of_address("I fjol såldes 432 80 kilo Plåt, mest i Varberg").empty());
}
