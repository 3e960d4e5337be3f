// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/contacts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/text/body.h"
#include "indexer/readers/text/boilerplate.h"
#include "indexer/readers/text/label_blocks.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

// A contact line or sentence is no longer than this, in characters.
constexpr std::size_t kLongestContact = 260;
constexpr std::size_t kLongestHeading = 80;
constexpr std::size_t kLongestDetail = 90;
constexpr std::size_t kPhraseBytes = 120;
constexpr std::size_t kLongestLine = 4000;  // In bytes; longer ones hold no contacts.
constexpr std::size_t kMostContacts = 100;  // A list of more is a directory.

constexpr auto kPhrases = phrases(
    "kontakt", "kontakta", "kontakter", "kontaktperson", "kontaktpersoner", "kontaktuppgifter",
    "kontaktinformation", "kontaktinfo", "presskontakt", "presskontakter", "mediekontakt",
    "mediekontakter", "mediakontakt", "mediakontakter", "pressansvarig", "pressansvariga",
    "pressjour", "presstjänst", "presstelefon", "för mer information", "för mera information",
    "för ytterligare information", "för vidare information", "för närmare information",
    "för mer info", "för mer upplysningar", "för ytterligare upplysningar",
    "för vidare upplysningar", "för upplysningar", "mer information", "mera information",
    "mer info", "ytterligare information", "vidare information", "närmare information",
    "ytterligare upplysningar", "vidare upplysningar", "närmare upplysningar", "upplysningar",
    "för frågor", "frågor", "vid frågor", "har du frågor", "har ni frågor", "vill du veta mer",
    "vill ni veta mer", "för intervju", "för intervjuer", "intervjuer", "intervju",
    "information lämnas av", "hör gärna av", "hör av", "anmälan till", "anmälan", "talesperson",
    "talespersoner", "contact", "contacts", "media contact", "press contact",
    "for more information", "for further information", "svarar på frågor", "på frågor svarar",
    "frågor besvaras av", "svar på frågor ges av", "du når oss", "så når du oss", "här når du oss",
    "ring gärna", "kontakta gärna", "journalister kontaktar", "journalister kan kontakta");

std::size_t longest_phrase(const std::string& lowered) {
  std::size_t longest = 0;
  for (const std::string_view phrase : kPhrases.all()) {
    if (phrase.size() > longest && begins_with_phrase(lowered, phrase)) longest = phrase.size();
  }
  return longest;
}

// "För pressfrågor, vänligen kontakta:", "Den som vill veta mer når:": worded freely, up to a
// colon, with a word for asking or for being reached in it.
std::size_t free_phrase(std::string_view line, const std::string& lowered) {
  constexpr std::size_t kMostPhraseWords = 12;
  const std::size_t colon = lowered.find(':');
  if (colon == std::string::npos || lowered.size() != std::min(line.size(), kPhraseBytes)) return 0;
  const std::string_view phrase = std::string_view(lowered).substr(0, colon);
  const std::vector<std::string_view> all = words(phrase);
  if (all.size() > kMostPhraseWords || !is_capitalised(line) || has_reach(phrase)) return 0;
  const bool asks = std::any_of(all.begin(), all.end(), [](std::string_view word) {
    const std::string_view plain = strip_right(word, ",.?");
    return begins_with(plain, "kontakt") || begins_with(plain, "upplysning") ||
           begins_with(plain, "presskontakt") ||
           ends_with_one_of(plain, {"kontakt", "kontakter", "kontaktperson", "kontaktpersoner",
                                    "frågor", "förfrågningar"}) ||
           is_one_of(plain, {"intervju", "intervjuer", "pressansvarig", "pressansvariga",
                             "presstjänst", "pressjour", "hos"});
  });
  const bool inform =
      all.size() >= 2 && (phrase.find("mer information") != std::string_view::npos ||
                          phrase.find("information lämnas") != std::string_view::npos ||
                          phrase.find("veta mer") != std::string_view::npos);
  return asks || inform ? colon : 0;
}

