// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/page_furniture.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/text/date_finder.h"
#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kLongestLine = 300;  // In bytes; longer lines are text.
constexpr std::size_t kLongestPlain = 70;
constexpr std::string_view kOpeners = "APFHVLSTI";  // "Abonnera", "Prenumerera", "Följ" …
constexpr std::size_t kMostButtonWords = 6;

// The pieces between any of these marks, trimmed; empty ones left out.
std::vector<std::string_view> split_at(std::string_view line,
                                       std::initializer_list<std::string_view> marks) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size();) {
    std::size_t taken = i == line.size() ? 1 : 0;
    for (const std::string_view mark : marks) {
      if (taken == 0 && begins_with(line.substr(i), mark)) taken = mark.size();
    }
    if (taken > 0) {
      const std::string_view piece = trim(line.substr(begin, i - begin));
      if (!piece.empty()) pieces.push_back(piece);
      begin = std::min(i + taken, line.size());
    }
    i += std::max<std::size_t>(taken, 1);
  }
  return pieces;
}

// "Startsida / Kommun & politik / Nyheter", "Hem > Aktuellt", "Du är här: Start".
bool is_breadcrumb(std::string_view line, std::string_view lowered) {
  if (begins_with_phrase(lowered, "du är här")) return count_words(line) <= 15;
  if (line.find_first_of("/>\xC2\xE2") == std::string_view::npos) return false;  // » › →
  const auto pieces = split_at(line, {" / ", " > ", " » ", " › ", " → ", "/"});
  if (pieces.size() < 2) return false;
  const bool short_pieces = std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    return count_words(piece) <= 5 && (is_capitalised(piece) || is_digit(piece.front()));
  });
  const std::string first = lower(pieces.front());
  const bool start =
      is_one_of(first, {"start", "startsida", "startsidan", "hem", "home", "till startsidan"});
  // Nothing else is parted by such arrows.
  const bool arrows = split_at(line, {" > ", " » ", " › ", " → "}).size() >= 3;
  const bool section = is_one_of(first, {"nyheter", "press", "pressrum", "aktuellt", "om oss"});
  return short_pieces && (start || arrows || (section && pieces.size() >= 3));
}

// "1 (2)", "Sida 1 av 2", "Sid 1(3)"; "1/2" may be a date or a score.
bool is_page_number(std::string_view lowered) {
  std::string_view rest = trim(lowered);
  bool named = false;
  for (const std::string_view word : {"sidan", "sida", "sid", "page"}) {
    if (!named && begins_with_phrase(rest, word)) {
      rest = strip_left(rest.substr(word.size()), ".:");
      named = true;
    }
  }
  const auto number = [&rest] {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const bool any = end > 0 && end <= 3;
    if (any) rest = trim(rest.substr(end));
    return any;
  };
  if (!number()) return false;
  if (rest.empty()) return named;
  const bool bracket = rest.front() == '(';
  if (bracket) {
    rest.remove_prefix(1);
  } else if (named && (begins_with_phrase(rest, "av") || begins_with_phrase(rest, "of"))) {
    rest = trim(rest.substr(2));
  } else {
    return false;
  }
  return number() && rest == (bracket ? ")" : "");
}

bool is_button(std::string_view lowered) {
  static constexpr auto kButtons = word_list(
      "dela", "dela sidan", "dela artikeln", "dela nyheten", "dela inlägget", "lyssna",
      "lyssna på sidan", "lyssna på innehållet", "skriv ut", "skriv ut sidan", "tipsa",
      "tipsa en vän", "tipsa någon", "meny", "sök", "stäng", "visa mer", "visa telefonnummer",
      "visa mobilnummer", "visa e-post", "kopiera länk", "kopiera länken", "tillbaka",
      "till toppen", "tillbaka till toppen", "upp till toppen", "facebook", "twitter", "linkedin",
      "mejl", "aktuellt", "pressrum", "nyhetsrum", "nyhetsarkiv", "ja", "nej", "share", "print",
      "ladda ner", "ladda ned", "ladda ner som pdf", "ladda ned som pdf", "ladda ner bild",
      "ladda ned bild", "läs mer »", "läs vidare", "läs vidare »");
  static constexpr auto kPhrases =
      phrases("dela på facebook", "dela på twitter", "dela på x", "dela på linkedin", "dela via",
              "dela med", "hoppa till", "gå direkt till", "gå till innehåll", "till innehållet");
  return kButtons.has(lowered) ||
         (kPhrases.begin(lowered) && !has_more_words(lowered, kMostButtonWords));
}

// One button or a row of them: "Meny  Sök", "Tipsa en vän | Skriv ut", "Ja / Nej".
bool is_row_of_buttons(std::string_view line, std::string_view lowered) {
  constexpr std::size_t kLongestRow = 80;
  if (line.size() > kLongestRow || line.back() == '.' || has_more_words(line, kMostButtonWords + 2))
    return false;
  if (is_button(lowered)) return true;
  if (lowered.find(' ') == std::string_view::npos) return false;
  const auto pieces = split_at(lowered, {"  ", "|", " / ", "·", "•", "\t"});
  if (!pieces.empty() && std::all_of(pieces.begin(), pieces.end(), is_button)) return true;
  const auto all = words(lowered);
  const auto is_menu_word = [](std::string_view sign) {
    const std::string_view word = strip_right(sign, ":,");
    return is_button(word) ||
           is_one_of(word, {"hem", "start", "press", "pressrum", "nyheter", "aktuellt", "kontakt"});
  };
  return all.size() >= 2 && std::all_of(all.begin(), all.end(), is_menu_word);
}

