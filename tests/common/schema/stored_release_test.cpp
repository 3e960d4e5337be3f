// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stored_release.h"

#include <catch2/catch.hpp>
#include <random>

namespace pressarkiv {
namespace {

Release full_release() {
  Release release;
  release.id = "2019/05/14-åäö";
  release.title = "Träverket bygger";
  release.lead = "Hundra jobb.";
  release.body = "Ett.\n\nTvå\n\nTre";
  release.blocks = {{BlockKind::kParagraph, {0, 4}},
                    {BlockKind::kSubheading, {6, 10}},
                    {BlockKind::kListItem, {12, 15}}};
  release.boilerplate = "OM TRÄVERKET\nSedan 1911.";
  release.contacts = {{"Ivar Nordgren", "vd, 0500-12 34 56"}, {"Berit Malmqvist", ""}};
  release.contact_text = "Kontakt:\nIvar";
  release.preamble = "Pressmeddelande -";
  release.date = PartialDate{2019, 5, 14};
  release.updated = PartialDate{2020, 2, 0};
  release.publisher = "Träverket";
  release.publishers = {"Träverket", "Åsbruk AB"};
  release.kind = "Pressmeddelande";
  release.subjects = {"Skogsbruk, skogsindustri", ""};
  release.regions = {"Västra Götaland"};
  release.people = {"Ivar Nordgren"};
  release.attachments = {"https://å.example/x.pdf"};
  release.url = "https://å.example";
  release.language = "sv";
  release.source_format = "text";
  return release;
}

TEST_CASE("stored release: every field comes back") {
  struct Row {
    std::string_view what;
    void (*change)(Release&);
  };
  const Row rows[] = {
      {"all set", [](Release&) {}},
      {"nothing set", [](Release& r) { r = {}; }},
      {"a year",
       [](Release& r) {
         r.date = PartialDate{1999, 0, 0};
       }},
      {"no dates", [](Release& r) { r.date = r.updated = std::nullopt; }},
      {"no blocks", [](Release& r) { r.blocks.clear(); }},
      {"zero bytes", [](Release& r) { r.lead = std::string("a\0b", 3); }},
      {"a megabyte", [](Release& r) { r.boilerplate = std::string(1 << 20, 'x'); }},
      {"many labels", [](Release& r) { r.subjects.assign(3000, "Ämne"); }},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    Release release = full_release();
    row.change(release);
    const Result<Release> back = decode_release(encode_release(release));
    REQUIRE(back);
    CHECK(*back == release);
  }
}

TEST_CASE("stored release: no field is left out of the bytes") {
  const std::string whole = encode_release(full_release());
  void (*const changes[])(Release&) = {
      [](Release& r) { r.id += "x"; },
      [](Release& r) { r.title += "x"; },
      [](Release& r) { r.lead += "x"; },
      [](Release& r) { r.body += "x"; },
      [](Release& r) { r.blocks[0].kind = BlockKind::kListItem; },
      [](Release& r) { r.blocks[0].range.end = 3; },
      [](Release& r) { r.boilerplate += "x"; },
      [](Release& r) { r.contacts[0].name += "x"; },
      [](Release& r) { r.contacts[1].details += "x"; },
      [](Release& r) { r.contact_text += "x"; },
      [](Release& r) { r.preamble += "x"; },
      [](Release& r) { r.date->day = 0; },
      [](Release& r) { r.updated->month = 3; },
      [](Release& r) { r.publisher += "x"; },
      [](Release& r) { r.publishers.pop_back(); },
      [](Release& r) { r.kind += "x"; },
      [](Release& r) { r.subjects[1] += "x"; },
      [](Release& r) { r.regions[0] += "x"; },
      [](Release& r) { r.people[0] += "x"; },
      [](Release& r) { r.attachments[0] += "x"; },
      [](Release& r) { r.url += "x"; },
      [](Release& r) { r.language += "x"; },
      [](Release& r) { r.source_format += "x"; },
  };
  std::size_t number = 0;
  for (const auto change : changes) {
    INFO("change " << number++);
    Release release = full_release();
    change(release);
    CHECK(encode_release(release) != whole);
    const Result<Release> back = decode_release(encode_release(release));
    REQUIRE(back);
    CHECK(*back == release);
  }
}

TEST_CASE("stored release: damaged bytes are an error or a release whose blocks lie in its body") {
  const std::string bytes = encode_release(full_release());
  std::mt19937 random(1);
  std::size_t refused = 0;
  const auto look = [&](const std::string& damaged) {
    const Result<Release> back = decode_release(damaged);
    if (!back) {
      ++refused;
      CHECK(back.error().code == ErrorCode::kCorrupt);
      return;
    }
    for (const Block& block : back->blocks) {
      REQUIRE(block.range.begin <= block.range.end);
      REQUIRE(block.range.end <= back->body.size());
    }
  };
  for (std::size_t size = 0; size < bytes.size(); ++size) look(bytes.substr(0, size));
  CHECK(refused == bytes.size());
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] ^= static_cast<char>(1U << (random() % 8));
    look(damaged);
  }
}

}  // namespace
}  // namespace pressarkiv
