// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/readers/text/assemble.h"
#include "indexer/readers/text/lines.h"
#include "tests/indexer/text_support.h"
#include "tests/support/golden.h"

using namespace pressarkiv;
using namespace pressarkiv::test;

namespace {

const std::vector<std::string> kOddReleases = {"wrapped_letter", "corrected_embargo",
                                               "no_blank_lines", "headline_first"};

std::string source_of(const std::string& name) {
  return slurp(golden_path("text/" + name + ".txt"));
}

Release read_well(std::string_view bytes) {
  ReadText result = read_plain(bytes);
  INFO(result.error);
  REQUIRE(result.calls == 1);
  REQUIRE(result.read);
  return result.read->release;
}

// The names of lists are the only words that a release does not keep.
void check_nothing_lost(const std::string& decoded, const Release& release) {
  std::map<std::string, int> wanted = count_each_word(decoded);
  const std::map<std::string, int> kept = count_each_word(all_text(release));
  for (const char* name : {"Ämnen", "Ämnesord", "Nyckelord", "Taggar", "KATEGORIER", "ORTER",
                           "Orter", "Län", "Regioner"}) {
    wanted.erase(name);
  }
  for (const auto& [word, count] : wanted) {
    const auto found = kept.find(word);
    INFO(word);
    CHECK((found == kept.end() ? 0 : found->second) >= count);
  }
}

void check_blocks(const Release& release) {
  std::size_t end = 0;
  for (const Block& block : release.blocks) {
    CHECK(block.range.begin == (end == 0 ? 0 : end + 2));
    CHECK_FALSE(block.range.empty());
    if (end > 0) CHECK(release.body.substr(end, 2) == "\n\n");
    end = block.range.end;
  }
  CHECK(end == release.body.size());
}

}  // namespace

TEST_CASE("text: odd releases are read as a person would") {
  for (const std::string& name : kOddReleases) {
    DYNAMIC_SECTION(name) {
      const ReadText result = read_plain(source_of(name), name + ".txt");
      REQUIRE(result.read);
      check_golden("text/" + name + ".expected", described(*result.read));
    }
  }
}

TEST_CASE("text: every word of the source is in some field, and no more often in the lists") {
  for (const std::string& name : kOddReleases) {
    DYNAMIC_SECTION(name) {
      const std::string source = source_of(name);
      const auto decoded = decode_text(source, {name});
      REQUIRE(decoded);
      const Release release = read_well(source);
      check_nothing_lost(decoded->text, release);
      check_blocks(release);
    }
  }
}

TEST_CASE("text: a release without any frame has a headline, a lead and a body") {
  const Release release =
      read_well("Bron öppnar\n\nPå fredag öppnar bron över älven.\n\n– Äntligen, säger Nils Ek.\n");
  CHECK(release.id == "prov");
  CHECK(release.title == "Bron öppnar");
  CHECK(release.lead == "På fredag öppnar bron över älven.");
  CHECK(release.body == "– Äntligen, säger Nils Ek.");
  CHECK(release.source_format == "text");
  CHECK_FALSE(release.date);
  CHECK(release.language.empty());
}