// "Hjälpte informationen på sidan dig?", "Prenumerera på våra pressmeddelanden".
bool asks_the_visitor(std::string_view lowered) {
  static constexpr auto kQuestions =
      phrases("hjälpte informationen", "hjälpte sidan", "hjälpte den här", "var informationen",
              "var sidan till hjälp", "hade du nytta av", "hittade du det du sökte",
              "hittade du vad du", "lämna synpunkter på sidan", "tyck till om sidan");
  static constexpr auto kOffers =
      phrases("abonnera på ", "prenumerera på ", "följ pressmeddelanden");
  const auto opens = [lowered](std::string_view phrase) { return begins_with(lowered, phrase); };
  if (kQuestions.may_begin(lowered) &&
      std::any_of(kQuestions.all().begin(), kQuestions.all().end(), opens))
    return true;
  return kOffers.may_begin(lowered) &&
         std::any_of(kOffers.all().begin(), kOffers.all().end(), opens) &&
         (lowered.find("pressmeddelande") != std::string_view::npos ||
          lowered.find("nyheter") != std::string_view::npos);
}

bool says_when_changed(std::string_view lowered) {
  static constexpr auto kPhrases =
      phrases("sidan uppdaterad", "sidan uppdaterades", "sidan senast uppdaterad", "sidan ändrad",
              "sidan är uppdaterad", "sidan granskad", "sidan publicerad", "sidan senast ändrad",
              "senast granskad", "senast kontrollerad", "sidansvarig", "innehållsansvarig",
              "sidan uppdaterades senast", "informationen uppdaterad");
  return kPhrases.begin(lowered);
}

// "Läs alla pressmeddelanden från X", "Följ X": the desk that sends X's releases.
std::string_view desk_of(std::string_view line, const std::string& lowered) {
  if (lowered.size() != line.size() || !begins_with(lowered, "läs ")) return {};
  for (const std::string_view from : {"pressmeddelanden från ", "nyheter från "}) {
    const std::size_t at = lowered.find(from);
    if (at == std::string::npos || at > 12) continue;
    return strip_right(line.substr(at + from.size()), ".»>: ");
  }
  return {};
}

// "Blekinge län          1 (2)": the line without the number.
std::string_view without_page_number(std::string_view line) {
  if (line.size() > kLongestLine || line.empty()) return line;
  if (line.back() != ')' && !is_digit(line.back())) return line;
  for (const std::string_view gap : {"   ", "\t"}) {
    const std::size_t at = line.rfind(gap);
    if (at == std::string_view::npos) continue;
    if (is_page_number(lower(line.substr(at))))
      return trim(line.substr(0, at));  // Lines are trimmed: a prefix.
  }
  return line;
}

// "Ingress: …", "Brödtext:": the names that a form gives to the parts of a release. Length in bytes
// with the colon and the blanks behind it.
std::size_t part_name_length(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 20) return 0;
  const std::string name = lower(trim(line.substr(0, colon)));
  if (!is_one_of(name, {"ingress", "brödtext", "löptext", "preamble", "body"})) return 0;
  const std::size_t next = line.find_first_not_of(" \t", colon + 1);
  return next == std::string_view::npos ? line.size() : next;
}

// Keeps what the line tells about the release.
void note(const std::string& line, Furniture& furniture) {
  const std::string lowered = lower(line);
  if (const auto found = find_date(line); found && says_when_changed(lowered))
    furniture.updated = found->date;
  if (furniture.sender.empty()) furniture.sender = desk_of(line, lowered);
  furniture.lines.push_back(line);
}

}  // namespace

bool is_page_furniture(std::string_view line) {
  if (line.empty() || line.size() > kLongestLine) return false;
  // Asked of every line: of the long ones only offers and questions can be meant, and they begin
  // with few letters.
  if (line.size() > kLongestPlain && kOpeners.find(line.front()) == std::string_view::npos)
    return false;
  const std::string lowered = lower(line);
  const std::string_view plain = strip_right(lowered, ":.>›");
  const bool is_short = line.size() <= 2 * kLongestPlain;
  return (is_short && (is_page_number(lowered) || is_row_of_buttons(line, plain) ||
                       is_breadcrumb(line, lowered))) ||
         asks_the_visitor(lowered) || says_when_changed(lowered) || !desk_of(line, lowered).empty();
}

Furniture take_page_furniture(Document& document) {
  Furniture furniture;
  std::vector<Line> kept;
  std::vector<bool> goes(document.size(), false);
  for (std::size_t i = 0; i < document.size(); ++i) {
    const LineHint hint = document.lines[i].hint;
    goes[i] = hint != LineHint::kHeading && hint != LineHint::kListItem &&
              is_page_furniture(document.line(i));
  }
  if (std::find(goes.begin(), goes.end(), false) == goes.end()) return furniture;
  kept.reserve(document.size());
  bool opens_chunk = false;
  for (std::size_t i = 0; i < document.size(); ++i) {
    Line& line = document.lines[i];
    opens_chunk = opens_chunk || line.starts_chunk;
    if (goes[i]) {
      note(line.text, furniture);
      continue;
    }
    if (const std::size_t name = part_name_length(line.text); name > 0) {
      furniture.lines.emplace_back(trim(std::string_view(line.text).substr(0, name)));
      line.text.erase(0, name);
    }
    if (const std::size_t rest = without_page_number(line.text).size(); rest < line.text.size()) {
      furniture.lines.emplace_back(trim(std::string_view(line.text).substr(rest)));
      line.text.resize(rest);
    }
    if (line.text.empty()) continue;
    line.starts_chunk = opens_chunk;
    opens_chunk = false;
    kept.push_back(std::move(line));
  }
  if (kept.empty()) kept.push_back({furniture.lines.front(), 1, true, LineHint::kNone});
  document = Document(std::move(kept));
  return furniture;
}

}  // namespace pressarkiv::text
