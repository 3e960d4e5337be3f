// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kLongestHeading = 100;
constexpr std::size_t kMostHeadingWords = 12;
constexpr std::size_t kMostParagraphs = 8;
constexpr std::size_t kShortestProse = 40;

enum class Wording {
  kNone,
  kSender,  ///< About whoever sends: "Om oss", "OM ALINGSÅS".
  kFacts,   ///< A box: "Fakta: …", "Kort om …"; standing text where it closes the release.
  kUnsure,  ///< "Om hyror": standing text only behind the contacts.
};

// What may stand before the name of the sender; the longest first where one begins another.
constexpr std::array<std::string_view, 21> kSubjectPhrases = {"mer om",
                                                              "allmänt om",
                                                              "information om",
                                                              "kort om",
                                                              "kortfakta om",
                                                              "kort fakta om",
                                                              "fakta om",
                                                              "snabbfakta om",
                                                              "om",
                                                              "about",
                                                              "det här är",
                                                              "detta är",
                                                              "vi är",
                                                              "så här är",
                                                              "här är",
                                                              "vilka är",
                                                              "presentation av",
                                                              "lär känna",
                                                              "det är vi som är",
                                                              "så här arbetar",
                                                              "så arbetar"};

// Words that make "Om …" a clause of the news.
bool is_clause_word(std::string_view word) {
  return is_one_of(
      word, {"ska",    "skall",   "kan",    "vill",   "får",    "måste",   "blir", "är",  "har",
             "inte",   "själva",  "själv",  "vi",     "du",     "man",     "jag",  "hon", "han",
             "det",    "de",      "ni",     "kommer", "skulle", "hade",    "var",  "går", "att",
             "hur",    "varför",  "vad",    "som",    "finns",  "behöver", "bör",  "gör", "hotet",
             "regnar", "brinner", "händer", "när",    "bara"});
}

bool names_the_sender(std::string_view word) {
  return is_one_of(word, {"oss",
                          "företaget",
                          "bolaget",
                          "koncernen",
                          "kommunen",
                          "regionen",
                          "föreningen",
                          "förbundet",
                          "stiftelsen",
                          "myndigheten",
                          "museet",
                          "högskolan",
                          "universitetet",
                          "verksamheten",
                          "organisationen",
                          "länsstyrelsen",
                          "landstinget",
                          "klubben",
                          "projektet",
                          "teatern",
                          "biblioteket",
                          "biblioteken",
                          "festivalen",
                          "nätverket",
                          "sällskapet",
                          "fonden",
                          "skolan",
                          "sjukhuset",
                          "institutet",
                          "kommunalförbundet",
                          "räddningstjänsten",
                          "församlingen",
                          "avsändaren",
                          "banken",
                          "unionen",
                          "facket",
                          "arrangören",
                          "arrangörerna",
                          "priset",
                          "loppet",
                          "mässan"});
}

Wording wording_of_om(std::string_view subject, bool capitals) {
  const std::string lowered = lower(subject);
  const std::vector<std::string_view> all = words(lowered);
  if (all.empty() || all.size() > 8) return Wording::kNone;
  if (all.size() == 1 && all[0] == "oss") return Wording::kSender;
  if (std::any_of(all.begin(), all.end(), is_clause_word)) return Wording::kNone;
  if (names_the_sender(all.front()) && all.size() <= 4) return Wording::kSender;
  return capitals || is_capitalised(subject) ? Wording::kSender : Wording::kUnsure;
}