// Whether a line of a contact block may stand there on its own: a number, an address, a name.
bool is_contact_detail(const Document& document, std::size_t i) {
  const std::string& line = document.line(i);
  if (has_reach(line)) return count_characters(line) <= kLongestContact;
  if (begins_with_dash(line) && bullet_length(line) == 0) return false;
  const std::size_t comma = line.find(',');
  return count_characters(line) <= kLongestDetail && !person_in(line.substr(0, comma)).empty() &&
         (comma != std::string::npos || count_words(line) <= 6) && line.back() != '.';
}

// "- Rektor Maja Ek, 0142-850 00"
bool is_item_with_reach(std::string_view line) {
  constexpr std::size_t kMostWords = 14;
  return begins_with_dash(line) && bullet_length(line) > 0 && has_reach(line) &&
         count_words(line) <= kMostWords;
}

bool may_follow_in_block(const Document& document, std::size_t i) {
  const std::string& line = document.line(i);
  const bool more_reading = is_caption_or_link(line) && has_more_words(line, 2) && !has_reach(line);
  return document.is_text(i) && count_characters(line) <= kLongestContact && !more_reading &&
         !parse_label(line) && !is_end_mark(line) && !is_boilerplate_heading(line) &&
         (!is_speech(line) || is_item_with_reach(line)) &&
         document.lines[i].hint != LineHint::kHeading;
}

// "Kontakt:" alone, or "Vill du veta mer?".
bool is_contact_heading(const std::string& line) {
  const std::size_t phrase = contact_phrase_length(line);
  if (phrase == 0 || count_characters(line) > kLongestHeading || has_reach(line)) return false;
  if (line.back() == '.' || line.back() == ',') return false;
  const std::string rest = lower(strip_right(std::string_view(line).substr(phrase), ".:?! "));
  const bool asks = line.back() == ':' || line.back() == '?';
  return rest.empty() || asks || count_words(rest) <= 5;
}

class ContactScan {
 public:
  ContactScan(Document& document, std::size_t from, Release& release)
      : document_(document), from_(from), release_(release) {}

  void run() {
    for (std::size_t i = from_; i < document_.size();) {
      if (!document_.is_text(i) || is_speech(document_.line(i))) {
        ++i;
      } else {
        i = std::max({i + 1, take_block(i), take_signature(i), take_line(i), take_address(i)});
      }
    }
  }

 private:
  // A heading with contact lines below; the line after the block, or 0.
  std::size_t take_block(std::size_t i) {
    if (!is_contact_heading(document_.line(i)) || begins_as_contact_line(i)) return 0;
    std::size_t end = i + 1;
    bool any = false;
    while (end < document_.size() && may_follow_in_block(document_, end)) {
      const bool new_chunk = document_.lines[end].starts_chunk;
      if (new_chunk && any && is_link_word(document_.line(end)) && end + 1 < document_.size() &&
          may_follow_in_block(document_, end + 1) &&
          chunk_has_detail(end + 1, document_.chunk_end(end + 1), any)) {
        ++end;
        continue;
      }
      if (new_chunk && !chunk_has_detail(end, document_.chunk_end(end), any)) break;
      if (document_.lines[end].hint == LineHint::kHeading) break;
      any = any || is_contact_detail(document_, end);
      ++end;
    }
    if (!any) return 0;
    take(i, i + 1, names_whom_to_ask(document_.line(i)));
    take(i + 1, end, true);
    return end;
  }

  // "För mer info kontakta Ulla Ek", the number on the next line.
  static bool names_whom_to_ask(std::string_view line) {
    const std::string lowered = lower(line);
    for (const std::string_view verb : {"kontakta ", "ring ", "mejla "}) {
      const std::size_t at = lowered.rfind(verb);
      if (at != std::string::npos && lowered.size() == line.size() &&
          !person_in(line.substr(at + verb.size())).empty())
        return true;
    }
    return false;
  }

  static bool is_link_word(std::string_view line) {
    return is_one_of(lower(strip_right(line, ":,.")),
                     {"eller", "och", "samt", "alternativt", "or", "and"});
  }

