// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/compound_heads.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

// Nouns that many compounds end with, without a final vowel that inflection drops ("skol" for
// skola, skolan, skolor). Sorted by hand for the reader, not for the machine.
constexpr std::string_view kHeads[] = {
    // Offices and people
    "minister", "ministr", "råd", "sekreterare", "direktör", "chef", "ledare", "ledamot", "ledamöt",
    "ordförande", "talesperson", "representant", "politiker", "tjänsteman", "tjänstemän",
    "arbetare", "tagare", "givare", "ägare", "brukare", "företagare", "forskare", "lärare",
    "handledare", "utredare", "strateg", "expert", "specialist", "konsult", "läkare", "sköterska",
    "sköterskor", "person", "personal", "patient", "elev", "student", "barn", "ungdom", "familj",
    "medlem", "medlemm", "kandidat", "deltagare", "ledning", "grupp", "hund",
    // Bodies
    "myndighet", "verk", "styrels", "nämnd", "utskott", "kommitté", "kommission", "delegation",
    "departement", "förvaltning", "enhet", "avdelning", "byrå", "institut", "inspektion", "domstol",
    "rätt", "kommun", "region", "landsting", "stiftels", "fond", "bank", "bolag", "företag",
    "förening", "förbund", "organisation", "facket", "parti", "församling", "akademi",
    "universitet", "högskol", "skol", "förskol", "gymnasi", "klinik", "sjukhus", "central",
    "bibliotek", "muse", "teater", "teatr", "industri", "bransch", "sektor", "näring", "handel",
    "handl", "marknad", "butik", "restaurang", "redaktion",
    // Fields and activities
    "politik", "vård", "omsorg", "tjänst", "verksamhet", "arbet", "hjälp", "stöd", "bidrag",
    "skydd", "försvar", "säkerhet", "trygghet", "beredskap", "hantering", "produktion",
    "försörjning", "utveckling", "forskning", "utbildning", "undervisning", "fortbildning",
    "träning", "vetenskap", "teknik", "teknologi", "ekonomi", "kultur", "konst", "musik", "idrott",
    "turism", "trafik", "transport", "fart", "byggnad", "bygge", "byggand", "bruk", "odling",
    "skötsel", "fisk", "fiske", "jakt", "användning", "förbrukning", "konsumtion", "handling",
    "planering", "prövning", "granskning", "kontroll", "tillsyn", "uppföljning", "utredning",
    "undersökning", "analys", "bedömning", "värdering", "mätning", "statistik", "studi", "insats",
    "åtgärd", "reform", "program", "projekt", "plan", "strategi", "uppdrag", "avtal", "förslag",
    "beslut", "lag", "lagstiftning", "lagar", "regel", "regl", "reglering", "krav", "förordning",
    "direktiv", "villkor", "avgift", "skatt", "kostnad", "pris", "peng", "medel", "intäkt",
    "utgift", "budget", "anslag", "investering", "lån", "försäkring", "pension", "lön",
    "ersättning", "penning", "system", "modell", "metod", "process", "verktyg", "register", "fråg",
    "problem", "ärend", "mål", "område", "område", "miljö", "klimat", "natur", "vatten", "luft",
    "energi", "kraft", "el", "värm", "bränsl", "utsläpp", "avfall", "material", "produkt", "vara",
    "varor", "varorna", "livsmedel", "läkemedel", "medlem", "möt", "konferens", "seminari",
    "samtal", "dialog", "förhandling", "besök", "resa", "resor", "resorna", "dag", "veck", "månad",
    "år", "tid", "period", "termin", "kväll", "fest", "festival", "mäss", "utställning", "tävling",
    "pris", "stipendi", "relation", "samarbet", "samverkan", "utbyte", "förbindels", "kontakt",
    "nätverk", "frihet", "rättighet", "skyldighet", "likhet", "bekämpning", "förebyggande", "brott",
    "brottslighet", "våld", "terror", "missbruk", "sjukdom", "hälsa", "ohälsa", "skad", "olyck",
    "risk", "kris", "katastrof", "smitt", "behandling", "rehabilitering", "medicin", "psykiatri",
    "kirurgi", "diagnostik", "kunskap", "kompetens", "information", "kommunikation", "medi",
    "press", "data", "teknik", "nät", "väg", "järnväg", "spår", "bro", "hamn", "flyg", "fartyg",
    "fordon", "bil", "tåg", "buss", "cykel", "cykl", "bostad", "bostäd", "hus", "lokal", "mark",
    "skog", "jord", "park", "torg", "stad", "städ", "land", "länd", "bygd", "område", "distrikt",
    "län", "gräns", "konvention", "förklaring", "rapport", "skrivels", "proposition", "promemori",
    "motion", "tidning", "bok", "böck", "text", "bild", "film", "spel", "program", "tjäns", "del",
    "delar", "nivå", "grad", "form", "typ", "slag", "sätt", "syfte", "värde", "värd", "ändamål",
    "effekt", "resultat", "tillväxt", "export", "import", "konkurrens", "anställning", "löshet",
    "liv"};

constexpr std::string_view kEndings[] = {
    "",     "a",     "an",    "ans", "ar",  "arna", "arnas", "ars", "as", "e",   "en", "ens",
    "er",   "erna",  "ernas", "ers", "es",  "et",   "ets",   "n",   "na", "nas", "ns", "or",
    "orna", "ornas", "ors",   "r",   "rna", "rnas", "s",     "t",   "ts", "et",  "um", "umet"};

constexpr std::size_t kHeadCount = std::size(kHeads);

/// The heads in byte order, and where each first byte begins among them.
struct HeadIndex {
  std::array<std::string_view, kHeadCount> heads{};
  std::array<std::uint16_t, 257> begins{};
};

constexpr HeadIndex make_head_index() {
  HeadIndex index;
  std::copy(std::begin(kHeads), std::end(kHeads), index.heads.begin());
  std::sort(index.heads.begin(), index.heads.end());
  for (const std::string_view head : index.heads) {
    ++index.begins[static_cast<unsigned char>(head[0]) + 1U];
  }
  for (std::size_t i = 1; i < index.begins.size(); ++i) {
    index.begins[i] = static_cast<std::uint16_t>(index.begins[i] + index.begins[i - 1]);
  }
  return index;
}
constexpr HeadIndex kIndex = make_head_index();

bool is_inflected_head(std::string_view tail) {
  if (tail.size() < 2) return false;
  const auto first = static_cast<unsigned char>(tail[0]);
  for (std::size_t i = kIndex.begins[first]; i < kIndex.begins[first + 1U]; ++i) {
    const std::string_view head = kIndex.heads[i];
    if (tail[1] != head[1] || tail.substr(0, head.size()) != head) continue;
    const std::string_view ending = tail.substr(head.size());
    if (std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::size_t> find_compound_head(std::string_view word) {
  constexpr std::size_t kShortestFirstPart = 2;
  if (is_inflected_head(word)) return 0;
  for (std::size_t at = kShortestFirstPart; at < word.size(); ++at) {
    if (!is_utf8_tail(word[at]) && is_inflected_head(word.substr(at))) return at;
  }
  return std::nullopt;
}

}  // namespace pressarkiv