Wording wording_of(std::string_view line) {
  const std::string_view heading = strip_right(line, ":");
  if (!is_heading_like(heading)) return Wording::kNone;
  const std::string lowered = lower(heading);
  for (const std::string_view om : {"om", "about", "mer om", "allmänt om", "information om"}) {
    if (begins_with_phrase(lowered, om) && lowered.size() > om.size() &&
        lowered[om.size()] == ' ') {
      return wording_of_om(trim(heading.substr(om.size())), is_all_capitals(heading));
    }
  }
  for (const std::string_view phrase :
       {"det här är", "detta är", "vi är", "så här är", "här är", "vilka är", "vilka vi är",
        "presentation av", "lär känna", "det är vi som är", "så här arbetar", "så arbetar"}) {
    if (!begins_with_phrase(lowered, phrase) || heading.back() == '?') continue;
    const std::string_view subject = trim(heading.substr(phrase.size()));
    const bool named = subject.empty() || is_name_like(subject);
    return named ? Wording::kSender : Wording::kNone;
  }
  if (is_one_of(lowered, {"om oss",
                          "vilka är vi?",
                          "vilka är vi",
                          "vilka vi är",
                          "vi i korthet",
                          "företagsinformation",
                          "bolagsinformation",
                          "företagsfakta",
                          "om företaget",
                          "kort om oss",
                          "detta är vi",
                          "det här är vi",
                          "det är vi",
                          "about us",
                          "boilerplate",
                          "viktig information",
                          "framåtblickande uttalanden",
                          "framtidsinriktade uttalanden",
                          "friskrivning",
                          "disclaimer",
                          "bakom pressmeddelandet",
                          "bakom utskicket"})) {
    return Wording::kSender;
  }
  for (const std::string_view phrase :
       {"fakta", "faktaruta", "snabbfakta", "kort om", "kortfakta", "kort fakta", "facts"}) {
    if (begins_with_phrase(lowered, phrase)) return Wording::kFacts;
  }
  return ends_with(lowered, " i korthet") || ends_with(lowered, " i siffror") ? Wording::kFacts
                                                                              : Wording::kNone;
}

bool is_caption_or_link(std::string_view line) {
  static constexpr auto kOpenings = phrases(
      "bild", "bildtext", "bilder", "foto", "fotograf", "illustration", "läs mer", "läs hela",
      "läs rapporten", "länk", "länkar", "bilaga", "bilagor", "pressbild", "pressbilder",
      "ladda ner", "se även", "dokument", "program", "tid", "plats", "mer att läsa");
  if (kOpenings.may_begin(line) && kOpenings.begin(lower(line.substr(0, 60)))) return true;
  return !has_more_words(line, 10) && has_link(line);
}

// Running text of a sentence or more.
bool is_prose(std::string_view line) {
  return count_characters(line) >= kShortestProse && bullet_length(line) == 0 && !is_speech(line) &&
         !is_caption_or_link(line);
}

class BoilerplateScan {
 public:
  BoilerplateScan(Document& document, std::size_t from, std::string_view sender)
      : document_(document), from_(from), sender_(sender) {}

  void run() {
    std::size_t zone_end = document_.size();
    std::size_t start = document_.size();
    bool nothing_after = true;
    for (std::size_t i = document_.size(); i-- > from_;) {
      if (!document_.is_text(i)) continue;
      const std::string& line = document_.line(i);
      if (is_speech(line) || !within_zone(i, zone_end)) break;
      if (!is_heading(i)) continue;
      const Wording wording = wording_of(line);
      if (!accepts(wording, i, zone_end, nothing_after)) {
        if (wording == Wording::kNone || wording == Wording::kUnsure) break;
        if (wording == Wording::kFacts && !nothing_after) break;
        continue;
      }
      start = i;
      zone_end = i;
      nothing_after = false;
    }
    for (std::size_t i = start; i < document_.size(); ++i) {
      if (document_.is_text(i) && !is_loose(start, i)) document_.roles[i] = Role::kBoilerplate;
    }
    if (start == document_.size()) take_unheaded();
  }

 private:
  bool is_heading(std::size_t i) const {
    if (document_.lines[i].hint == LineHint::kHeading) return true;
    return document_.lines[i].starts_chunk &&
           is_heading_like(strip_right(document_.line(i), ":")) && document_.is_text(i + 1);
  }

  bool within_zone(std::size_t i, std::size_t zone_end) const {
    std::size_t paragraphs = 0;
    for (std::size_t j = i; j < zone_end && paragraphs <= kMostParagraphs; ++j) {
      if (document_.is_text(j)) ++paragraphs;
    }
    return paragraphs <= kMostParagraphs + 1;
  }

  bool accepts(Wording wording, std::size_t i, std::size_t zone_end, bool nothing_after) const {
    if (!document_.is_text(i + 1) || is_curriculum(i)) return false;
    switch (wording) {
      case Wording::kSender:
        return true;
      case Wording::kFacts:
        return (nothing_after && is_one_chunk(i, zone_end)) || is_about_sender(i);
      case Wording::kUnsure:
        return is_behind_contacts(i);
      case Wording::kNone:
        break;
    }
    const bool glued = !document_.lines[i + 1].starts_chunk ||
                       document_.lines[i].hint == LineHint::kHeading ||
                       (nothing_after && is_behind_contacts(i));
    if (!glued || !is_prose(document_.line(i + 1)) || is_caption_or_link(document_.line(i)))
      return false;
    return is_behind_contacts(i) || (nothing_after && mentions_sender(document_.line(i)));
  }

