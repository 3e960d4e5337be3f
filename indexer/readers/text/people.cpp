// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/people.h"

#include <algorithm>

#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kMostNameWords = 5;

bool is_particle(std::string_view word) {
  static constexpr auto kParticles =
      word_list("von", "van", "de", "af", "av", "la", "der", "den", "del", "di", "da", "le", "el",
                "al", "bin", "ibn", "zu", "zur", "ten", "ter", "y", "dos");
  return kParticles.has(word);
}

// "Anna", "Malmquist-Öberg", "el-Masri", "d'Orville", "C.G.", "(f.", never "2019".
bool is_name_word(std::string_view word) {
  if (word.empty() || std::any_of(word.begin(), word.end(), is_digit)) return false;
  const std::string_view unquoted = strip_right(strip_left(word, "\""), "\"");
  if (word.size() == unquoted.size() + 2) word = unquoted;  // A nickname.
  if (word.find('@') != std::string_view::npos || word.find('/') != std::string_view::npos)
    return false;
  if (is_capitalised(word)) {
    // An abbreviation ("IR-chef", "VD") is not a name, but initials are.
    return !(is_all_capitals(word) && word.find('.') == std::string_view::npos &&
             count_characters(word) <= 3 && word.find('-') == std::string_view::npos);
  }
  for (const std::string_view prefix : {"el-", "al-", "d'", "d’", "de-", "af-"}) {
    if (begins_with(word, prefix)) return is_capitalised(word.substr(prefix.size()));
  }
  return false;
}

// "432 80 Varberg"
bool has_postcode(std::string_view text) {
  constexpr std::ptrdiff_t kDigits = 5;
  if (std::count_if(text.begin(), text.end(), is_digit) < kDigits) return false;
  const std::vector<std::string_view> all = words(text);
  const auto digits = [](std::string_view word, std::size_t count) {
    return word.size() == count && std::all_of(word.begin(), word.end(), is_digit);
  };
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    if (digits(all[i], 3) && digits(all[i + 1], 2) && is_capitalised(all[i + 2])) return true;
  }
  return false;
}

}  // namespace

std::string owner_of_address(std::string_view line) {
  constexpr std::size_t kMostWords = 25;
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos || !has_postcode(line.substr(comma)) ||
      has_more_words(line, kMostWords))
    return "";
  const std::string_view owner = trim(line.substr(0, comma));
  const bool person = !person_in(owner).empty() && !is_organisation_like(owner);
  return is_name_like(owner) && !person && !has_phone(owner) ? std::string(owner) : "";
}

bool is_office_word(std::string_view word) {
  const std::string plain = lower(strip_right(word, ",:;"));
  static constexpr auto kOffices =
      word_list("vd", "tf", "tf.", "bitr", "bitr.", "vice", "dr", "dr.", "prof", "prof.", "ir",
                "docent", "professor", "rektor", "ordf", "ordf.", "press", "vik", "vik.",
                "doktorand", "landshövding", "länsråd", "general", "biskop", "kyrkoherde", "vik");
  if (kOffices.has(plain)) return true;
  constexpr std::size_t kShortestAgent = 7;  // In bytes: "odlare", "bagare" stay open.
  if (plain.size() >= kShortestAgent && ends_with(plain, "are")) return true;  // "biodlare"
  static constexpr auto kEndings = endings(
      "olog", "ekonom", "jurist", "antikvarie", "kurator", "tekniker", "chef", "chefen", "direktör",
      "direktören", "ledare", "ledaren", "sekreterare", "sekreteraren", "ansvarig", "ansvarige",
      "råd", "rådet", "ordförande", "ordföranden", "kommunikatör", "kommunikatören", "lärare",
      "ingenjör", "strateg", "samordnare", "handläggare", "utredare", "ombudsman", "redaktör",
      "intendent", "konsult", "forskare", "informatör", "koordinator", "kontakt", "kontakten",
      "talesperson", "minister", "ministern", "inspektör", "producent", "planerare", "utvecklare",
      "rådgivare", "assistent", "expert", "analytiker", "läkare", "sköterska", "arkitekt", "ekonom",
      "jurist", "officer", "manager", "director", "specialist", "ägare", "grundare", "kurator",
      "bibliotekarie", "antikvarie", "arrangör", "tränare", "president", "controller", "överste",
      "kapten", "befäl");
  return kEndings.end(plain);
}

