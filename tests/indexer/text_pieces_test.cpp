// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/readers/text/boilerplate.h"
#include "indexer/readers/text/contacts.h"
#include "indexer/readers/text/date_finder.h"
#include "indexer/readers/text/header.h"
#include "indexer/readers/text/label_blocks.h"
#include "indexer/readers/text/lines.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"

using namespace pressarkiv;
using namespace pressarkiv::text;

TEST_CASE("dates: every Swedish way to write a day and a year") {
  struct Row {
    const char* line;
    const char* iso;
  };
  const std::vector<Row> rows = {
      {"2012-11-19", "2012-11-19"},
      {"2012-11-19 kl. 09:30", "2012-11-19"},
      {"2012-11-19T09:30:00+01:00", "2012-11-19"},
      {"2012.11.19", "2012-11-19"},
      {"2012/11/19", "2012-11-19"},
      {"20121119", "2012-11-19"},
      {"12-11-19", "2012-11-19"},
      {"19/11 2012", "2012-11-19"},
      {"19/11-12", "2012-11-19"},
      {"19.11.2012", "2012-11-19"},
      {"19 nov. 2012", "2012-11-19"},
      {"19 nov 2012 kl 14", "2012-11-19"},
      {"19 november, 2012", "2012-11-19"},
      {"19 november -12", "2012-11-19"},
      {"den 19:e november 2012", "2012-11-19"},
      {"Måndagen den 19 november 2012", "2012-11-19"},
      {"MÅNDAG 19 NOVEMBER 2012", "2012-11-19"},
      {"Sundsvall den 1:a mars 2008", "2008-03-01"},
      {"Nov 19, 2012 08:30 CET", "2012-11-19"},
      {"November 19th, 2012", "2012-11-19"},
      {"29 februari 2012", "2012-02-29"},
      {"29 februari 2013", ""},
      {"31 juni 2012", ""},
      {"den 19 november", ""},
      {"070-201 20 12", ""},
      {"2012-13-01", ""},
      {"1 050 av 2 012 svarade", ""},
      {"Rapport 2012:11", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto found = find_date(row.line);
    CHECK((found ? found->date.to_iso() : "") == row.iso);
  }
}

TEST_CASE("dates: a dateline before running text is measured, a date in the text is not") {
  struct Row {
    const char* paragraph;
    const char* dateline;
  };
  const std::vector<Row> rows = {
      {"Malmö 2012-11-19. Nu kommer svaren.", "Malmö 2012-11-19. "},
      {"UMEÅ (3 maj 2012) – Nu kommer svaren.", "UMEÅ (3 maj 2012) – "},
      {"(Härnösand, 28 mars 2019) Nu kommer svaren.", "(Härnösand, 28 mars 2019) "},
      {"Kiruna 3 maj – Nu kommer svaren.", "Kiruna 3 maj – "},
      {"Den 3 maj 2012 öppnar hallen.", ""},
      {"I Malmö öppnar hallen den 3 maj 2012. Alla är välkomna.", ""},
      {"3 maj – 5 juni visas bilderna.", ""},
      {"Hallen öppnar.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.paragraph);
    CHECK(std::string(row.paragraph).substr(0, dateline_length(row.paragraph)) == row.dateline);
  }
}

TEST_CASE("labels: the names of lists, and the items after them") {
  struct Row {
    const char* line;
    const char* items;  // Joined by "|"; "-" where the line is no label.
  };
  const std::vector<Row> rows = {
      {"Nyckelord: skola, bad", "skola|bad"},
      {"Taggar: #skola #bad", "skola|bad"},
      {"Taggar #skola #bad", "skola|bad"},
      {"ETIKETTER: skola; bad; Hälsa, vård", "skola|bad|Hälsa, vård"},
      {"Sökord – skola, bad", "skola|bad"},
      {"Kategorier: Skola | Bad", "Skola|Bad"},
      {"Ämnesord: skola, bad, skola.", "skola|bad"},
      {"Kommuner: Malmö, Lund", "Malmö|Lund"},
      {"Geografi: Malmö", "Malmö"},
      {"Ämnestaggar: skola, bad", "skola|bad"},
      {"Ämnen", ""},
      {"  Regioner  ", ""},
      {"ämnen", "-"},
      {"Ämnen som rör skolan", "-"},
      {"Skolan: en plats för alla", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto label = parse_label(row.line);
    std::string items = label ? "" : "-";
    if (label && !label->value.empty()) {
      const auto tags = parse_hashtags(label->value);
      for (const std::string& item : tags.empty() ? parse_items(label->value) : tags) {
        items += (items.empty() ? "" : "|") + item;
      }
    }
    CHECK(items == row.items);
  }
}

TEST_CASE("header: what a line above the headline says") {
  struct Row {
    const char* line;
    const char*
        said;  // type / date / updated / sender / rest / title; "" where it is no header line.
  };
  const std::vector<Row> rows = {
      {"PRESSMEDDELANDE", "PRESSMEDDELANDE/////"},
      {"Pressmeddelande -", "Pressmeddelande/////"},
      {"Pressmeddelande 2012-11-19", "Pressmeddelande/2012-11-19////"},
      {"Pressmeddelande nr 12/2014", "Pressmeddelande/////"},
      {"Pressmeddelande från Lilla Edets kommun", "Pressmeddelande///Lilla Edets kommun//"},
      {"Pressmeddelande från Brovakten den 19 nov. 2012",
       "Pressmeddelande/2012-11-19//Brovakten//"},
      {"Lilla Edets kommun | Pressinbjudan | 19/11 2012",
       "Pressinbjudan/2012-11-19///Lilla Edets kommun/"},
      {"[Pressmeddelande] 19.11.2012", "Pressmeddelande/2012-11-19////"},
      {"*** PRESSMEDDELANDE ***", "PRESSMEDDELANDE/////"},
      {"Brovakten – pressmeddelande 2012-11-19", "pressmeddelande/2012-11-19///Brovakten/"},
      {"Edets kommun – Nyhetsbrev och pressinformation – 2012-11-19",
       "Nyhetsbrev och pressinformation/2012-11-19///Edets kommun/"},
      {"Pressrelease – för omedelbar publicering", "Pressrelease/////"},
      {"Edets kommun | Brokontoret | 2012-11-19", "/2012-11-19///Edets kommun/"},
      {"Lilla Edet 2012-11-19 kl 11", "/2012-11-19///Lilla Edet/"},
      {"Edets tekniska verk, pressmeddelande 19 november 2012",
       "pressmeddelande/2012-11-19//Edets tekniska verk//"},
      {"Tid: måndag 19 november 2012 kl. 11.30", ""},
      {"Pressmeddelande 121119", "Pressmeddelande/2012-11-19////"},
      {"Dnr KS 2012/311", "/////"},
      {"Edets hembygdsförbund inbjuder:", "///Edets hembygdsförbund//"},
      {"Lilla Edets kommun informerar 2012-11-19", "/2012-11-19//Lilla Edets kommun//"},
      {"Pressrelease | Lilla Edets kommun | 19/11 2012",
       "Pressrelease/2012-11-19///Lilla Edets kommun/"},
      {"LILLA EDETS KOMMUN PRESSMEDDELANDE", "PRESSMEDDELANDE////LILLA EDETS KOMMUN/"},
      {"Pressmeddelande: Nu öppnar den nya bron", "Pressmeddelande/////Nu öppnar den nya bron"},
      {"Pressmeddelande 10 februari 2014 (rättad version)", "Pressmeddelande/2014-02-10////"},
      {"Publicerad 2012-11-19 09:12 av Brovakten", "/2012-11-19//Brovakten//"},
      {"Publicerad: 2012-11-19 | Uppdaterad: 2012-11-21", "/2012-11-19/2012-11-21///"},
      {"Senast ändrad: 2012-11-21", "//2012-11-21///"},
      {"Lilla Edet, 19/11 2012", "/2012-11-19///Lilla Edet/"},
      {"Avsändare: Brovakten", "///Brovakten//"},
      {"Rubrik: Nu öppnar bron", "/////Nu öppnar bron"},
      {"Nu öppnar bron den 19 november 2012", ""},
      {"Information till alla hushåll", ""},
      {"Nyheter i höst", ""},
      {"Fler söker vård", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto header = parse_header_line(row.line);
    std::string said;
    if (header) {
      said = header->type + "/" + (header->date ? header->date->to_iso() : "") + "/" +
             (header->updated ? header->updated->to_iso() : "") + "/" + header->sender + "/" +
             header->rest + "/" + header->title;
    }
    CHECK(said == row.said);
  }
}

TEST_CASE("header: embargo lines in their many wordings") {
  for (const char* line :
       {"EMBARGO TILL ONSDAG 26 NOVEMBER KL. 06.00", "Ej för publicering före 2011-05-03 kl 09.00",
        "Får publiceras tidigast den 3 maj 2011", "Embargo: 2011-05-03", "Spärrfrist till 3/5 2011",
        "Under embargo till kl. 9"}) {
    INFO(line);
    const auto header = parse_header_line(line);
    REQUIRE(header);
    CHECK(header->embargo);
  }
}

TEST_CASE("contacts: the words that announce them") {
  struct Row {
    const char* line;
    const char* rest;  // What stands after the words; the whole line where there are none.
  };
  const std::vector<Row> rows = {
      {"Presskontakt: Nils Ek", ": Nils Ek"},
      {"För mer information, kontakta:", ", kontakta:"},
      {"För pressfrågor, vänligen kontakta: Nils Ek", ": Nils Ek"},
      {"Har du frågor?", "?"},
      {"Upplysningar lämnas av", " lämnas av"},
      {"VID FRÅGOR", ""},
      {"Kontaktlinser har blivit billigare", "Kontaktlinser har blivit billigare"},
      {"Bron öppnar", "Bron öppnar"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(std::string(row.line).substr(contact_phrase_length(row.line)) == row.rest);
  }
}

TEST_CASE("contacts: people of a line, with what is said of each") {
  struct Row {
    const char* line;
    const char* people;  // "name(details)" joined by "; ".
  };
  const std::vector<Row> rows = {
      {"Nils Ek, hydrolog, 054-39 06 18", "Nils Ek(hydrolog, 054-39 06 18)"},
      {"Nils Ek, hydrolog, 054-39 06 18, eller Stina Öd, länsråd",
       "Nils Ek(hydrolog, 054-39 06 18); Stina Öd(länsråd)"},
      {"kommunikationschef Niklas Vret, 0156-39 06 20", "Niklas Vret(0156-39 06 20)"},
      {"Karl \"Kalle\" Ek, hydrolog, 054-39 06 18", "Karl \"Kalle\" Ek(hydrolog, 054-39 06 18)"},
      {"Frågor? Mejla Nils Ek, nils@brovakten.example", "Nils Ek(nils@brovakten.example)"},
      {"Björn von Eck-Öberg (C), ordförande", "Björn von Eck-Öberg(ordförande)"},
      {"Pressjour dygnet runt: 08-465 004 00", ""},
      {"Lilla Edets kommun, 0520-65 95 00", ""},
      {"Växel 0520-65 95 00", ""},
      {"Lilla Krogen, Brotorget 3, 0520-65 95 00", ""},
      {"Antikvariat Kompassen, 0520-65 95 00", ""},
      {"info@brovakten.example", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    std::string people;
    for (const Contact& contact : people_in_contact_line(row.line)) {
      people += (people.empty() ? "" : "; ") + contact.name + "(" + contact.details + ")";
    }
    CHECK(people == row.people);
  }
}

TEST_CASE("numbers and addresses: told from other figures") {
  CHECK(has_phone("tfn 0520-65 95 00"));
  CHECK(has_phone("+46 70 174 06 13"));
  CHECK(has_phone("070–174\u00A006\u00A013"));
  CHECK_FALSE(has_phone("2012-11-19"));
  CHECK_FALSE(has_phone("0,5 procent"));
  CHECK_FALSE(has_phone("05 12"));
  CHECK(has_email("press@brovakten.example"));
  CHECK_FALSE(has_email("priset @ torget"));
  CHECK_FALSE(has_email("@@@@"));
}

TEST_CASE("standing text: headings about the sender, and whom they name") {
  struct Row {
    const char* line;
    bool heading;
    const char* subject;
  };
  const std::vector<Row> rows = {
      {"OM LILLA EDET", true, "LILLA EDET"},
      {"Om Brovakten:", true, "Brovakten"},
      {"Om oss", true, ""},
      {"Om företaget", true, ""},
      {"Kort om Brovakten", true, "Brovakten"},
      {"Fakta om Brovakten", true, "Brovakten"},
      {"Fakta: Broar i länet", true, ""},
      {"Det här är Brovakten", true, "Brovakten"},
      {"Vi är Brovakten", true, "Brovakten"},
      {"Vilka är vi?", true, ""},
      {"Brovakten i korthet", true, "Brovakten"},
      {"Om vi får bestämma", false, ""},
      {"Om kunderna själva får välja", false, ""},
      {"Omtanke lönar sig", false, ""},
      {"Bron öppnar i juni", false, ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(is_boilerplate_heading(row.line) == row.heading);
    CHECK(boilerplate_subject(row.line) == row.subject);
  }
}

TEST_CASE("organisations: found in running text, genitive or not") {
  const auto names = [](const char* text) {
    std::string all;
    for (const NamedOrganisation& found : find_organisations(text))
      all += (all.empty() ? "" : "|") + found.name;
    return all;
  };
  CHECK(names("I går sa Lilla Edets kommun nej.") == "Lilla Edets kommun");
  CHECK(names("Det visar Lilla Edets kommuns rapport.") == "Lilla Edets kommun");
  CHECK(names("Enligt Broägarförbundets rapport är det så.") == "Broägarförbundet");
  CHECK(names("Länsstyrelsen i Hallands län varnar.") == "Länsstyrelsen i Hallands län");
  CHECK(names("Bolaget Edets Bro AB (publ) växer.") == "Bolaget Edets Bro AB (publ)");
  CHECK(names("Kommunstyrelsen sa nej.").empty());
}

TEST_CASE("lines: wrapped text is joined, also below a line set in columns") {
  const std::string wrapped =
      "PRESSMEDDELANDE                                                        2007-10-30\n\n"
      "Den första november öppnar den nya bron över älven. Den är den\n"
      "tredje i sitt slag i landet och drivs av kommunen och bolaget\n"
      "tillsammans.\n\n"
      "Bron är byggd av trä från trakten och har kostat tolv miljoner\n"
      "kronor. Den som går över den i skymningen ser älven lysa under\n"
      "sina fötter.\n";
  const auto lines = split_lines(wrapped);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].text ==
        "Den första november öppnar den nya bron över älven. Den är den tredje i sitt slag i "
        "landet och drivs av "
        "kommunen och bolaget tillsammans.");
  CHECK(lines[1].number == 3);
}

TEST_CASE("lines: one that breaks off in its sentence is joined in a text that is not wrapped") {
  const std::string long_line(150, 'x');
  const auto texts = [&](const std::string& text) {
    std::string all;
    for (const Line& line : split_lines(long_line + "\n\n" + text)) {
      if (line.text != long_line) all += "[" + line.text + "]";
    }
    return all;
  };
  CHECK(texts("– Det stärker den egna ekonomin för var och en och\npensionen, säger hon.\n") ==
        "[– Det stärker den egna ekonomin för var och en och pensionen, säger hon.]");
  CHECK(texts("– Jag ser framför mig att det ska vara en markör för\nSverige.\n") ==
        "[– Jag ser framför mig att det ska vara en markör för Sverige.]");
  CHECK(texts("Kort rubrik\nen rad till\n") == "[Kort rubrik][en rad till]");
  CHECK(texts("Här slutar en lång mening som står på en egen rad.\nandra raden\n") ==
        "[Här slutar en lång mening som står på en egen rad.][andra raden]");
}

TEST_CASE("lines: where no blank line parts the paragraphs, each line is one") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "Ett stycke som står på sin egen rad och är långt nog.\n";
  const auto lines = split_lines(text);
  REQUIRE(lines.size() == 20);
  for (const Line& line : lines) CHECK(line.starts_chunk);
}

TEST_CASE("lines: end marks and rules") {
  for (const char* mark :
       {"# # #", "***", "-----", "SLUT", "Slut", "(slut)", "– 30 –", "-30-", "- Slut -"}) {
    INFO(mark);
    CHECK(is_end_mark(mark));
  }
  for (const char* line : {"30", "Slutligen", "Slut på vägen", "#skola", "A***"}) {
    INFO(line);
    CHECK_FALSE(is_end_mark(line));
  }
}