  // "Maja Ek i korthet / Ålder: 43": about somebody in the news.
  bool is_curriculum(std::size_t i) const {
    // A box of facts that closes the release is standing text, whomever it is about.
    if (begins_with_phrase(lower(document_.line(i)), "fakta")) return false;
    const std::string& below = document_.line(i + 1);
    const std::size_t colon = std::min(below.find(':'), below.size());
    return is_one_of(lower(trim(below.substr(0, colon))),
                     {"ålder", "född", "bor", "familj", "meriter", "bakgrund", "utbildning",
                      "intressen", "yrke", "fritid", "karriär", "klubb", "moderklubb"});
  }

  // "Nordans i korthet", where Nordans AB sends: the text about it, whatever stands below.
  bool is_about_sender(std::size_t i) const {
    const std::string subject = lower(boilerplate_subject(document_.line(i)));
    return !subject.empty() && subject == plain_sender();
  }

  // The box and nothing else: what else stands in the zone is a caption or a link.
  bool is_one_chunk(std::size_t i, std::size_t zone_end) const {
    std::size_t end = document_.chunk_end(i);
    if (end == i + 1) end = document_.chunk_end(i + 1);  // A heading with a blank line below.
    if (document_.lines[i + 1].hint == LineHint::kListItem ||
        bullet_length(document_.line(i + 1)) > 0) {
      while (end < zone_end && document_.is_text(end) &&
             (bullet_length(document_.line(end)) > 0 ||
              document_.lines[end].hint == LineHint::kListItem))
        ++end;
    }
    for (std::size_t j = end; j < zone_end; ++j) {
      if (document_.is_text(j) && !is_caption_or_link(document_.line(j))) return false;
    }
    return true;
  }

  bool is_behind_contacts(std::size_t i) const {
    for (std::size_t j = i; j-- > from_;) {
      if (document_.roles[j] == Role::kContact || document_.roles[j] == Role::kLabel) return true;
      if (document_.roles[j] == Role::kText && !is_caption_or_link(document_.line(j))) return false;
    }
    return false;
  }

  bool mentions_sender(std::string_view line) const {
    return !sender_.empty() && lower(line).find(lower(sender_)) != std::string::npos;
  }

  // Captions and links under the standing text are not part of it.
  bool is_loose(std::size_t start, std::size_t i) const {
    return i > start + 1 && document_.lines[i].starts_chunk &&
           is_caption_or_link(document_.line(i));
  }

  bool has_news_above(std::size_t i) const {
    constexpr std::size_t kFewestParagraphs = 3;
    std::size_t paragraphs = 0;
    for (std::size_t j = from_; j < i; ++j) paragraphs += document_.is_text(j) ? 1 : 0;
    return paragraphs >= kFewestParagraphs;
  }

  // "Malmfjärdens Energi är …" without a heading: behind the contacts, or as the last
  // paragraph, if it says what the sender is.
  void take_unheaded() {
    for (std::size_t i = document_.size(); i-- > from_;) {
      if (!document_.is_text(i)) continue;
      if (!is_prose(document_.line(i))) return;
      if (!is_behind_contacts(i) && (!has_news_above(i) || !says_what_sender_is(document_.line(i))))
        return;
      const std::string lowered = lower(document_.line(i));
      const bool sender = opens_with_sender(lowered);
      if (!sender && !begins_with(lowered, "vi är ")) return;
      document_.roles[i] = Role::kBoilerplate;
      return;
    }
  }

  // Also by the name without its legal form: "Nordans Hus är …" of Nordans Hus AB (publ).
  bool opens_with_sender(std::string_view lowered) const {
    return begins_with(behind_sender(lowered), " ");  // Not "X, Storgatan 1, Ystad".
  }

