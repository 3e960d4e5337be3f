// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/indexer/extract/extract_support.h"

namespace pressarkiv::test {
namespace {

struct QuoteCase {
  const char* text;
  const char* quotes;
};

TEST_CASE("quotes: whatever mark opens them") {
  for (const char* mark : {"– ", "— ", "− ", "- ", "–\xC2\xA0", "–"}) {
    INFO("[" << mark << "]");
    CHECK(quotes_of(facts_of(std::string(mark) + "Vi är glada, säger rektor Anna Ekdal.")) ==
          "Vi är glada | Anna Ekdal | name");
  }
  const QuoteCase cases[] = {
      {"”Vi är glada för det”, säger Anna Ekdal.", "Vi är glada för det | Anna Ekdal | name"},
      {"\"Vi är glada för det\", säger Anna Ekdal.", "Vi är glada för det | Anna Ekdal | name"},
      {"»Vi är glada för det«, säger Anna Ekdal.", "Vi är glada för det | Anna Ekdal | name"},
      {"“Vi är glada för det”, säger Anna Ekdal.", "Vi är glada för det | Anna Ekdal | name"},
  };
  for (const QuoteCase& c : cases) {
    INFO(c.text);
    CHECK(quotes_of(facts_of(c.text)) == c.quotes);
  }
}

TEST_CASE("quotes: attribution before, behind and in the middle") {
  const QuoteCase cases[] = {
      {"– Vi är glada! utropade Anna Ekdal.", "Vi är glada! | Anna Ekdal | name"},
      {"– Vi är glada, säger Anna Ekdal. Men det tar tid.",
       "Vi är glada Men det tar tid. | Anna Ekdal | name"},
      {"– Vi är, säger Anna Ekdal, mycket glada för det.",
       "Vi är mycket glada för det. | Anna Ekdal | name"},
      {"Anna Ekdal, rektor, säger:\n\n– Vi är glada.", "Vi är glada. | Anna Ekdal | name"},
      {"Anna Ekdal, som nåddes av beskedet i Umeå, säger:\n\n– Det är stort.",
       "Det är stort. | Anna Ekdal | name"},
      {"– Vi är glada.\n\nDet säger Anna Ekdal, som är rektor.",
       "Vi är glada. | Anna Ekdal | name"},
      {"Anna Ekdal är rektor.\n\n– Vi är glada, säger hon.", "Vi är glada | Anna Ekdal | pronoun"},
      {"Anna Ekdal är rektor.\n\n– Vi är glada, säger Ekdal.",
       "Vi är glada | Anna Ekdal | surname"},
      {"Anna Ekdal är rektor.\n\n– Vi är glada, säger Anna.",
       "Vi är glada | Anna Ekdal | firstname"},
      {"Anna Ekdal är rektor.\n\n– Vi är glada, säger rektorn.", "Vi är glada | Anna Ekdal | role"},
      {"Anna Ekdal, vd för Silverbruket, är här.\n\n– Vi är glada, säger vd:n.",
       "Vi är glada | Anna Ekdal | role"},
      {"– Vi är glada, säger Anna Ekdal.\n\n– Och vi fortsätter.",
       "Vi är glada | Anna Ekdal | name\nOch vi fortsätter. | Anna Ekdal | context"},
      {"– Vi är glada, säger minister för civilt försvar, Anna Ekdal.",
       "Vi är glada | Anna Ekdal | name"},
      {"– Vi är glada. Det sa ordföranden Anna Ekdal efter mötet.",
       "Vi är glada. | Anna Ekdal | name"},
      {"– Vi lanserar i höst, säger Anna Ekdal, Head of Sales, Nordic Mining.",
       "Vi lanserar i höst | Anna Ekdal | name"},
      {"Anna Ekdal är här.\n\n– Skärmen är stor, säger Melker, 9 år.\n\n– Ja, säger Anna Ekdal.",
       "Skärmen är stor | ? | role\nJa | Anna Ekdal | name"},
      {"– Det är bra, säger Centerpartiets Nils Ekdal, näringspolitisk talesperson.",
       "Det är bra | Nils Ekdal | name"},
      {"– Vi stärker skolan, säger Moderaternas gruppledare i utskottet, Siv Ekdal.",
       "Vi stärker skolan | Siv Ekdal | name"},
      {"”Vi har lärt oss av det här.\n\n”Nu vill vi vidare.\n\n”Det är dags”, säger Anna Ekdal.",
       "Vi har lärt oss av det här. Nu vill vi vidare. Det är dags | Anna Ekdal | name"},
      {"– Det är svårt, funderar Anna Ekdal, 92, boende på Solgläntan.",
       "Det är svårt | Anna Ekdal | name"},
      {"– Den är billig, tillägger hennes handledare, professor Olle Ekdal.",
       "Den är billig | Olle Ekdal | name"},
      {"– Ja! ropade barnen.", "Ja! | ? | role"},
      {"Vi på bruket är glada, säger Anna Ekdal. Hon är rektor.",
       "Vi på bruket är glada | Anna Ekdal | name"},
      {"Enligt rektor Anna Ekdal är det bra. – Särskilt nu, säger hon till oss.",
       "Särskilt nu | Anna Ekdal | pronoun"},
      {"”Vi ser allvarligt på det här”, skriver Anna Ekdal i ett brev och tillägger: ”Vi "
       "fortsätter.”",
       "Vi ser allvarligt på det här Vi fortsätter. | Anna Ekdal | name"},
      {"– Vi vann, säger Anna Ekdal.\n\nHon och kollegan Wei Zhang jublar.\n\n– Utan Zhang hade "
       "det "
       "inte gått, säger hon.",
       "Vi vann | Anna Ekdal | name\nUtan Zhang hade det inte gått | Anna Ekdal | pronoun"},
      {"Anna Ekdal är ny chef.\n\nVad ser du fram emot?\n\n– Att lära känna alla.",
       "Att lära känna alla. | Anna Ekdal | context"},
      {"Statsminister Anna Ekdal tog emot Norges statsminister Lars Grip.\n\n– Det är orubbligt, "
       "sa "
       "statsministern på pressträffen.",
       "Det är orubbligt | Anna Ekdal | role"},
      {"– Vi är glada, säger, rektor Anna Ekdal.", "Vi är glada | Anna Ekdal | name"},
      {"– Vi är glada, Anna Ekdal, talesperson Liberalerna.", "Vi är glada | Anna Ekdal | name"},
      {"– Vi är glada, säger klimat- och miljömister Anna Ekdal.",
       "Vi är glada | Anna Ekdal | name"},
      {"Anna Ekdal var här. ”Vi såg elva skäl till det”, säger Anna Ekdal. ”Vi tejpar”, säger Bo "
       "Grip.",
       "Vi såg elva skäl till det | Anna Ekdal | name\nVi tejpar | Bo Grip | name"},
      {"”Vi har väntat”, säger Anna Ekdal. ”Nu händer det.”",
       "Vi har väntat Nu händer det. | Anna Ekdal | name"},
      {"”Det är hela stans seger”, enligt Anna Ekdal.",
       "Det är hela stans seger | Anna Ekdal | name"},
      {"Skolans jurist Anna Ekdal är ännu tydligare: ”De valde att inte läsa brevet”.",
       "De valde att inte läsa brevet | Anna Ekdal | name"},
      {"Rektor Anna Ekdal är mer än nöjd:\n\n”Vi har sökt i ett helt år.”",
       "Vi har sökt i ett helt år. | Anna Ekdal | name"},
      {"Rektor Anna Ekdal är förtvivlad: – Elva kilo glass smälter.",
       "Elva kilo glass smälter. | Anna Ekdal | name"},
      {"Bo Grip talar. Anna Ekdal är här.\n\nGrip håller med:\n\n– Fast tuffare.",
       "Fast tuffare. | Bo Grip | surname"},
      {"– Vi vann, säger Bo Grip.\n\nJuryns ordförande, sångerskan Anna Ekdal, slogs av "
       "bredden:\n\n– Det är elva till.",
       "Vi vann | Bo Grip | name\nDet är elva till. | Anna Ekdal | name"},
      {"Tekniske chefen Anna Ekdal är här. Bo Grip är elev.\n\n– Bra, säger den tekniske chefen.",
       "Bra | Anna Ekdal | role"},
      {"Anna Ekdal är här.\n\n– Vi mäter själva, uppger bolagets presstjänst.",
       "Vi mäter själva | ? | role"},
      {"Anna Ekdal är här.\n\n– Fina ord mättar ingen, som en av eleverna uttryckte det.",
       "Fina ord mättar ingen | ? | role"},
      {"Anna Ekdal är här.\n\n– Inte här, inflikar hans fru snabbt.", "Inte här | ? | role"},
      {"”Skolan var också ett hem”, som Ekdal uttrycker det. Anna Ekdal är rektor.",
       "Skolan var också ett hem | Anna Ekdal | surname"},
      {"I enkäten skriver en butikschef i Eslöv: ”Jag drömmer om deras ansikten.”",
       "Jag drömmer om deras ansikten. | ? | role"},
      {"Anna Ekdal sa en gång att ”elva barn skapar mirakel”.",
       "elva barn skapar mirakel | Anna Ekdal | name"},
      {"Rektor Anna Ekdal har väntat i tre år. – Det var värt det, skämtar hon.",
       "Det var värt det | Anna Ekdal | pronoun"},
      {"– Fina ord mättar ingen, som Anna Ekdal uttryckte det.",
       "Fina ord mättar ingen | Anna Ekdal | name"},
  };
  for (const QuoteCase& c : cases) {
    INFO(c.text);
    CHECK(quotes_of(facts_of(c.text)) == c.quotes);
  }
}

TEST_CASE("quotes: an office that nobody in the release holds stays open, and says so") {
  const Facts facts = facts_of("– Vi är glada, säger utrikesministern.");
  REQUIRE(facts.quotes.size() == 1);
  CHECK(facts.quotes[0].speaker_name.empty());
  CHECK(facts.quotes[0].role == "utrikesministern");
  CHECK(facts.quotes[0].via == SpeakerVia::kRole);
  CHECK(facts.quotes[0].confidence == 0);
}

TEST_CASE("quotes: a bare word for an office means the office named before it") {
  const Facts facts = facts_of(
      "Mötet hölls i Umeå. Klimat- och miljöministern lyfte målen.\n\n– Det brådskar, menade "
      "ministern.");
  REQUIRE(facts.quotes.size() == 1);
  CHECK(facts.quotes[0].speaker_name.empty());
  CHECK(facts.quotes[0].role == "klimat- och miljöministern");
}

TEST_CASE("quotes: what is not direct speech") {
  const char* cases[] = {
      "Detta gäller från nyår:\n\n– nya regler för handel\n\n– skyldighet att dokumentera",
      "Anna Ekdal säger att det är bra.",
      "Hon kallar det en ”succé” i alla led.",
      "Anna Ekdal har skrivit romanen ”Det var en gång en liten flod”.",
      "Slutsatsen är klar – vi behöver mer tid.",
      "Direktör Anna Ekdal får ansvaret. Planen är klar i maj, säger Ekdal.",
      "–18 grader uppmättes i Luleå.",
  };
  for (const char* text : cases) {
    INFO(text);
    CHECK(quotes_of(facts_of(text)).empty());
  }
}

TEST_CASE("quotes: a run of dashes in which nobody is said to speak is a list") {
  const char* measures =
      "Kultursekreterare Anna Ekdal skriver om detta.\n\nDetta gör vi nu\n\n- Vi stärker "
      "tryggheten i "
      "hela landet.\n\n- Vi kan inte tigande se på när hatet växer.\n\n- Skolan får mer pengar.";
  CHECK(quotes_of(facts_of(measures)).empty());
  CHECK(quotes_of(facts_of("Rektor Anna Ekdal är glad.\n\n- Vi har väntat länge på det här.")) ==
        "Vi har väntat länge på det här. | Anna Ekdal | context");
}

TEST_CASE("quotes: who stands before a colon speaks, whoever speaks next") {
  CHECK(
      quotes_of(facts_of("Bo Grip, vd på Varvet, var med och hade ett medskick till alla:\n\n– Vi "
                         "gillar tempo.\n\n– Bra, säger minister Anna Ekdal.")) ==
      "Vi gillar tempo. | Bo Grip | context\nBra | Anna Ekdal | name");
}

TEST_CASE("quotes: who is spoken of does not speak") {
  CHECK(quotes_of(facts_of("– Nu börjar vi, säger minister Anna Ekdal.\n\nOrdförande Bo Grip har "
                           "meddelat att han slutar.\n\n– Jag vill tacka Bo Grip för allt.")) ==
        "Nu börjar vi | Anna Ekdal | name\n"
        "Jag vill tacka Bo Grip för allt. | Anna Ekdal | context");
  CHECK(quotes_of(facts_of("Vi möter Ukrainas utrikesminister Olga Grip och andra.\n\nMötet "
                           "hölls i Lviv.\n\n– Nu är vi säkrare, säger utrikesministern.")) ==
        "Nu är vi säkrare | ? | role");
}

TEST_CASE("quotes: parts and attribution are ranges of the body as written") {
  const std::string body = "– Vi är, säger Anna Ekdal, rektor vid Bruksskolan.";
  const Facts facts = facts_of(body);
  REQUIRE(facts.quotes.size() == 1);
  const Quote& quote = facts.quotes[0];
  REQUIRE(quote.parts.size() == 1);
  CHECK(body.substr(quote.parts[0].begin, quote.parts[0].size()) == "Vi är");
  CHECK(body.substr(quote.attribution.range.begin, quote.attribution.range.size()) ==
        "säger Anna Ekdal, rektor vid Bruksskolan");
  CHECK(quote.verb == "säger");
  CHECK(quote.role == "rektor");
  CHECK(quote.organisation == "Bruksskolan");
}

TEST_CASE("regions: a municipality is not the person beside it who bears its name") {
  const Facts facts = facts_of("Mark Ekdal bor inte i Marks kommun. Mark är nöjd.");
  REQUIRE(facts.people.size() == 1);
  CHECK(facts.people[0].mentions.size() == 2);
  REQUIRE(facts.regions.size() == 1);
  CHECK(facts.regions[0].name == "Mark");
}

TEST_CASE("regions: places by kind, doubtful names only beside a word that says so") {
  struct Case {
    const char* text;
    const char* places;
  };
  const Case cases[] = {
      {"Elever i Alingsås och Kronobergs län.", "Alingsås/municipality; Kronobergs län/county"},
      {"Han bor i Dalsland, nära Malung.", "Dalsland/province; Malung/locality"},
      {"Alingsås kommuns skolor.", "Alingsås/municipality"},
      {"Vara eller inte vara.", ""},
      {"Skolor i Vara kommun.", "Vara/municipality"},
      {"Maria Lund bor i Lund.", "Lund/municipality"},
      {"Västra Götalandsregionen bygger.", "Västra Götalands län/county"},
      {"Borg talar.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    std::string places;
    for (const RegionMention& region : facts_of(c.text).regions) {
      places += (places.empty() ? "" : "; ") + region.name + "/";
      places += to_string(region.kind);
    }
    CHECK(places == c.places);
  }
}

}  // namespace
}  // namespace pressarkiv::test
