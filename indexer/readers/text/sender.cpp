// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/sender.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/readers/text/boilerplate.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

// Who sends is named early; a longer text tells nothing more and costs time.
constexpr std::size_t kMostBodyBytes = 6000;
constexpr std::size_t kMostPlaceBytes = 1500;

// What a mention says of its being the sender.
constexpr int kInTitle = 1;
constexpr int kInLead = 3;
constexpr int kAsOffice = 2;  // "säger N. N., näringslivschef i X"
constexpr int kInBody = 1;
constexpr int kOpens = 1;  // One word that opens a sentence, each time.
constexpr int kAlone = 2;  // Nothing else on the line, as in a signature.
constexpr int kInStandingText = 2;
constexpr int kOpensStandingText = 3;
constexpr int kHeadsStandingText = 3;
constexpr int kAndIsInTheNews = 3;  // More for a name that heads the standing text.
constexpr int kBesideDate = 4;
constexpr int kNameOfWords = 2;  // More for a name of several words there.
constexpr int kOpensTitle = 1;   // "Region Kronoberg öppnar …", beside being in the title.
constexpr int kInContacts = 2;
constexpr int kOwnsAddress = 3;  // "press@x.se"
constexpr int kFewestPoints = 2;

struct Candidate {
  std::string name;
  std::string lowered;
  int points = 0;
};

// Never in the middle of a character.
std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

// Letters and digits as a host name spells them: "malmö stad" → "malmostad".
std::string plain_letters(std::string_view lowered) {
  std::string plain;
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    const std::string_view rest = lowered.substr(i);
    if (begins_with(rest, "å") || begins_with(rest, "ä")) {
      plain.push_back('a');
    } else if (begins_with(rest, "ö")) {
      plain.push_back('o');
    } else if (is_digit(lowered[i]) || (lowered[i] >= 'a' && lowered[i] <= 'z')) {
      plain.push_back(lowered[i]);
    }
  }
  return plain;
}

// The names before the last dot of the hosts in a text's e-mail addresses, blanks between.
std::string host_names(std::string_view text) {
  std::string names;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    constexpr std::size_t kLongestHost = 100;
    const std::string_view rest = text.substr(at + 1, kLongestHost);
    std::string_view host = rest.substr(0, rest.find_first_of(" ,;)>\n\t"));
    host = strip_right(host, ".");
    host = host.substr(0, host.rfind('.'));
    const std::size_t dot = host.rfind('.');
    if (dot != std::string_view::npos) host.remove_prefix(dot + 1);
    names += plain_letters(lower(host)) + ' ';
  }
  return names;
}

// The same of the addresses of the web in running text: "nybergsdeli.se", "www.krav.se/press".
std::string web_names(std::string_view text) {
  std::string names;
  for (const std::string_view word : words(text)) {
    if (word.find('.') >= word.size() - 1 || word.find('@') != std::string_view::npos) continue;
    std::string_view host = strip_right(strip_left(word, "(<\""), ".,;:!?)>\"");
    if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos)
      host.remove_prefix(scheme + 3);
    if (begins_with(host, "www.")) host.remove_prefix(4);
    host = host.substr(0, host.find('/'));
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot < 3) continue;
    if (!is_one_of(host.substr(dot + 1), {"se", "com", "nu", "org", "eu", "net"})) continue;
    names += plain_letters(lower(host.substr(0, dot))) + ' ';
  }
  return names;
}

class SenderFinder {
 public:
  explicit SenderFinder(const Release& release) : release_(release) {
    for (const std::string* part : {&release.title, &release.lead, &release.body}) {
      news_ += head(*part, part == &release.body ? kMostBodyBytes : kMostPlaceBytes);
      news_ += '\n';
    }
    text_ = news_ + std::string(head(release.boilerplate, kMostPlaceBytes));
  }

  // As the text spells it, where the header shouts.
  std::string spelled(std::string_view name) const {
    if (!is_all_capitals(name)) return std::string(name);
    std::string found = spelling_in(text_, name);
    if (found.empty()) found = spelling_in(text_, std::string(name) + "s");  // Genitive.
    if (found.size() > name.size()) found.pop_back();
    return found.empty() ? std::string(name) : found;
  }