  // A first chunk needs one detail; a further one must begin with one, or be short lines of which
  // one is a person and one a way to reach them.
  bool chunk_has_detail(std::size_t begin, std::size_t end, bool any) const {
    if (any && contact_phrase_length(document_.line(begin)) > 0) return false;
    if (any) return is_contact_detail(document_, begin) || is_visiting_card(begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      if (is_contact_detail(document_, i)) return true;
    }
    return false;
  }

  // Short lines, one of them a person and nothing else, a later one a number or an address.
  bool is_visiting_card(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kMostLines = 8;
    if (end < begin + 2 || end > begin + kMostLines) return false;
    bool person = false;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string& line = document_.line(i);
      if (!may_follow_in_block(document_, i) || count_characters(line) > kLongestDetail ||
          line.back() == ':')
        return false;
      person = person || (!has_more_words(line, 5) && !has_reach(line) && !person_in(line).empty());
      if (person && has_reach(line)) return true;
      if (has_reach(line) || (line.back() == '.' && !person)) return false;
    }
    return false;
  }

  // "Med vänlig hälsning"
  static bool is_greeting(std::string_view line) {
    const std::string plain = lower(strip_right(line, ",.!"));
    return is_one_of(plain, {"med vänlig hälsning", "med vänliga hälsningar", "vänliga hälsningar",
                             "vänlig hälsning", "hälsningar", "mvh", "bästa hälsningar",
                             "med bästa hälsningar"});
  }

  // A person's card without an announcement, as under a letter: "Nils Ek / ordförande / 0708-…".
  // Where blank lines part nothing, a single line is the most that can be said to belong together.
  std::size_t take_signature(std::size_t i) {
    if (!document_.lines[i].starts_chunk) return 0;
    const std::size_t end = document_.chunk_end(i);
    if (end < i + 2) return 0;  // No card is a single line.
    // Under a greeting, or under the name of the body: "Ekmans Plåt AB / Nils Ek / 0271-570 00".
    const bool below = is_greeting(document_.line(i)) || is_organisation_like(document_.line(i));
    const std::size_t name = below && i + 1 < end ? i + 1 : i;
    const std::string first(strip_left(document_.line(name), "/"));
    if (has_more_words(first, 5) || first.find(':') != std::string::npos ||
        !is_visiting_card(name, end) || person_in(first).empty())
      return 0;
    document_.roles[i] = Role::kContact;
    take(name, end, true);
    return end;
  }

  // "Kontakt: Eva Moe, hydrolog, 054-39 06 18", with what belongs to it below in its chunk.
  bool begins_as_contact_line(std::size_t i) const {
    const std::string& line = document_.line(i);
    const std::size_t phrase = contact_phrase_length(line);
    if (phrase == 0) return false;
    const std::string_view rest = std::string_view(line).substr(phrase);
    if (has_reach(rest)) return true;
    return rest.find(':') != std::string_view::npos && !people_in_contact_line(rest).empty();
  }

  std::size_t take_line(std::size_t i) {
    const std::string& line = document_.line(i);
    const bool announced = contact_phrase_length(line) > 0;
    const std::vector<Contact> people = reachable_people(line, announced);
    if (people.empty()) return 0;
    if (count_characters(line) > kLongestContact || (!announced && begins_with_news(line))) {
      add_people(last_sentences_with_reach(line));  // Part of a paragraph that stays.
      return 0;
    }
    std::size_t end = i + 1;
    while (end < document_.size() && !document_.lines[end].starts_chunk &&
           may_follow_in_block(document_, end) &&
           (is_contact_detail(document_, end) || announced) &&
           contact_phrase_length(document_.line(end)) == 0) {
      ++end;
    }
    // "Undrar du över något?" above it in the same chunk.
    if (i > from_ && document_.is_text(i - 1) && asks_briefly(document_.line(i - 1)) &&
        !document_.lines[i].starts_chunk) {
      document_.roles[i - 1] = Role::kContact;
    }
    take(i, end, true);
    return end;
  }

  // "Varbergs kommun, Stortorget 1, 432 80 Varberg", as at the foot of a page.
  std::size_t take_address(std::size_t i) {
    if (owner_of_address(document_.line(i)).empty()) return 0;
    document_.roles[i] = Role::kContact;
    return i + 1;
  }

  static bool asks_briefly(const std::string& line) {
    return (line.back() == '?' || line.back() == ':') && !has_more_words(line, 8) &&
           !is_speech(line);
  }

  static std::vector<Contact> reachable_people(const std::string& line, bool announced) {
    if (line.size() > kLongestLine) return {};
    const bool reach = has_reach(line);
    if (!reach && !(announced && line.find(':') != std::string::npos)) return {};
    if (!reach && count_characters(line) > kLongestContact) return {};
    return people_in_contact_line(line);
  }

  // A whole sentence without a number or an address stands first.
  static bool begins_with_news(const std::string& line) {
    constexpr std::size_t kFewestWords = 4;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      const bool mark = line[i] == '.' || line[i] == '!' || line[i] == '?';
      const bool ends = mark && line[i + 1] == ' ' &&
                        (static_cast<unsigned char>(line[i - 1]) >= 0x80 || line[i - 1] >= 'a');
      if (!ends) continue;
      const std::string_view sentence = std::string_view(line).substr(0, i);
      return count_words(sentence) >= kFewestWords && !has_reach(sentence);
    }
    return false;
  }

  // The sentence of a long paragraph that gives a number or an address.
  static std::string_view last_sentences_with_reach(std::string_view line) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      const bool ends = (line[i] == '.' || line[i] == '!' || line[i] == '?') && line[i + 1] == ' ';
      if (!ends) continue;
      if (has_reach(line.substr(begin, i - begin))) return line.substr(begin, i - begin);
      begin = i + 2;
    }
    const std::string_view last = line.substr(begin);
    return has_reach(last) ? last : std::string_view{};
  }

  // Whether the line names anybody, known already or not.
  bool add_people(std::string_view line) {
    if (release_.contacts.size() >= kMostContacts || line.size() > kLongestLine) return false;
    std::vector<Contact> people = people_in_contact_line(line);
    for (Contact& person : people) {
      const auto known =
          std::find_if(release_.contacts.begin(), release_.contacts.end(),
                       [&](const Contact& other) { return other.name == person.name; });
      spoken_of_ = static_cast<std::size_t>(known - release_.contacts.begin());
      if (known == release_.contacts.end()) {
        release_.contacts.push_back(std::move(person));
      } else {
        add_details(person.details);
      }
    }
    return !people.empty();
  }

  // A line without a name tells more of the person above it.
  void add_details(std::string_view line) {
    if (spoken_of_ >= release_.contacts.size() || line.empty() || is_link_word(line)) return;
    std::string& details = release_.contacts[spoken_of_].details;
    if (details.size() > kLongestLine || details.find(line) != std::string::npos) return;
    if (!details.empty()) details += ", ";
    details += line;
  }

  void take(std::size_t begin, std::size_t end, bool with_people) {
    for (std::size_t i = begin; i < end; ++i) {
      document_.roles[i] = Role::kContact;
      if (!with_people) continue;
      std::string_view line = document_.line(i);
      line.remove_prefix(contact_phrase_length(line));
      if (!add_people(line) && i > begin) add_details(line);
    }
  }

  Document& document_;
  const std::size_t from_;
  Release& release_;
  std::size_t spoken_of_ = 0;  // The contact that the last name was.
};

}  // namespace

std::size_t contact_phrase_length(std::string_view line) {
  const std::string_view start = line.substr(0, kPhraseBytes);
  const bool may_be_known = kPhrases.may_begin(start);
  if (!may_be_known && (!is_capitalised(line) || start.find(':') == std::string_view::npos))
    return 0;
  const std::string lowered = lower(start);
  const std::size_t known = may_be_known ? longest_phrase(lowered) : 0;
  return known > 0 ? known : free_phrase(line, lowered);
}

void take_contacts(Document& document, std::size_t from, Release& release) {
  ContactScan(document, from, release).run();
}

}  // namespace pressarkiv::text