namespace {

// A word that no name holds.
bool is_common_word(std::string_view word) {
  const std::string plain = lower(word);
  static constexpr auto kWords = word_list(
      "box", "telefon", "tel", "tel.", "tfn", "tfn.", "mobil", "e-post", "epost", "mejl", "mail",
      "email", "e-mail", "fax", "växel", "växeln", "adress", "webb", "hemsida", "kontakt",
      "kontakta", "pressjour", "presstjänst", "jour", "information", "mer", "för", "frågor",
      "besök", "besöksadress", "postadress", "pressrum", "pressrummet", "läs", "ring", "vi", "du",
      "ni", "har", "vid", "se", "och", "eller", "samt", "upplysningar", "ytterligare", "anmälan",
      "media", "bilder", "foto", "the", "press", "phone", "mobile", "contact", "om", "till", "på",
      "från", "med", "dygnet", "vardagar", "öppet", "svara", "svarar", "twitter", "facebook",
      "linkedin", "instagram", "gatan", "vägen", "sverige", "sweden", "stockholm", "göteborg",
      "malmö", "hör", "anmäl", "intervju", "intervjuer", "följ", "besvaras", "lämnas", "mejla",
      "maila", "ringa", "skriv", "tala");
  static constexpr auto kEndings =
      endings("gatan", "vägen", "torget", "telefon", "telefonen", "kontoret", "tjänst", "tjänsten",
              "kansliet", "kansli", "avdelningen", "enheten", "växeln", "jouren", "jour", "center",
              "redaktionen", "plan", "gränd");
  return kWords.has(plain) || kEndings.end(plain);
}

// "Lilla Bryggeriet", "Antikvariat Kompassen": no first name.
bool opens_as_firm(std::string_view word) {
  static constexpr auto kOpenings =
      word_list("lilla", "stora", "nya", "gamla", "norra", "södra", "östra", "västra", "svenska",
                "sveriges", "grand", "antikvariat", "bokhandel", "hotell", "hotel", "hôtel",
                "restaurang", "galleri", "galleriet", "studio", "förlaget", "teater", "teatern",
                "stiftelsen", "föreningen", "butiken", "café", "kafé", "bageri", "museum");
  return kOpenings.has(lower(word));
}

std::string_view without_brackets(std::string_view piece) {
  return trim(piece.substr(0, piece.find_first_of("([<")));
}

// Cuts at every sign that parts pieces; a piece between two of them is kept whole.
std::vector<std::string_view> pieces_of(std::string_view line) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end, std::size_t next) {
    const std::string_view piece = trim(line.substr(begin, end - begin));
    if (!piece.empty()) pieces.push_back(piece);
    begin = next;
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ',' || line[i] == ';' || line[i] == '|' || line[i] == '\t' || line[i] == ':' ||
        line[i] == '?' || line[i] == '/' || line[i] == '\n') {
      cut(i, i + 1);
    } else if (line[i] == '.' && i + 1 < line.size() && line[i + 1] == ' ' && i > 2 &&
               line[i - 1] >= 'a') {
      cut(i, i + 1);
    } else if (line[i] == ' ') {
      for (const std::string_view mark :
           {" - ", " – ", " — ", " • ", " · ", "  ", " eller ", " och ", " samt ", " or ", " and ",
            " alt. ", " genom "}) {
        if (!begins_with(line.substr(i), mark)) continue;
        cut(i, i + mark.size());
        i = begin - 1;
        break;
      }
    }
  }
  cut(line.size(), line.size());
  return pieces;
}

}  // namespace

bool has_phone(std::string_view text) {
  if (text.find('0') == std::string_view::npos && text.find('+') == std::string_view::npos)
    return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = text[i] == '0' || text[i] == '+';
    if (!starts || (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '-' || text[i - 1] == '.')))
      continue;
    std::size_t digits = 0;
    std::size_t at = i;
    std::size_t gap = 0;
    for (; at < text.size() && gap <= 3 && digits <= kMostDigits; ++at) {
      if (is_digit(text[at])) {
        ++digits;
        gap = 0;
      } else if (begins_with(text.substr(at), "–") || begins_with(text.substr(at), "‑")) {
        at += 2;
        ++gap;
      } else if (begins_with(text.substr(at), "\xC2\xA0")) {
        ++at;
        ++gap;
      } else if (std::string_view(" -()/+").find(text[at]) != std::string_view::npos) {
        ++gap;
      } else {
        break;
      }
    }
    if (digits >= kFewestDigits && digits <= kMostDigits) return true;
  }
  return false;
}

bool has_email(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at == 0 || text[at - 1] == ' ') continue;
    constexpr std::size_t kLongestDomain = 255;
    std::string_view domain = text.substr(at + 1, kLongestDomain);
    domain = domain.substr(0, domain.find_first_of(" ,;)@\n"));
    const std::size_t dot = domain.find('.');
    if (dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size()) return true;
  }
  return false;
}

bool has_link(std::string_view text) {
  return text.find("http://") != std::string_view::npos ||
         text.find("https://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos;
}

std::string person_in(std::string_view piece) {
  std::vector<std::string_view> all =
      words(without_brackets(strip_left(strip_right(piece, ".,:;"), "/")));
  // The name is the last run of name words; what is before it may be a title.
  std::vector<std::string_view> name;
  for (const std::string_view word : all) {
    const bool office = is_office_word(word) && name.size() < 2;
    if (!office && is_name_word(word) && !is_common_word(word)) {
      name.push_back(word);
    } else if (!name.empty() && is_particle(word)) {
      name.push_back(word);
    } else if (name.size() >= 2) {
      if (is_strong_organisation_word(word)) return "";  // "Lilla Edets kommun"
      break;
    } else {
      name.clear();
    }
  }
  while (!name.empty() && is_particle(name.back())) name.pop_back();
  if (name.size() < 2 || name.size() > kMostNameWords || opens_as_firm(name.front())) return "";
  for (const std::string_view word : name) {
    if (is_organisation_word(word) && !(word == name.front() || word == name[1])) return "";
    if (is_strong_organisation_word(word)) return "";
  }
  if (is_all_capitals(name.front()) && name.front().find('.') == std::string_view::npos &&
      !is_all_capitals(name.back())) {
    return "";
  }
  std::string joined;
  for (const std::string_view word : name) {
    if (!joined.empty()) joined.push_back(' ');
    joined.append(word);
  }
  return joined;
}

std::vector<Contact> people_in_contact_line(std::string_view line) {
  std::vector<Contact> people;
  for (const std::string_view piece : pieces_of(line)) {
    std::string name = has_email(piece) ? "" : person_in(piece);
    const bool known = std::any_of(people.begin(), people.end(),
                                   [&](const Contact& other) { return other.name == name; });
    if (!name.empty() && !known) {
      people.push_back({std::move(name), ""});
    } else if (!people.empty()) {
      std::string& details = people.back().details;
      if (!details.empty()) details += ", ";
      details += piece;
    }
  }
  return people;
}

}  // namespace pressarkiv::text