  // A name above the headline that nothing in the text speaks against.
  bool may_send(const std::string& letterhead) const {
    return is_name_like(letterhead) && letterhead.find(':') == std::string::npos &&
           !is_place_in_text(letterhead);
  }

  std::string find(const std::vector<std::string>& hints) {
    mention_all(release_.title, kInTitle);
    for (const NamedOrganisation& found : find_organisations(release_.title)) {
      if (found.begin == 0 && found.name.find(' ') != std::string::npos)
        mention(found.name, kOpensTitle);
    }
    mention_contacts();
    mention_address();
    mention_all(head(release_.lead, kMostPlaceBytes), kInLead);
    mention_body();
    mention_standing_text();
    mention_openers();
    mention_owners_of_hosts();
    for (const std::string& hint : hints) mention_hint(hint);
    credit_addresses();
    merge_short_names();
    const auto best = std::max_element(
        all_.begin(), all_.end(),
        [](const Candidate& a, const Candidate& b) { return a.points < b.points; });
    if (best == all_.end()) return "";
    const bool alone = all_.size() == 1 && comes_from(best->name);
    return best->points >= kFewestPoints || (alone && best->points > 0) ? best->name : "";
  }

 private:
  // "Ny forskning från Linnéuniversitetet", and no other body in the text.
  bool comes_from(const std::string& name) const {
    for (const std::string_view link : {"från ", "hos ", "vid ", "på "}) {
      if (release_.title.find(std::string(link) + name) != std::string::npos) return true;
    }
    return false;
  }

  Candidate& candidate(std::string_view name) {
    std::string lowered = lower(name);
    const auto known = std::find_if(all_.begin(), all_.end(),
                                    [&](const Candidate& c) { return c.lowered == lowered; });
    if (known != all_.end()) return *known;
    all_.push_back({std::string(name), std::move(lowered), 0});
    return all_.back();
  }

  void mention(std::string_view name, int points) {
    if (!name.empty()) candidate(name).points += points;
  }

  // "Försvarsmakten, Ledningsregementet": the whole, or what stands before the comma.
  void mention_hint(std::string_view hint) {
    const std::string_view head = trim(hint.substr(0, hint.find(',')));
    if (is_spoken_of(hint) || owns_host(hint)) {
      mention(spelled(hint), kBesideDate + (count_words(hint) > 1 ? kNameOfWords : 0));
    } else if (head.size() < hint.size() && is_spoken_of(head)) {
      mention(spelled(head), kBesideDate);
    }
  }

