// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stored_facts.h"

#include <catch2/catch.hpp>
#include <random>

#include "common/compression.h"

namespace pressarkiv {
namespace {

Release some_release() {
  Release release;
  release.title = "Ny vd";
  release.body = "– Det är bra, säger Åsa Öberg. Mycket bra.";
  return release;
}

Facts full_facts() {
  Person person;
  person.name = "Åsa Öberg";
  person.names = {"Åsa Öberg", "Öberg"};
  person.mentions = {{FactText::kBody, {25, 36}}, {FactText::kContacts, {0, 5}}};
  person.role = "vd";
  person.other_roles = {"ordförande"};
  person.organisation = "Bruket";
  person.party = "KD";
  person.is_contact = true;
  Quote quote;
  quote.text = "Det är bra Mycket";
  quote.parts = {{4, 15}, {38, 44}};
  quote.speaker = 0;
  quote.speaker_name = "Åsa Öberg";
  quote.role = "vd";
  quote.organisation = "Bruket";
  quote.verb = "säger";
  quote.attribution = {FactText::kBody, {17, 36}};
  quote.via = SpeakerVia::kName;
  quote.confidence = 0.93F;
  return {{person, Person{}},
          {{"Åsa", {{FactText::kTitle, {1, 2}}}}},
          {quote, Quote{}},
          {{PlaceKind::kCounty, "Kronobergs län", "07", {FactText::kLead, {3, 9}}}}};
}

TEST_CASE("stored facts: everything comes back") {
  const Release release = some_release();
  const Facts facts = GENERATE(full_facts(), Facts{});
  const Result<Facts> back = decode_facts(encode_facts(facts, release), release);
  REQUIRE(back);
  CHECK(*back == facts);
}

TEST_CASE("stored facts: no field is left out of the bytes") {
  void (*const changes[])(Facts&) = {
      [](Facts& f) { f.people[0].name += "x"; },
      [](Facts& f) { f.people[0].names.push_back("x"); },
      [](Facts& f) { f.people[0].mentions[0].range.end += 1; },
      [](Facts& f) { f.people[0].mentions[1].text = FactText::kTitle; },
      [](Facts& f) { f.people[0].role += "x"; },
      [](Facts& f) { f.people[0].other_roles[0] += "x"; },
      [](Facts& f) { f.people[0].organisation += "x"; },
      [](Facts& f) { f.people[0].party = "S"; },
      [](Facts& f) { f.people[0].is_contact = false; },
      [](Facts& f) { f.bare_names[0].name += "x"; },
      [](Facts& f) { f.bare_names[0].mentions.clear(); },
      [](Facts& f) { f.quotes[0].text += "x"; },
      [](Facts& f) { f.quotes[0].text.clear(); },
      [](Facts& f) { f.quotes[0].source = FactText::kLead; },
      [](Facts& f) { f.quotes[0].parts.pop_back(); },
      [](Facts& f) { f.quotes[0].speaker = kNoPerson; },
      [](Facts& f) { f.quotes[0].speaker_name += "x"; },
      [](Facts& f) { f.quotes[0].role += "x"; },
      [](Facts& f) { f.quotes[0].organisation += "x"; },
      [](Facts& f) { f.quotes[0].verb += "x"; },
      [](Facts& f) { f.quotes[0].attribution.range.begin = 1; },
      [](Facts& f) { f.quotes[0].via = SpeakerVia::kPronoun; },
      [](Facts& f) { f.quotes[0].confidence = 0.5F; },
      [](Facts& f) { f.regions[0].kind = PlaceKind::kLocality; },
      [](Facts& f) { f.regions[0].name += "x"; },
      [](Facts& f) { f.regions[0].code += "x"; },
      [](Facts& f) { f.regions[0].where.range.begin = 1; },
  };
  const Release release = some_release();
  for (const auto& change : changes) {
    Facts facts = full_facts();
    change(facts);
    const Result<Facts> back = decode_facts(encode_facts(facts, release), release);
    REQUIRE(back);
    CHECK(*back == facts);
    CHECK_FALSE(*back == full_facts());
  }
}

TEST_CASE("stored facts: damaged bytes are told or read as something, never beyond their end") {
  const Release release = some_release();
  const std::string plain = *decompress(encode_facts(full_facts(), release), 1 << 20);
  for (std::size_t size = 0; size + 1 < plain.size(); ++size) {
    CHECK_FALSE(decode_facts(compress(plain.substr(0, size)), release).ok());
  }
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = plain;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    (void)decode_facts(compress(damaged), release);
  }
  CHECK_FALSE(decode_facts("no frame", release).ok());
}

}  // namespace
}  // namespace pressarkiv