TEST_CASE("text: there is no lead where someone speaks first or nothing else follows") {
  struct Row {
    const char* below;
    const char* lead;
  };
  const std::vector<Row> rows = {
      {"– Äntligen, säger Nils Ek.\n\nBron är 40 meter lång.", ""},
      {"Bron är 40 meter lång.", ""},
      {"Bron är 40 meter lång.\n\nKontakt: Nils Ek, 0520-39 06 10", ""},
      {"• Bro\n• Väg\n\nBron är 40 meter lång.", ""},
      {"Foto: Love Ask\n\nBron är 40 meter lång.\n\nVägen är kort.", "Bron är 40 meter lång."},
      {"Malmö 2012-11-19. Bron är 40 meter lång.\n\nVägen är kort.", "Bron är 40 meter lång."},
      {"”Älvens dag” hålls på bron.\n\nVägen är kort.", "”Älvens dag” hålls på bron."},
      {"”Bron är lång”, säger Nils Ek.\n\nVägen är kort.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.below);
    CHECK(read_well(std::string("Bron öppnar\n\n") + row.below + "\n").lead == row.lead);
  }
}

TEST_CASE("text: the date is that of publication, wherever it stands") {
  struct Row {
    const char* source;
    const char* date;
  };
  const std::vector<Row> rows = {
      {"2012-11-19\n\nBron öppnar\n\nDen 3 maj 2013 öppnar bron.\n\nVälkomna.", "2012-11-19"},
      {"Bron öppnar\nPublicerad 19 nov. 2012\n\nBron är lång.\n\nVälkomna.", "2012-11-19"},
      {"Bron öppnar\n\nLilla Edet 2012-11-19. Bron är lång.\n\nVälkomna.", "2012-11-19"},
      {"Bron öppnar\n\nBron är lång.\n\nVälkomna till bron.\n\nLilla Edet den 19 november "
       "2012\n\nSLUT",
       "2012-11-19"},
      {"Bron öppnar\n\nBron är lång.\n\nLilla Edet den 19 november 2012\n\nOm oss\nVi bygger broar "
       "i hela länet.",
       "2012-11-19"},
      {"Rapport januari 2012\n2012-11-19\n\nBron öppnar\n\nBron är lång.\n\nVälkomna.",
       "2012-11-19"},
      {"Embargo till 2012-11-19\n\nBron öppnar\n\nBron är lång.\n\nVälkomna.", "2012-11-19"},
      {"Bron öppnar\n\nDen 3 maj 2013 öppnar bron.\n\nVälkomna.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    const Release release = read_well(row.source);
    CHECK((release.date ? release.date->to_iso() : "") == row.date);
    CHECK(release.title == "Bron öppnar");
  }
}

TEST_CASE("text: the sender comes from the header, the standing text or the offices") {
  struct Row {
    const char* source;
    const char* sender;
  };
  const std::vector<Row> rows = {
      {"Avsändare: Brovakten\n\nBron öppnar\n\nBron är lång.", "Brovakten"},
      {"PRESSMEDDELANDE FRÅN EDETS KOMMUN\n\nBron öppnar\n\nI Edets kommun finns en bro.",
       "Edets kommun"},
      {"Edets Bro AB     2012-11-19\n\nBron öppnar\n\nBron är lång.", "Edets Bro AB"},
      {"Lilla Edet 2012-11-19\n\nBron öppnar\n\nNu bygger Edets kommun en bro.\n\nDen är lång.",
       "Edets kommun"},
      {"Bron öppnar\n\nBron är lång.\n\n– Äntligen, säger Nils Ek, brovakt i Edets kommun.",
       "Edets kommun"},
      {"Bron öppnar\n\nBron är lång.\n\nSom en mil.\n\nOM EDET\n\nEdets kommun har 13 000 invånare "
       "och en bro.",
       "Edets kommun"},
      {"Bron öppnar\n\nBron är lång.", ""},
      {"Edets museum, Lilla Edet\n19 november 2012\n\nBron öppnar\n\nBron är lång.\n\nKom!",
       "Edets museum"},
      {"Västra vägbyrån\nPressmeddelande 19 november 2012\n\nBron öppnar\n\nVästra vägbyrån "
       "bygger.\n\nKom!",
       "Västra vägbyrån"},
      {"Bron öppnar\n2012-11-19\n\nBron är lång\n\nDen är 40 meter.\n\nKom!", ""},
      {"Edets kommun\nBrokontoret\n2012-11-19\n\nBron öppnar\n\nBron är lång.\n\nKom!",
       "Edets kommun"},
      {"Centralbyrån för broar (CB)\n2012-11-19 09:30\n\nBron öppnar\n\nBron är lång.\n\nKom!",
       "Centralbyrån för broar (CB)"},
      {"Broarna – pressmeddelande – 2012-11-19\n\nBron öppnar\n\nBron är lång.\n\nKom!", "Broarna"},
      {"Brovakten\n\nBron öppnar i dag\n\nBron är lång.\n\nKom!", "Brovakten"},
      {"Bron öppnar\n\nBron är lång.\n\n– Bra, säger platschefen Nils Ek.\n\nKom!", ""},
      {"Brovakten AB, Sverige 2012-11-19\n\nBron öppnar\n\nBron är lång.\n\nKom!", "Brovakten AB"},
      {"Bron öppnar\n\nBron är lång.\n\n– Bra, säger Nils Ek, platschef Broab.\n\nSlut på resan.",
       "Broab"},
      {"Region Edet öppnar bron\n\nBron är lång.\n\nForskare vid Edets universitet har mätt "
       "den.\n\nKontakt\nPresstjänsten Region Edet, 0520-39 06 10",
       "Region Edet"},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(read_well(row.source).publisher == row.sender);
  }
}

TEST_CASE("text: whom to ask may stand on the line of the heading") {
  const Release release = read_well(
      "Bron öppnar\n\nBron är lång.\n\nKom!\n\nFör mer info kontakta Nils Ek Holm\nTelefon 0520-39 "
      "06 "
      "10\n");
  REQUIRE(release.contacts.size() == 1);
  CHECK(release.contacts[0].name == "Nils Ek Holm");
}

TEST_CASE("text: a headline of names over a dateline is the headline") {
  const Release release = read_well(
      "Generationsskifte på Eks Deli\n\nLilla Edet 1 april 2012\n\nEfter 44 år slutar Nils "
      "Ek.\n\nKom!\n");
  CHECK(release.title == "Generationsskifte på Eks Deli");
  CHECK(release.lead == "Efter 44 år slutar Nils Ek.");
}

TEST_CASE("text: a card under a greeting is a contact") {
  const Release release = read_well(
      "Bron öppnar\n\nBron är lång.\n\nKom!\n\nMed vänlig hälsning\nNils Ek Holm\nVd\n0520-39 06 "
      "10\n");
  REQUIRE(release.contacts.size() == 1);
  CHECK(release.contacts[0].name == "Nils Ek Holm");
}

TEST_CASE("text: a list of dashes is a list, spoken dashes are paragraphs") {
  const Release release = read_well(
      "Bron öppnar\n\nBron är lång.\n\nSå här blir det:\n\n– gång\n– cykel\n– båt\n\n– Äntligen, "
      "säger Nils.\n\n– Ja, säger Eva.\n");
  std::vector<BlockKind> kinds;
  for (const Block& block : release.blocks) kinds.push_back(block.kind);
  CHECK(kinds == std::vector<BlockKind>{BlockKind::kParagraph, BlockKind::kListItem,
                                        BlockKind::kListItem, BlockKind::kListItem,
                                        BlockKind::kParagraph, BlockKind::kParagraph});
  CHECK(block_text(release, release.blocks[1]) == "gång");
}

TEST_CASE("text: a fact box with news after it stays in the body") {
  const Release release = read_well(
      "Bron öppnar\n\nBron är lång.\n\nFakta: Bron\nBron byggdes 1894 och har en klaff av "
      "stål.\n\nSå går det till\n\n"
      "Klaffen lyfts med en vev.\n\nOm Brovakten\nBrovakten vaktar broar i hela landet.\n");
  CHECK(release.boilerplate == "Om Brovakten\nBrovakten vaktar broar i hela landet.");
  CHECK(release.body.find("Fakta: Bron") != std::string::npos);
}

TEST_CASE("text: the encoding is found and noted, and makes no difference to what is read") {
  const std::string utf8 =
      "Brön öppnar\n\nPå fredag öppnar bron – äntligen.\n\nVälkomna till Åmål.\n";
  std::string utf16 = "\xFF\xFE";
  std::string big_endian = "\xFE\xFF";
  std::string windows;
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(utf8.size());) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, static_cast<std::int32_t>(utf8.size()), c);
    const auto low = static_cast<char>(c & 0xFF);
    const auto high = static_cast<char>(c >> 8);
    utf16 += {low, high};
    big_endian += {high, low};
    windows += c == 0x2013 ? '\x96' : low;
  }
  std::string decomposed = utf8;
  for (std::size_t at = 0; (at = decomposed.find("ö", at)) != std::string::npos; ++at)
    decomposed.replace(at, 2, "o\u0308");
  std::string dos = utf8;
  for (std::size_t at = 0; (at = dos.find('\n', at)) != std::string::npos; at += 2)
    dos.insert(at, "\r");

  const Release wanted = read_well(utf8);
  struct Row {
    std::string bytes;
    const char* note;
  };
  const std::vector<Row> rows = {{utf16, "UTF-16LE"},
                                 {big_endian, "UTF-16BE"},
                                 {windows, "Windows-1252"},
                                 {"\xEF\xBB\xBF" + utf8, "UTF-8 with BOM"},
                                 {decomposed, "characters composed (NFC)"},
                                 {dos, nullptr}};
  for (const Row& row : rows) {
    INFO((row.note == nullptr ? "CRLF" : row.note));
    const ReadText result = read_plain(row.bytes);
    REQUIRE(result.read);
    CHECK(result.read->release == wanted);
    CHECK(result.read->raw == ByteRange{0, row.bytes.size()});
    const auto& notes = result.read->notes;
    if (row.note == nullptr) {
      CHECK(notes.empty());
    } else {
      CHECK(std::find(notes.begin(), notes.end(), row.note) != notes.end());
    }
  }
}