  // "Varbergs kommun, Stortorget 1, 432 80 Varberg": who lives there sends.
  void mention_address() {
    for (const std::string* part : {&release_.contact_text, &release_.boilerplate}) {
      const std::string_view text = head(*part, kMostPlaceBytes);
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string name = owner_of_address(text.substr(begin, end - begin));
        if (!name.empty()) mention(spelled(name), kOwnsAddress);
        begin = end + 1;
      }
    }
  }

  // "Wermland Opera" and "press@wermlandopera.com".
  bool owns_host(std::string_view name) const {
    const std::string plain = plain_letters(lower(name));
    const std::string hosts = host_names(release_.contact_text) + web_names(release_.contact_text);
    const std::vector<std::string_view> known = words(hosts);
    return plain.size() >= 4 && std::find(known.begin(), known.end(), plain) != known.end();
  }

  // Each name once: a block says it on every line.
  void mention_contacts() {
    std::vector<std::string> seen;
    for (NamedOrganisation& found :
         find_organisations(head(release_.contact_text, kMostPlaceBytes))) {
      if (std::find(seen.begin(), seen.end(), found.name) != seen.end()) continue;
      mention(found.name, kInContacts);
      seen.push_back(std::move(found.name));
    }
  }

  void mention_all(std::string_view text, int points) {
    for (const NamedOrganisation& found : find_organisations(text)) {
      // One word that opens a sentence may be any noun.
      const bool one_word = found.name.find(' ') == std::string::npos;
      if (!one_word || !opens_sentence(text, found.begin)) {
        mention(found.name, points);
      } else {
        openers_.push_back(found.name);
      }
    }
  }

  // Unless it opens several and is a name wherever it stands: no "bankföreningen" in the text.
  void mention_openers() {
    for (const std::string& name : openers_) {
      const auto times = std::count(openers_.begin(), openers_.end(), name);
      if (times >= 2 && text_.find(lower(name)) == std::string::npos) mention(name, kOpens);
    }
  }

  // "Nybergs Deli" of "nybergsdeli.se", whatever the words: a name in the news whose letters are
  // those of an address that contacts or the standing text give.
  void mention_owners_of_hosts() {
    std::string hosts = host_names(release_.contact_text) + web_names(release_.contact_text) +
                        web_names(head(release_.boilerplate, kMostPlaceBytes));
    if (hosts.empty() && news_.find(".se") != std::string::npos) hosts = web_names(news_);
    if (hosts.empty()) return;
    const std::vector<std::string_view> known = words(hosts);
    const std::vector<std::string_view> all = words(news_);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!is_capitalised(strip_left(all[i], "\"(")) || all[i].find('.') < all[i].size() - 1)
        continue;
      if (!begins_some(strip_left(all[i], "\"("), known)) continue;
      const std::string name = owner_from(all, i, known);
      if (!name.empty()) mention(name, kOwnsAddress);
    }
  }

  // Asked of every capital first: most begin no host.
  static bool begins_some(std::string_view word, const std::vector<std::string_view>& hosts) {
    constexpr std::size_t kBytes = 4;
    const std::string plain = plain_letters(lower(word.substr(0, kBytes))).substr(0, 2);
    return std::any_of(hosts.begin(), hosts.end(),
                       [&](std::string_view host) { return begins_with(host, plain); });
  }

  // "Region Kronoberg" of "kronoberg.se", "Amalias Karameller" of "amalia.se": only part of a name.
  static bool goes_on_as_name(const std::vector<std::string_view>& all, std::size_t first,
                              std::size_t last) {
    const auto part = [](std::string_view word) {
      return is_capitalised(word) && is_name_like(strip_right(word, ".,:;!?"));
    };
    const bool before = first > 0 && part(all[first - 1]) && all[first - 1].back() != '.' &&
                        find_organisations(std::string(all[first - 1]) + " X").size() == 1;
    const bool closed =
        std::string_view(".,:;!?)\"").find(all[last].back()) != std::string_view::npos;
    const bool behind =
        !closed && last + 1 < all.size() && part(all[last + 1]) && all[last].back() == 's';
    return before || behind;
  }

  // The longest run of words from there whose letters make a host name; "" if there is none.
  static std::string owner_from(const std::vector<std::string_view>& all, std::size_t first,
                                const std::vector<std::string_view>& hosts) {
    constexpr std::size_t kMostWords = 5;
    constexpr std::size_t kFewestLetters = 4;
    std::string name;
    std::string best;
    for (std::size_t i = first; i < std::min(first + kMostWords, all.size()); ++i) {
      const std::string_view bare = strip_right(strip_left(all[i], "\"("), ".,:;!?)\"");
      if (bare.empty()) break;
      if (!name.empty()) name.push_back(' ');
      name += bare;
      const std::string plain = plain_letters(lower(name));
      for (const std::string_view host : hosts) {
        if (host.size() < kFewestLetters) continue;
        if (plain == host && !goes_on_as_name(all, first, i)) best = name;
        if (plain.size() == host.size() + 1 && plain.back() == 's' && begins_with(plain, host))
          best = goes_on_as_name(all, first, i) ? "" : name.substr(0, name.size() - 1);
      }
      if (bare.data() + bare.size() != all[i].data() + all[i].size()) break;
    }
    return is_name_like(best) ? best : "";
  }

  void mention_body() {
    for (const Block& block : release_.blocks) {
      if (block.range.begin > kMostBodyBytes) break;
      const std::string_view text = head(block_text(release_, block), kMostPlaceBytes);
      const bool lead = block.range.begin == 0 && release_.lead.empty();
      // "Styrelsen för X" is X's.
      if (is_organisation_like(text) && text.find(" för ") != std::string_view::npos) {
        mention_all(text, kAlone);
      } else if (is_organisation_like(text)) {
        mention(text, kAlone + 1);
      }
      mention_all(text, is_speech(text) ? kAsOffice : lead ? kInLead : kInBody);
      if (is_speech(text)) mention_employer(text);
    }
  }

  // "säger Pernilla Ek, projektledare på Sågbladet Nord": a name without a word for a body in it.
  // One word after "i" is a place.
  void mention_employer(std::string_view speech) {
    const std::string_view said = speech.substr(
        speech.rfind(',') == std::string_view::npos ? speech.size() : speech.rfind(','));
    for (const std::string_view link : {" på ", " för ", " hos ", " vid ", " i "}) {
      const std::size_t at = said.find(link);
      if (at == std::string_view::npos) continue;
      const std::string_view name = strip_right(said.substr(at + link.size()), ".");
      const bool place = link == " i " && count_words(name) < 2;
      if (!place && is_name_like(name) && count_words(name) <= 5 &&
          find_organisations(name).empty())
        mention(name, kAsOffice);
    }
    mention_bare_employer(said);
  }

  // "säger Jonas Ek, regionchef Hebo.": nothing but the name behind an office in small letters.
  void mention_bare_employer(std::string_view said) {
    const std::vector<std::string_view> all = words(strip_right(strip_left(said, ","), "."));
    std::size_t first = all.size();
    while (first > 0 && is_capitalised(all[first - 1])) --first;
    if (first != 1 || first == all.size() || !is_office_word(all[0])) return;
    const char* begin = all[first].data();
    const std::string_view name(
        begin, static_cast<std::size_t>(all.back().data() + all.back().size() - begin));
    if (is_name_like(name) && find_organisations(name).empty()) mention(name, kAsOffice);
  }

  void mention_standing_text() {
    const std::string_view all = head(release_.boilerplate, kMostPlaceBytes);
    const std::size_t line_end = all.find('\n');
    if (line_end == std::string_view::npos) return;
    const std::string_view text = all.substr(line_end + 1);
    const std::vector<NamedOrganisation> named = find_organisations(text);
    for (const NamedOrganisation& found : named)
      mention(found.name, found.begin == 0 ? kOpensStandingText : kInStandingText);
    const std::string subject = boilerplate_subject(all.substr(0, line_end));
    if (subject.empty()) return;
    const bool in_news =
        !spelling_in(news_, subject).empty() || !spelling_in(news_, subject + "s").empty();
    mention(spelled(subject), kHeadsStandingText + (in_news ? kAndIsInTheNews : 0));
  }

  static bool opens_sentence(std::string_view text, std::size_t at) {
    const std::string_view before = strip_right(text.substr(0, at), "\"");
    return before.empty() ||
           std::string_view(".!?:\n").find(before.back()) != std::string_view::npos ||
           is_dash(last_character(before));
  }

  // A place or a section may stand beside a date too.
  bool is_spoken_of(std::string_view hint) const {
    if (!is_name_like(hint) ||
        (spelling_in(text_, hint).empty() && spelling_in(text_, std::string(hint) + "s").empty()))
      return false;
    const std::string name = spelled(hint);
    const auto is_region = [&](const std::string& region) { return lower(region) == lower(name); };
    if (std::any_of(release_.regions.begin(), release_.regions.end(), is_region)) return false;
    return name.find(' ') != std::string::npos || !is_place_in_text(name);
  }

  // Bodies, too, are written "från X" and "till X", but no place has a chief, and nothing is said
  // of it under "Om X".
  bool is_place_in_text(const std::string& name) const {
    for (const std::string_view place : {"i ", "på ", "utanför ", "mellan "}) {
      if (text_.find(std::string(place) + name) != std::string::npos) return true;
    }
    if (acts(name)) return false;
    return text_.find("från " + name) != std::string::npos ||
           text_.find("till " + name) != std::string::npos;
  }

  bool acts(const std::string& name) const {
    for (const std::string_view link : {"för ", "av ", "hos ", "Om ", "OM "}) {
      if (text_.find(std::string(link) + name) != std::string::npos) return true;
    }
    return false;
  }

  // "press@ulricehamn.se" is the address of "Ulricehamns kommun".
  void credit_addresses() {
    const std::string hosts = host_names(release_.contact_text);
    for (Candidate& candidate : all_) {
      const std::string plain = plain_letters(candidate.lowered);
      for (const std::string_view host : words(hosts)) {
        // "kronoberg.se" is "Region Kronoberg", too.
        const bool last = host.size() >= 6 && ends_with(plain, host);
        if (host.size() >= 3 && (last || begins_with(plain, host) || begins_with(host, plain))) {
          candidate.points += kOwnsAddress;
          break;
        }
      }
    }
  }

  // "Länsstyrelsen" is "Länsstyrelsen i Värmlands län", "Arvika" is "Arvika kommun": the longest
  // name that begins with the short one and was seen itself takes its points.
  void merge_short_names() {
    for (Candidate& shorter : all_) {
      Candidate* longest = nullptr;
      for (Candidate& other : all_) {
        const bool longer = other.lowered.size() > shorter.lowered.size() + 1;
        if (!longer || other.points <= 0 || !extends(other.lowered, shorter.lowered)) continue;
        if (longest == nullptr || other.points > longest->points) longest = &other;
      }
      if (longest == nullptr) continue;
      longest->points += shorter.points;
      shorter.points = 0;
    }
  }

  static bool extends(std::string_view longer, std::string_view shorter) {
    if (!begins_with(longer, shorter)) return false;
    std::string_view rest = longer.substr(shorter.size());
    if (rest.front() == 's') rest.remove_prefix(1);  // "Mariestad", "Mariestads kommun".
    return !rest.empty() && rest.front() == ' ';
  }

  const Release& release_;
  std::string news_;  // Title, lead and body, no longer than is looked at.
  std::string text_;  // And the standing text.
  std::vector<std::string> openers_;
  std::vector<Candidate> all_;
};

