// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/indexer/extract/extract_support.h"

namespace pressarkiv::test {
namespace {

struct NameCase {
  const char* text;
  const char* names;
};

TEST_CASE("people: who is named, by the fullest form") {
  const NameCase cases[] = {
      {"Vi möter Anna Lindqvist i dag.", "Anna Lindqvist"},
      {"Anna Lindqvist talar. Lindqvist är nöjd.", "Anna Lindqvist"},
      {"Anna Lindqvists beslut gäller.", "Anna Lindqvist"},
      {"Med Lars-Åke von Essen och Sara el-Masri i panelen.", "Lars-Åke von Essen; Sara el-Masri"},
      {"Boken är skriven av C.G. Hammarlund.", "C.G. Hammarlund"},
      {"Inger och Stig Lövhage driver gården.", "Stig Lövhage; Inger Lövhage"},
      {"Vi tackar statsrådet Palmcrantz.", "Palmcrantz"},
      {"Italiens premiärminister Zeno Quattri kommer.", "Zeno Quattri"},
      {"Zeno Quattri, Italiens minister för hav, kommer.", "Zeno Quattri"},
      {"Karl ”Kalle” Lövhage vann.", "Karl ”Kalle” Lövhage"},
      {"Annika Sjöö talar. Sedan talar Annica Sjöö.", "Annika Sjöö"},
      {"Minister för civilt försvar Carl-Oskar Granbohm reser.", "Carl-Oskar Granbohm"},
      {"Utredare är Maj Ringfors. Maj Ringfors uppdrag är stort.", "Maj Ringfors"},
      {"Carl Jonas Love Almqvist skrev. Nils Holm Säverman läste.",
       "Carl Jonas Love Almqvist; Nils Holm Säverman"},
      {"Anna Holm Bonde talade.", "Anna Holm Bonde"},
      {"Debattartikel av Anna Lindqvist i dag.", "Anna Lindqvist"},
      {"Vi tackar H.E. Ivan Petrov.", "Ivan Petrov"},
      {"Sedan for Anna Falkenberg till Borås.", "Anna Falkenberg"},
      {"J.P. Stenlund valdes in i styrelsen.", "J.P. Stenlund"},
      {"Kristofer Bergvik talar. Sedan talar Christofer Bergvik.", "Kristofer Bergvik"},
      {"Civilminister Erik Slott reser.", "Erik Slott"},
      {"Med kommer Ulf Lindqvist Natos generalsekreterare Siv Holm.", "Ulf Lindqvist; Siv Holm"},
      {"Jury: Anna Lindqvist Rådgivare, Bo Holm Docent", "Anna Lindqvist; Bo Holm"},
      {"Statsrådet Anna Lindqvist Sjöverket kommer.", "Anna Lindqvist"},
      {"Därefter besöker Anna Berg Ek Linköpings kommun.", "Anna Berg Ek"},
      {"– Bra, säger Anna Lindqvist, regionchef Hebo.", "Anna Lindqvist"},
      {"– Bra, säger Anna Lindqvist, ordförande Lokal Nord.", "Anna Lindqvist"},
      {"På plats: minister Anna Lindqvist, finansminister Zeno Quattri.",
       "Anna Lindqvist; Zeno Quattri"},
      {"Priset gick till K. Robert Sharple i år.", "K. Robert Sharple"},
      {"Omslag: Lova Holm. Fotograf: Zeno Quattri.", "Lova Holm; Zeno Quattri"},
      {"Mejla Anna Lindqvist i dag.", "Anna Lindqvist"},
      {"Recepten står Anna Fallås Kempe för.", "Anna Fallås Kempe"},
      {"Sedan läste vi Anna Lindqvists EU-krönika.", "Anna Lindqvist"},
      {"– Bra, säger Hebos verkställande direktör Anna Lindqvist.", "Anna Lindqvist"},
      {"Olof Hansson Lindqvist talar. Därför tvekar Hansson Lindqvist.", "Olof Hansson Lindqvist"},
  };
  for (const NameCase& c : cases) {
    INFO(c.text);
    CHECK(names_of(facts_of(c.text)) == c.names);
  }
}

TEST_CASE("people: names of things, places and organisations are nobody") {
  const char* cases[] = {
      "Mötet hålls på Gustav Adolfs torg.",
      "Vi firar Gustav II Adolfsdagen i morgon.",
      "Granskningen gjordes av Ernst & Young.",
      "Patienten vårdas på Astrid Lindgrens Barnsjukhus.",
      "Karin Boyes pris delas ut i Göteborg.",
      "Vi reser till New York på måndag.",
      "Regeringen och Västra Götalandsregionen är överens.",
      "Ordförande för Världsbanken och IMF:s kommitté är på plats.",
      "Rektor Karolinska institutet inbjuder.",
      "Utrikesministern och statsministern möts.",
      "Den som heter Anna får komma.",
      "Karin Lövhage AB bygger bron.",
      "Stödet kommer från Inger Holms och Stig Eks stiftelse.",
      "Mötet hålls i Karl Lövhage Design Centre.",
      "Doktor Siv Holms mottagning stänger.",
      "Elefanten föddes av mamma Dumba.",
  };
  for (const char* text : cases) {
    INFO(text);
    CHECK(names_of(facts_of(text)).empty());
  }
}

TEST_CASE("people: names that no rule is sure of are weighed by the model") {
  const NameCase cases[] = {
      {"Matchen avgjordes när backen Zaur Brontesson sköt i mål.", "Zaur Brontesson"},
      {"Kollegan Zeno Quattri tog över stafettpinnen.", "Zeno Quattri"},
      {"– Det blir bra, säger Palmcrantz.", "Palmcrantz"},
  };
  for (const NameCase& c : cases) {
    INFO(c.text);
    CHECK(names_of(facts_of(c.text)) == c.names);
  }
}

TEST_CASE("people: what looks like a name but is barred is not weighed") {
  const char* cases[] = {
      "Stödet går till Danish Refugee Council i år.",
      "Mötet hölls i Addis Abeba i våras.",
      "Då läste vi högt ur ”Röda Vargen” för barnen.",
      "Utvecklingen av Ukraina stöds av alla.",
      "Vi tackar Koalitionen Kvinna Frihet för stödet.",
      "Vi läste ur Anna Lindqvist-föreläsningen i dag.",
      "De fick Karin Holm Award i år.",
      "Stödet gick till Johan Relief Fund i går.",
      "Vi såg Robin Generation i går.",
      "Arbetet på Väg E45 Norrvik går framåt.",
      "Hans Majestät Konungen kommer.",
      "Männen besökte Alma Sameby i går.",
      "Män arbetar deltid. Flera män är föräldralediga.",
  };
  for (const char* text : cases) {
    INFO(text);
    const Facts facts = facts_of(text);
    CHECK(names_of(facts).empty());
    CHECK(facts.bare_names.empty());
  }
}

TEST_CASE("people: a first name alone is kept apart") {
  const std::string body = "Det var Kerstin som öppnade grinden. Där stod Kerstins cykel.";
  const Facts facts = facts_of(body);
  CHECK(facts.people.empty());
  REQUIRE(facts.bare_names.size() == 1);
  CHECK(facts.bare_names[0].name == "Kerstin");
  REQUIRE(facts.bare_names[0].mentions.size() == 2);
  const ByteRange second = facts.bare_names[0].mentions[1].range;
  CHECK(body.substr(second.begin, second.size()) == "Kerstin");
}

TEST_CASE("people: every mention is a range, the genitive -s outside") {
  const std::string body = "Anna Lindqvists plan. Lindqvist är nöjd, säger Anna.";
  const Facts facts = facts_of(body);
  REQUIRE(facts.people.size() == 1);
  std::vector<std::string> words;
  for (const TextRange& where : facts.people[0].mentions)
    words.push_back(body.substr(where.range.begin, where.range.size()));
  CHECK(words == std::vector<std::string>{"Anna Lindqvist", "Lindqvist", "Anna"});
}

TEST_CASE("people: a place behind a name is cut off where the name also stands alone") {
  CHECK(names_of(facts_of("I dag besöker Pål Jonsson Halifax. Pål Jonsson talar där.\n\n– Bra, "
                          "säger Pål Jonsson.")) == "Pål Jonsson");
}

TEST_CASE("people: contacts are people, marked") {
  Release release = release_of("En sak sker.");
  release.contact_text = "Presskontakt: Maja Oxel, 070-123 45 67";
  release.contacts = {{"Maja Oxel", "070-123 45 67"}};
  const Facts facts = extractor().extract(release);
  REQUIRE(names_of(facts) == "Maja Oxel");
  CHECK(facts.people[0].is_contact);
}

struct RoleCase {
  const char* text;
  const char* role;
  const char* organisation;
};

TEST_CASE("roles: the office as the release gives it") {
  const RoleCase cases[] = {
      {"Gymnasie-, högskole- och forskningsminister Lotta Ekdal reser.",
       "gymnasie-, högskole- och forskningsminister", ""},
      {"Vi möter gymnasie-, högskole-, och forskningsminister Lotta Ekdal.",
       "gymnasie-, högskole-, och forskningsminister", ""},
      {"Natos generalsekreterare Mark Ruttström kommer.", "generalsekreterare", "Nato"},
      {"Anna Ekdal, ordförande i näringsutskottet, talar.", "ordförande", "näringsutskottet"},
      {"Otto Ekdal, högskolans rektor, talar.", "rektor", "högskolan"},
      {"Maria Ekdal, som är näringslivschef i Eslöv, talar.", "näringslivschef", "Eslöv"},
      {"Regeringen utser Anna Ekdal till ny generaldirektör för Boverket.", "generaldirektör",
       "Boverket"},
      {"Till särskild utredare utses Peter Ekdal.", "särskild utredare", ""},
      {"Utredare blir Peter Ekdal, före detta landshövding i Uppsala län.", "utredare", ""},
      {"Jens Ekdal är sedan den 12 augusti 2019 generaldirektör för FOI.", "generaldirektör",
       "FOI"},
      {"Minister för civilt försvar Carl Ekdal reser.", "minister för civilt försvar", ""},
      {"Anna Ekdal, Liberalerna, ordförande i Utrikesutskottet, talar.", "ordförande",
       "Utrikesutskottet"},
      {"Regeringen presenterar i dag Anders Ekdal som nationell samordnare.",
       "nationell samordnare", ""},
      {"Vi möter EU-minister med ansvar för nordiska frågor Jessica Ekdal.", "EU-minister", ""},
      {"Som särskild utredare har Karin Ekdal utsetts.", "särskild utredare", ""},
      {"Till generaldirektör för Kemiverket har regeringen utsett Ulrika Ekdal.", "generaldirektör",
       "Kemiverket"},
      {"Margareta Ekdal-Hall, 54, tar över som chef för Gotlands sjukhus.", "chef",
       "Gotlands sjukhus"},
      {"Siri Ekdal börjar i augusti som rektor för Åsaskolan.", "rektor", "Åsaskolan"},
      {"Ordförande: Leif Ekdal", "ordförande", ""},
      {"– Bra, säger Moderaternas gruppledare i utskottet, Siv Ekdal.", "gruppledare", "utskottet"},
      {"Vi besökte skolans rektor Karin Ekdal.", "rektor", "skolan"},
      {"Siv Ekdal blev ambassadör i Tyskland och flyttade dit.", "ambassadör i Tyskland", ""},
      {"Nu talar bolagets VD och koncernchef Hans Ekdal.", "VD och koncernchef", "bolaget"},
      {"Ida Ekdal, Chief Sustainability Officer på Nordgruppen, talar.",
       "Chief Sustainability Officer", "Nordgruppen"},
      {"Karin Ekdal är sedan 2019 direktör på Sjöverket och dessförinnan jurist.", "direktör",
       "Sjöverket"},
      {"Anna Ekdal tillträder som sändebud i Benin den 5 oktober.", "sändebud i Benin", ""},
      {"Enligt professor emerita Anna Ekdal är det bra.", "professor emerita", ""},
      {"Anna Ekdal, professor emerita i kemi, talar.", "professor emerita", "kemi"},
      {"Villaföreningens regionchef i Dalarna, Anna Ekdal, har svårt att förstå.", "regionchef",
       ""},
      {"Så säger Tandverkets chef, Anna Ekdal:", "chef", "Tandverket"},
      {"Anna Ekdal, 41, blir ny kökschef på hotellet.", "kökschef", "hotellet"},
      {"Till dess är Anna Ekdal tf miljöchef.", "tf miljöchef", ""},
      {"Tekniske chefen Anna Ekdal ber om tålamod.", "tekniske chefen", ""},
      {"Den medicinske chefen Anna Ekdal ber om tålamod.", "medicinske chefen", ""},
      {"Ansvarig utgivare: Anna Ekdal.", "ansvarig utgivare", ""},
      {"Rapporten är klar. Högskoledirektör: Anna Ekdal.", "högskoledirektör", ""},
      {"Anna Ekdal, född 1955 i Oslo, är rektor vid Fjällskolan.", "rektor", "Fjällskolan"},
      {"Anna Ekdal, vd för Hebo, är ledamot i nämnden.", "vd", "Hebo"},
      {"Anna Ekdal, partner på Investab, talar.", "partner", "Investab"},
      {"Utredare är Anna Ekdal, rådman i Lund.", "rådman", "Lund"},
  };
  for (const RoleCase& c : cases) {
    INFO(c.text);
    const Facts facts = facts_of(c.text);
    REQUIRE(facts.people.size() == 1);
    CHECK(facts.people[0].role == c.role);
    if (*c.organisation != '\0') CHECK(facts.people[0].organisation == c.organisation);
  }
}

TEST_CASE("roles: an office in the plural is everyone's of the list behind it") {
  struct Case {
    const char* text;
    const char* roles;
  };
  const Case cases[] = {
      {"Skötarna Anna Ekdal, Bo Grip (M) och Siv Holm vakar.", "skötare skötare skötare"},
      {"Till ledamöter omvaldes Anna Ekdal och Bo Grip.", "ledamot ledamot"},
      {"Utrikesministrarna Anna Ekdal och Bo Grip möts.", "utrikesminister utrikesminister"},
      {"Domare var Anna Ekdal (Norge), Bo Grip (Finland) och Siv Holm.", "domare domare domare"},
      {"Skyddsombuden Anna Ekdal och Bo Grip talar.", "skyddsombud skyddsombud"},
      {"Systrarna Anna Ekdal och Siv Ekdal driver gården.", "- -"},
      {"Forskare Anna Ekdal och Bo Grip talar.", "forskare -"},
      {"Anna Ekdal, född i Lund, och Bo Grip, känd från radion, talar.", "- -"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    std::string roles;
    for (const Person& person : facts_of(c.text).people)
      roles += (roles.empty() ? "" : " ") + (person.role.empty() ? "-" : person.role);
    CHECK(roles == c.roles);
  }
}

TEST_CASE("roles: a headline without a name tells what its person becomes") {
  const Facts facts = extractor().extract(
      release_of("Anna Ekdal är för närvarande ambassadör i Hanoi. Hon tillträder i höst.",
                 "Ny ambassadör i Guyana, Surinam och Dominica"));
  REQUIRE(facts.people.size() == 1);
  CHECK(facts.people[0].role == "ambassadör i Guyana, Surinam och Dominica");
  CHECK(facts.people[0].other_roles == std::vector<std::string>{"ambassadör i Hanoi"});
}

TEST_CASE("roles: the headline tells it beside others whose offices are plain") {
  const Facts facts = extractor().extract(
      release_of("Anna Ekdal är sedan 2019 direktör på Sjöverket. Hon tillträder i maj.\n\n– Bra, "
                 "säger civilminister Bo Grip.",
                 "Ny generaldirektör för Kemiverket"));
  REQUIRE(names_of(facts) == "Anna Ekdal; Bo Grip");
  CHECK(facts.people[0].role == "generaldirektör");
}

TEST_CASE("roles: a title belongs to its own person in a list") {
  const Facts facts = facts_of(
      "Med finns Anna Ekdal, ordförande för Sveriges Lärare och Linda Grip, professor i kemi.");
  REQUIRE(names_of(facts) == "Anna Ekdal; Linda Grip");
  CHECK(facts.people[0].role == "ordförande");
  CHECK(facts.people[1].role == "professor i kemi");
}

TEST_CASE("roles: the party in brackets is no role") {
  const Facts facts = facts_of("Anna Ekdal (S), regionråd, talar.");
  REQUIRE(facts.people.size() == 1);
  CHECK(facts.people[0].party == "S");
  CHECK(facts.people[0].role == "regionråd");
}

}  // namespace
}  // namespace pressarkiv::test