TEST_CASE("text: what is no text is refused with the reason and the place") {
  struct Row {
    std::string bytes;
    ErrorCode code;
    const char* message;
  };
  const std::string letters(300, 'a');
  const std::vector<Row> rows = {
      {"", ErrorCode::kUnsupportedFormat, "prov.txt: empty file; skipped"},
      {" \n\t\r\n\xC2\xA0\n", ErrorCode::kUnsupportedFormat, "prov.txt: only blank lines; skipped"},
      {"\xEF\xBB\xBF", ErrorCode::kUnsupportedFormat, "prov.txt: only blank lines; skipped"},
      {std::string("MZ\x90\0\x03", 5), ErrorCode::kUnsupportedFormat,
       "prov.txt: not text (NUL byte at offset 3); skipped"},
      {"Brön öppnar åt älven\n\nBr\xC3 är bra.\n", ErrorCode::kCorrupt,
       "prov.txt: broken UTF-8 (byte C3 at offset 28, line 3); skipped"},
  };
  for (const Row& row : rows) {
    INFO(row.message);
    const ReadText result = read_plain(row.bytes);
    CHECK(result.calls == 1);
    CHECK_FALSE(result.read);
    CHECK(result.code == row.code);
    CHECK(result.error == row.message);
  }
}

TEST_CASE("text: with hardly anything in it, the title is never empty and nothing is lost") {
  const std::string long_headline = [] {
    std::string text;
    while (text.size() < 10000) text += "ordet är långt ";
    return text;
  }();
  for (const std::string& source :
       {std::string("Bron öppnar"), std::string("PRESSMEDDELANDE"),
        std::string("PRESSMEDDELANDE\n2012-11-19\n"), std::string("– Äntligen, säger Nils Ek.\n"),
        std::string("----\n"), std::string("Ämnen: broar\n"), long_headline,
        std::string("Kontakt: Nils Ek, 0520-39 06 10"), std::string(10000, 'x')}) {
    INFO(source.substr(0, 60));
    const Release release = read_well(source);
    CHECK_FALSE(release.title.empty());
    CHECK(release.title.size() <= 300);
    check_nothing_lost(source, release);
    check_blocks(release);
  }
}