// A branch or a legal form says it: "Nordans Opera".
bool is_one_organisation(std::string_view name) {
  const auto found = find_organisations(name);
  return is_name_like(name) && found.size() == 1 && found.front().name == name;
}

}  // namespace

std::string stated_sender(const Header& header, const Release& release) {
  if (header.sender.empty() && header.sender_hints.empty()) return "";
  const SenderFinder finder(release);
  // "Nyheter från åklagarkammaren i Gävle" under the name of the whole says less than the name.
  const bool part = !header.sender.empty() && !is_capitalised(header.sender);
  if (!header.sender.empty() && !(part && is_organisation_like(header.letterhead)))
    return finder.spelled(header.sender);
  for (const std::string& hint : header.sender_hints) {
    const std::string_view name = sender_part(hint);
    if (is_organisation_like(name) || is_one_organisation(name)) return finder.spelled(name);
  }
  return "";
}

std::string find_sender(const Header& header, const Release& release) {
  if (std::string stated = stated_sender(header, release); !stated.empty()) return stated;
  SenderFinder finder(release);
  std::string found = finder.find(header.sender_hints);
  if (found.empty() && finder.may_send(header.letterhead))
    found = finder.spelled(header.letterhead);
  // "LO-distriktet i Mellansverige / 2011-04-27": of several words, so hardly a place.
  for (const std::string& hint : header.sender_hints) {
    const std::string name(sender_part(hint));
    if (found.empty() && count_words(name) > 1 && finder.may_send(name))
      found = finder.spelled(name);
  }
  return found;
}

}  // namespace pressarkiv::text