  // What stands behind the sender's name and its legal form; empty where the line does not open
  // with the name.
  std::string_view behind_sender(std::string_view lowered) const {
    const std::string name = plain_sender();
    if (name.empty() || !begins_with_phrase(lowered, name)) return {};
    lowered.remove_prefix(name.size());
    for (const std::string_view form : {" ab", " (publ)"}) {
      if (begins_with_phrase(lowered, form)) lowered.remove_prefix(form.size());
    }
    return lowered;
  }

  // Without its legal form, in small letters.
  std::string plain_sender() const {
    std::string name = lower(sender_);
    for (const std::string_view form : {" (publ)", " ab", " ek. för."}) {
      if (ends_with(name, form)) name.resize(name.size() - form.size());
    }
    return name;
  }

  // "Nordans bedriver linjetrafik i Norden.": what a body is, not what it did today.
  bool says_what_sender_is(std::string_view line) const {
    const std::string lowered = lower(line);
    const std::string_view behind = behind_sender(lowered);
    for (const std::string_view verb :
         {" är en ", " är ett ", " är sveriges ", " är nordens ", " är landets ", " bedriver ",
          " grundades ", " bildades ", " erbjuder ", " tillverkar ", " organiserar ",
          " utvecklar och "}) {
      if (begins_with(behind, verb)) return true;
    }
    return false;
  }

  Document& document_;
  const std::size_t from_;
  const std::string_view sender_;
};

// "”Fröken Julie” har premiär i Gävle.": a title in quote marks is what the sentence is about; no
// comma and no verb of saying behind it.
bool opens_with_work(std::string_view line) {
  constexpr std::size_t kLongestWork = 100;  // In bytes.
  std::size_t close = 1;
  while (close < std::min(line.size(), kLongestWork)) {
    const bool starts = (static_cast<unsigned char>(line[close]) & 0xC0U) != 0x80U;
    if (starts && line[close] != '\'' && is_opening_quote(first_character(line.substr(close))))
      break;
    ++close;
  }
  if (close >= std::min(line.size(), kLongestWork)) return false;
  if (std::string_view(".,!?").find(line[close - 1]) != std::string_view::npos) return false;
  std::size_t next = close + 1;
  while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U) ++next;
  const std::vector<std::string_view> behind = words(line.substr(next).substr(0, kLongestWork));
  if (next >= line.size() || line[next] != ' ' || behind.empty()) return false;
  return is_one_of(behind.front(),
                   {"är", "har", "heter", "blir", "får", "visas", "spelas", "öppnar", "ges",
                    "kommer", "utspelar", "handlar", "arrangeras", "hålls", "pågår"});
}

}  // namespace

bool is_speech(std::string_view line) {
  if (begins_with_dash(line)) return true;
  const char32_t first = first_character(line);
  return is_opening_quote(first) && has_more_words(line, 3) && !opens_with_work(line);
}

bool is_heading_like(std::string_view line) {
  if (line.empty() || count_characters(line) > kLongestHeading ||
      has_more_words(line, kMostHeadingWords))
    return false;
  if (std::string_view(".,;:!").find(line.back()) != std::string_view::npos) return false;
  return bullet_length(line) == 0 && !begins_with_dash(line) && !has_reach(line) && !has_link(line);
}

bool is_boilerplate_heading(std::string_view line) { return wording_of(line) != Wording::kNone; }

std::string boilerplate_subject(std::string_view line) {
  const std::string_view heading = strip_right(line, ":");
  const Wording wording = wording_of(heading);
  if (wording == Wording::kNone) return "";
  const std::string lowered = lower(heading);
  std::string_view subject;
  for (const std::string_view phrase : kSubjectPhrases) {
    if (begins_with_phrase(lowered, phrase) && lowered.size() == heading.size()) {
      subject = trim(heading.substr(phrase.size()));
      break;
    }
  }
  for (const std::string_view phrase : {" i korthet", " i siffror"}) {
    if (ends_with(lowered, phrase) && subject.empty())
      subject = trim(heading.substr(0, heading.size() - phrase.size()));
  }
  const std::string plain = lower(subject);
  const bool nobody =
      plain.empty() || plain == "oss" || names_the_sender(plain) || !is_capitalised(subject);
  return nobody || !is_name_like(subject) ? "" : std::string(subject);
}

void take_boilerplate(Document& document, std::size_t from, std::string_view sender) {
  BoilerplateScan(document, from, sender).run();
}

}  // namespace pressarkiv::text