TEST_CASE("text: a 50 MB line is read like any other, whatever it holds") {
  constexpr std::size_t kBytes = 50'000'000;
  for (const std::string& unit :
       {std::string("ordet "), std::string("x"), std::string("@"), std::string("0 "),
        std::string("a@b.se 070-12 2012-01-01, Edets kommun: #a ")}) {
    INFO(unit);
    std::string bytes;
    bytes.reserve(kBytes + unit.size());
    while (bytes.size() < kBytes) bytes += unit;
    const ReadText result = read_plain(bytes);
    REQUIRE(result.read);
    CHECK(result.read->release.title.size() <= 300);
    CHECK(result.read->release.body.size() >= kBytes - 300);
  }
}

TEST_CASE("text: a known headline is taken as it is, and the lines are all news") {
  text::Document document(text::split_lines("Bron är lång.\n\nDen är av trä.\n"));
  const text::Assembled assembled = text::assemble(std::move(document), {"Bron öppnar", ""});
  CHECK(assembled.release.title == "Bron öppnar");
  CHECK(assembled.release.lead == "Bron är lång.");
  CHECK(assembled.release.body == "Den är av trä.");
  CHECK(assembled.notes.empty());
}

TEST_CASE("text: hints of a mark-up language say what a line is") {
  std::vector<text::Line> lines = {{"Bron är lång.", 1, true, text::LineHint::kNone},
                                   {"Hur lång är den.", 3, true, text::LineHint::kHeading},
                                   {"En mil", 5, true, text::LineHint::kListItem},
                                   {"Två mil", 6, false, text::LineHint::kListItem},
                                   {"Det är långt.", 8, true, text::LineHint::kNone}};
  const Release release =
      text::assemble(text::Document(std::move(lines)), {"Bron öppnar", ""}).release;
  REQUIRE(release.blocks.size() == 4);
  CHECK(release.blocks[0].kind == BlockKind::kSubheading);
  CHECK(release.blocks[1].kind == BlockKind::kListItem);
  CHECK(release.blocks[2].kind == BlockKind::kListItem);
  CHECK(release.blocks[3].kind == BlockKind::kParagraph);
}
