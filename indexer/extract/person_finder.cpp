// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/person_finder.h"

#include <algorithm>

#include "common/text/near_miss.h"
#include "indexer/extract/role_phrase.h"

namespace pressarkiv::extract {
namespace {

// Points of evidence that a run of capitalised words is a person; kAccept are needed. A given name
// of some frequency is enough alone, an unknown one needs a neighbour (a title, a party, a verb of
// saying); words that make things of names take it back.
constexpr double kAccept = 3.0;
constexpr std::uint32_t kCommonBearers = 500;
constexpr std::uint32_t kKnownBearers = 100;
constexpr std::uint32_t kMostNameTokens = 7;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_roman(std::string_view raw) {
  return !raw.empty() && raw.find_first_not_of("IVX") == std::string_view::npos;
}

struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t nickname = 0;  // Token of a nickname in quote marks; 0 if none.
};

class PersonFinder {
 public:
  explicit PersonFinder(const Document& doc) : doc_(doc), words_(doc.words()) {}

  PersonTable run() {
    taken_.assign(doc_.size(), 0);
    for (const Paragraph& paragraph : doc_.paragraphs()) {
      for (std::uint32_t i = paragraph.begin; i < paragraph.end;) i = read_run(i, paragraph);
    }
    accept_known();
    add_coordinated();
    merge_forms();
    link_short_forms();
    std::sort(table_.mentions.begin(), table_.mentions.end(),
              [](const NameMention& a, const NameMention& b) { return a.begin < b.begin; });
    table_.index_mentions(doc_.size());
    return std::move(table_);
  }

 private:
  // ---------------------------------------------------------------- runs of capitalised words

  bool can_be_name(std::uint32_t i) const {
    if (!doc_.is_word(i)) return false;
    const Token& t = doc_.at(i);
    if (!t.capital) return false;
    if (t.all_capitals && !t.initial && !is_roman(doc_.raw(i))) return false;
    const std::string_view lower = doc_.lower(i);
    // "gymnasie-", "IMF:s"
    return lower.back() != '-' && lower.find(':') == std::string_view::npos;
  }

  bool joined(std::uint32_t i) const { return doc_.at(i).space_before; }

  // Particles between two capitalised words: how many tokens, 0 if none.
  std::uint32_t particles(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t n = 0;
    while (i + n < end && n < 3 && doc_.is(i + n, kParticle) && joined(i + n) &&
           !doc_.at(i + n).capital)
      ++n;
    return n > 0 && i + n < end && joined(i + n) && can_be_name(i + n) ? n : 0;
  }

  Run scan(std::uint32_t i, std::uint32_t end) const {
    Run run{i, i + 1, 0};
    while (run.end < end && run.end - run.begin < 12) {
      const std::uint32_t next = run.end;
      if (joined(next) && can_be_name(next)) {
        ++run.end;
        continue;
      }
      if (const std::uint32_t n = particles(next, end); n > 0) {
        run.end += n + 1;
        continue;
      }
      // Karl ”Kalle” Höglind
      if (run.nickname == 0 && next + 3 < end && joined(next) &&
          doc_.is_kind(next, TokenKind::kQuoteMark) && can_be_name(next + 1) &&
          doc_.is_kind(next + 2, TokenKind::kQuoteMark) && can_be_name(next + 3) &&
          joined(next + 3)) {
        run.nickname = next + 1;
        run.end += 4;
        continue;
      }
      break;
    }
    return run;
  }

  const GivenName* given(std::uint32_t i) const {
    const std::string_view lower = doc_.lower(i);
    const GivenName* whole = words_.given_name(lower);
    // Double names are rarer than their first halves: "carl-oskar", "karl-g."
    const std::size_t hyphen = lower.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2) return whole;
    const GivenName* first = words_.given_name(lower.substr(0, hyphen));
    if (whole == nullptr || first == nullptr) return whole == nullptr ? first : whole;
    return first->bearers > whole->bearers ? first : whole;
  }

  std::uint32_t bearers(std::uint32_t i) const {
    const GivenName* name = given(i);
    return name == nullptr ? 0 : name->bearers;
  }

  // "premiärminister Kristen Michal": whatever follows a title in lower case is a name.
  bool follows_title(std::uint32_t i) const {
    return i > doc_.paragraph_of(i).begin && doc_.is_word(i - 1) &&
           (!doc_.at(i - 1).capital || doc_.starts_sentence(i - 1)) &&
           words_.is_role_noun(doc_.lower(i - 1));
  }

  // Whether a word that opens a sentence is no part of the name behind it.
  bool is_opening_word(std::uint32_t i, std::uint32_t end) const {
    const std::uint32_t known = bearers(i);
    const bool ordinary = doc_.is(i, kFunctionWord | kNotName | kSay | kThink | kCopula | kAppoint);
    if (ordinary && !follows_title(i) &&
        !(known >= 2000 && i + 1 < end && bearers(i + 1) < kCommonBearers))
      return true;
    if (known < kKnownBearers && words_.is_role_noun(doc_.lower(i)) &&
        (doc_.starts_sentence(i) || !ends_with(doc_.lower(i), "man")) && !follows_title(i)) {
      return true;
    }
    if (i + 2 < end && known < 10 && bearers(i + 1) >= kCommonBearers &&
        (doc_.starts_sentence(i) || words_.is_organisation_word(doc_.lower(i)) ||
         doc_.is(i, kPlaceWord) || ends_with(doc_.lower(i), "rnas") ||
         ends_with(doc_.lower(i), "ets"))) {
      return true;
    }
    return false;
  }

  // Reads the run that begins at `i`, notes a person if it is one; the token to go on with.
  std::uint32_t read_run(std::uint32_t i, const Paragraph& paragraph) {
    if (!can_be_name(i)) return i + 1;
    Run run = scan(i, paragraph.end);
    bool thing = false;
    while (run.begin < run.end && is_opening_word(run.begin, run.end)) {
      thing = words_.is_thing_lead(doc_.lower(run.begin));
      ++run.begin;
      while (run.begin < run.end && !can_be_name(run.begin)) ++run.begin;
    }
    if (run.begin + 1 < run.end && bearers(run.begin) < kKnownBearers &&
        words_.is_thing_lead(doc_.lower(run.begin)))
      thing = true;
    if (run.begin >= run.end) return run.end;
    if (run.end < paragraph.end && doc_.is_kind(run.end, TokenKind::kOther) &&
        doc_.between(run.end, run.end + 1) == "&") {
      return run.end;  // "Karin & Söner"
    }
    const std::uint32_t stop = run.end;
    if (thing) return stop;
    if (are_two_people(run)) {
      note({run.begin, run.begin + 2, 0});
      note({run.begin + 2, run.end, 0});
      return stop;
    }
    if (ends_in_place_visited(run)) --run.end;
    note(run);
    return stop;
  }

  // "I dag träffade Jakob Ek Mattias Areskog.": a given name in the middle begins another person.
  bool are_two_people(const Run& run) const {
    if (run.end - run.begin != 4 || run.nickname != 0) return false;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (!can_be_name(i) || doc_.at(i).initial) return false;
    }
    return bearers(run.begin) >= kKnownBearers && bearers(run.begin + 1) < kKnownBearers &&
           bearers(run.begin + 2) >= kCommonBearers && bearers(run.begin + 3) < kCommonBearers;
  }

  // "I dag besöker statsminister Ulf Ek Warszawa."
  bool ends_in_place_visited(const Run& run) const {
    const std::uint32_t last = run.end - 1;
    if (run.end - run.begin != 3 || !can_be_name(last) || bearers(last) >= kKnownBearers ||
        words_.looks_like_surname(doc_.lower(last)))
      return false;
    const std::uint32_t begin = doc_.sentence_begin(run.begin);
    for (std::uint32_t i = run.begin; i > begin && run.begin - i < 8; --i) {
      if (doc_.is(i - 1, kVisit)) return true;
    }
    return false;
  }

  // ---------------------------------------------------------------- is it a person?

  enum class Genitive { kNone, kOwner, kThing };

  // What the last -s of a run is: nothing, the genitive of a person, or the name of a thing.
  Genitive genitive_of(std::uint32_t last) const {
    const std::string_view lower = doc_.lower(last);
    if (lower.size() < 4 || lower.back() != 's' || ends_with(lower, "ss")) return Genitive::kNone;
    const std::uint32_t next = last + 1;
    if (next >= doc_.size() || doc_.paragraph_index(next) != doc_.paragraph_index(last) ||
        !joined(next) || !doc_.is_word(next)) {
      return Genitive::kNone;
    }
    if (words_.is_named_thing(doc_.lower(next)) || doc_.at(next).capital) return Genitive::kThing;
    if (doc_.is(next, kFunctionWord | kSay | kThink | kCopula | kPreposition | kAppoint))
      return Genitive::kNone;
    for (const std::string_view native : {"ius", "us", "as", "is", "os", "ås", "näs", "es"}) {
      if (ends_with(lower, native)) return Genitive::kNone;
    }
    return words_.looks_like_verb(doc_.lower(next)) && !ends_with(doc_.lower(next), "ar") &&
                   !ends_with(doc_.lower(next), "er")
               ? Genitive::kNone
               : Genitive::kOwner;
  }

  bool role_behind(std::uint32_t end, std::uint32_t limit) const {
    if (end >= limit) return false;
    std::uint32_t i = end;
    if (has_party(doc_, i)) i += 3;
    if (i >= limit) return false;
    const TokenKind kind = doc_.at(i).kind;
    if (kind == TokenKind::kComma || kind == TokenKind::kDash || kind == TokenKind::kOpen)
      return role_at(doc_, i + 1, false).has_value();
    if (doc_.is_word(i) && (doc_.lower(i) == "som" || doc_.is(i, kCopula))) {
      return role_at(doc_, i + 1, false).has_value() ||
             (i + 2 < limit && doc_.is(i + 1, kCopula) && role_at(doc_, i + 2, false).has_value());
    }
    return false;
  }

  bool title_before(const Run& run) const {
    const Paragraph& paragraph = doc_.paragraph_of(run.begin);
    if (run.begin == paragraph.begin || !joined(run.begin)) return false;
    return role_before(doc_, run.begin).has_value();
  }

  double points(const Run& run) const {
    const Paragraph& paragraph = doc_.paragraph_of(run.begin);
    const std::uint32_t last = run.end - 1;
    double sum = 0;
    const std::uint32_t known = bearers(run.begin);
    if (doc_.at(run.begin).initial) {
      sum += 1.5;
    } else if (known >= kCommonBearers) {
      sum += 3;
    } else if (known >= kKnownBearers) {
      sum += 2.5;
    } else if (known >= 10) {
      sum += 1.5;
    }
    const std::string_view surname = doc_.lower(last);
    if (doc_.is(last, kListedSurname)) {
      sum += 1.5;
    } else if (doc_.is(last, kPlaceWord)) {
      sum -= 1;
    } else if (words_.looks_like_surname(surname)) {
      sum += 1;
    }
    if (doc_.is(run.begin, kPlaceWord) && known < 5000) sum -= 2;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (i > run.begin && doc_.is(i, kNotName)) sum -= 3;
      if (i > run.begin && doc_.is(i, kFunctionWord) && !doc_.is(i, kParticle)) sum -= 3;
      if (i > run.begin &&
          (doc_.is(i, kOrgWord) || (words_.is_organisation_word(doc_.lower(i)) && i == last)) &&
          bearers(i) < kKnownBearers) {
        sum -= doc_.is(i, kListedSurname) ? 0 : 6;
      }
      // "Astrid Lindgrens Barnsjukhus"
      if (i > run.begin && i < last && doc_.is_word(i) && bearers(i) < 10 &&
          doc_.lower(i).back() == 's' && !ends_with(doc_.lower(i), "ss"))
        sum -= 3;
    }
    if (title_before(run)) sum += 3;
    if (role_behind(run.end, paragraph.end)) sum += 2.5;
    // "Gustav II Adolfsdagen"
    if (words_.ends_as_named_thing(surname) && !doc_.is(last, kListedSurname)) sum -= 4;
    if (has_party(doc_, run.end)) sum += 3;
    if (run.end + 1 < paragraph.end && doc_.is_kind(run.end, TokenKind::kOpen) &&
        doc_.is(run.end + 1, kPlaceWord))
      sum += 1.5;
    if (run.end + 2 < paragraph.end && doc_.is_kind(run.end, TokenKind::kComma) &&
        doc_.is_kind(run.end + 1, TokenKind::kNumber) && doc_.is_word(run.end + 2) &&
        doc_.lower(run.end + 2) == "år") {
      sum += 2;
    }
    if (run.begin > paragraph.begin && doc_.is_word(run.begin - 1)) {
      if (doc_.is(run.begin - 1, kSay)) sum += 2;
      if (words_.is_thing_lead(doc_.lower(run.begin - 1))) sum -= 5;
    }
    if (run.end < paragraph.end && doc_.is(run.end, kSay)) sum += 2;
    if (known == 0 && !doc_.starts_sentence(run.begin)) sum += 0.5;
    // "i Nova Scotia"
    if (run.begin > paragraph.begin && doc_.is_word(run.begin - 1) &&
        doc_.lower(run.begin - 1) == "i" && !words_.looks_like_surname(surname))
      sum -= 2;
    if (paragraph.text == FactText::kContacts && run.begin == paragraph.begin) sum += 1.5;
    return sum;
  }

  void note(const Run& run) {
    if (run.end - run.begin > kMostNameTokens) return;
    const std::uint32_t last = run.end - 1;
    const Genitive genitive = genitive_of(last);
    if (genitive == Genitive::kThing && !doc_.at(last + 1).capital) return;
    std::uint32_t name_words = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i) name_words += can_be_name(i) ? 1U : 0U;
    if (name_words >= 2) {
      if (points(run) < kAccept) {
        doubtful_.push_back(run);
        return;
      }
      add_full(run, genitive == Genitive::kOwner || after_is_genitive(run));
      return;
    }
    // "statsrådet Busch": a surname alone needs a title, and must not be a first name or a place.
    const std::string_view lower = doc_.lower(run.begin);
    // "rektor Karolinska institutet", "operatör AI-systemet"
    const bool thing = lower.find('-') != std::string_view::npos ||
                       (run.end < doc_.size() && doc_.is_word(run.end) && joined(run.end) &&
                        (words_.is_organisation_word(doc_.lower(run.end)) ||
                         words_.is_named_thing(doc_.lower(run.end))));
    if (thing || !follows_title(run.begin) || bearers(run.begin) >= kKnownBearers ||
        words_.is_organisation_word(lower) || lower.size() < 3 ||
        doc_.is(run.begin, kPlaceWord | kNotName | kFunctionWord) || doc_.at(run.begin).initial ||
        words_.is_role_noun(lower)) {
      return;
    }
    surnames_.push_back({run.begin, run.end, 0, NameForm::kSurname, genitive == Genitive::kOwner});
  }

  // A run that says too little by itself but is the name of someone accepted elsewhere.
  void accept_known() {
    for (const Run& run : doubtful_) {
      const std::string name = doc_.clean(run.begin, run.end);
      for (std::size_t i = 0; i < table_.people.size(); ++i) {
        const std::string& known = table_.people[i].name;
        const bool genitive = name.size() == known.size() + 1 && name.back() == 's' &&
                              name.compare(0, known.size(), known) == 0;
        if (name != known && !genitive) continue;
        add_full(run, genitive);
        break;
      }
    }
  }

  // "Orden är Bengt-Åke Furuviks."
  bool after_is_genitive(const Run& run) const {
    const std::uint32_t last = run.end - 1;
    if (doc_.lower(last).size() < 4 || doc_.lower(last).back() != 's' ||
        ends_with(doc_.lower(last), "ss"))
      return false;
    if (run.begin < 2 || !doc_.is_word(run.begin - 1) || doc_.lower(run.begin - 1) != "är" ||
        !doc_.is_word(run.begin - 2))
      return false;
    const std::string_view subject = doc_.lower(run.begin - 2);
    return subject == "orden" || subject == "ordet" || subject == "rösten" || subject == "tanken" ||
           subject == "idén" || subject == "citatet";
  }

  // ---------------------------------------------------------------- the table

  std::string form_of(const Run& run, bool genitive) const {
    std::string text = doc_.clean(run.begin, run.end);
    if (genitive) text = strip_genitive(std::move(text));
    return text;
  }

  void add_full(const Run& run, bool genitive) {
    KnownPerson person;
    person.name = form_of(run, genitive);
    bool given_phase = true;
    person.given_parts = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (doc_.is_kind(i, TokenKind::kQuoteMark)) continue;
      std::string lower(doc_.lower(i));
      if (run.nickname != 0 && i == run.nickname) {
        person.nickname = lower;
        continue;
      }
      if (i + 1 == run.end && genitive) lower = strip_genitive(std::move(lower));
      const bool is_given =
          i == run.begin || doc_.at(i).initial ||
          (given_phase && i + 1 < run.end && bearers(i) >= 3000 && !doc_.is(i, kListedSurname));
      given_phase = given_phase && is_given;
      if (given_phase) ++person.given_parts;
      person.parts.push_back(std::move(lower));
    }
    if (const GivenName* name = given(run.begin)) {
      if (name->female >= 0.75F) person.gender = Gender::kFemale;
      if (name->female <= 0.25F) person.gender = Gender::kMale;
    }
    const std::uint32_t index = find_or_add(std::move(person));
    table_.mentions.push_back({run.begin, run.end, index, NameForm::kFull, genitive});
    std::fill(taken_.begin() + run.begin, taken_.begin() + run.end, std::uint8_t{1});
  }

  std::uint32_t find_or_add(KnownPerson person) {
    for (std::uint32_t i = 0; i < table_.people.size(); ++i) {
      if (table_.people[i].name == person.name) return i;
    }
    person.names.push_back(person.name);
    table_.people.push_back(std::move(person));
    return static_cast<std::uint32_t>(table_.people.size() - 1);
  }

  // "Inger och Stig Bäckelid": a first name before "och" and a full name shares its surname.
  void add_coordinated() {
    std::vector<NameMention> found;
    for (const NameMention& mention : table_.mentions) {
      if (mention.begin < 2) continue;
      const std::uint32_t and_token = mention.begin - 1;
      const std::uint32_t first = mention.begin - 2;
      if (doc_.paragraph_index(first) != doc_.paragraph_index(mention.begin) ||
          !doc_.is_word(and_token) || doc_.lower(and_token) != "och" || !can_be_name(first) ||
          taken_[first] != 0 || bearers(first) < kCommonBearers ||
          doc_.is(first, kPlaceWord | kFunctionWord | kNotName)) {
        continue;
      }
      if (first > doc_.paragraph_of(first).begin && can_be_name(first - 1) && joined(first) &&
          !words_.is_role_noun(doc_.lower(first - 1))) {
        continue;
      }
      found.push_back({first, first + 1, mention.person, NameForm::kFirstName, false});
    }
    for (NameMention& mention : found) {
      const KnownPerson other = table_.people[mention.person];
      if (other.parts.size() <= other.given_parts) continue;
      KnownPerson person;
      person.parts.emplace_back(doc_.lower(mention.begin));
      person.parts.insert(person.parts.end(), other.parts.begin() + other.given_parts,
                          other.parts.end());
      // The surname as it was written: the tail of the other's name.
      std::size_t at = 0;
      for (std::uint32_t i = 0; i < other.given_parts; ++i) at = other.name.find(' ', at) + 1;
      person.name = doc_.clean(mention.begin, mention.end) + " " + other.name.substr(at);
      if (const GivenName* name = given(mention.begin))
        person.gender = name->female >= 0.75F   ? Gender::kFemale
                        : name->female <= 0.25F ? Gender::kMale
                                                : Gender::kUnknown;
      mention.person = find_or_add(std::move(person));
      taken_[mention.begin] = 1;
      table_.mentions.push_back(mention);
    }
  }

  // ---------------------------------------------------------------- forms of one person

  static std::string sounds_like(std::string_view lower) {
    // How a name is commonly misspelt: doubled letters, c/k, w/v, ph/f, th/t, z/s, y/i, silent h.
    std::string out;
    const std::string plain = fold_to_ascii(lower);
    for (std::size_t i = 0; i < plain.size(); ++i) {
      char c = plain[i];
      if (c == 'c' && i + 1 < plain.size() && plain[i + 1] == 'h') continue;
      if (c == 'c' || c == 'q') c = 'k';
      if (c == 'w') c = 'v';
      if (c == 'z') c = 's';
      if (c == 'y' || c == 'j') c = 'i';
      if (c == 'p' && i + 1 < plain.size() && plain[i + 1] == 'h') c = 'f';
      if (c == 'h' && i > 0) continue;
      if (!out.empty() && out.back() == c) continue;
      out.push_back(c);
    }
    return out;
  }

  static bool is_spelling_of(const KnownPerson& a, const KnownPerson& b) {
    if (a.parts.size() != b.parts.size()) return false;
    std::size_t differ = 0;
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
      if (a.parts[i] == b.parts[i]) continue;
      ++differ;
      if (sounds_like(a.parts[i]) == sounds_like(b.parts[i])) continue;
      // A letter too much or too little in a long surname is a slip of the pen.
      const bool long_surname = i > 0 && std::min(a.parts[i].size(), b.parts[i].size()) >= 7;
      if (!long_surname || edit_distance(a.parts[i], b.parts[i]) > 1) return false;
    }
    return differ <= 1;
  }

  // Whether `b` is a shorter form of `a`: the same last or first surname, the first name equal, an
  // initial of it, or the nickname.
  static bool is_short_form(const KnownPerson& a, const KnownPerson& b) {
    if (b.parts.empty() || a.parts.size() < b.parts.size()) return false;
    const std::string& first_a = a.parts.front();
    const std::string& first_b = b.parts.front();
    const bool first = first_a == first_b || (!a.nickname.empty() && a.nickname == first_b) ||
                       (first_b.size() == 2 && first_b[1] == '.' && first_a[0] == first_b[0]);
    if (!first) return false;
    // The rest of b must occur in a in order.
    std::size_t at = 1;
    for (std::size_t i = 1; i < b.parts.size(); ++i) {
      while (at < a.parts.size() && a.parts[at] != b.parts[i]) ++at;
      if (at++ >= a.parts.size()) return false;
    }
    return a.parts.size() > b.parts.size() || !a.nickname.empty() || first_a != first_b;
  }

  // "besökte Pål Jonson Halifax": `longer` stands once and ends in a place or a word that is no
  // surname, `shorter` stands alone more than once.
  bool is_overlong(const KnownPerson& longer, const KnownPerson& shorter, std::uint32_t longer_uses,
                   std::uint32_t shorter_uses) const {
    const std::size_t n = shorter.parts.size();
    if (n < 2 || longer.parts.size() <= n || longer_uses > 1 || shorter_uses < 1) return false;
    if (!std::equal(shorter.parts.begin(), shorter.parts.end(), longer.parts.begin())) return false;
    const std::string& next = longer.parts[n];
    const bool place = (words_.classes_of(next) & kPlaceWord) != 0;
    if (place && !words_.looks_like_surname(next)) return true;
    return shorter_uses >= 2 &&
           (place || longer.parts.size() > n + 1 || !words_.looks_like_surname(next));
  }

  void merge_forms() {
    std::vector<std::uint32_t> target(table_.people.size());
    for (std::uint32_t i = 0; i < target.size(); ++i) target[i] = i;
    std::vector<std::uint32_t> uses(table_.people.size(), 0);
    for (const NameMention& m : table_.mentions) ++uses[m.person];
    for (std::uint32_t b = 0; b < target.size(); ++b) {
      for (std::uint32_t a = 0; a < target.size(); ++a) {
        if (a == b || target[a] != a) continue;
        const bool shorter = is_short_form(table_.people[a], table_.people[b]) &&
                             !is_overlong(table_.people[a], table_.people[b], uses[a], uses[b]);
        const bool overlong = is_short_form(table_.people[b], table_.people[a]) &&
                              is_overlong(table_.people[b], table_.people[a], uses[b], uses[a]);
        // A genitive of a name that ends in -s by itself: "Lars Alders" and "Lars Alder".
        const bool inflected = table_.people[b].name == table_.people[a].name + "s";
        const bool slip = is_spelling_of(table_.people[a], table_.people[b]) &&
                          (uses[a] > uses[b] || (uses[a] == uses[b] && a < b));
        if (overlong) kept_out_.push_back(b);
        if (shorter || overlong || slip || inflected) {
          target[b] = a;
          break;
        }
      }
    }
    std::vector<std::uint32_t> place(table_.people.size(), 0);
    std::vector<KnownPerson> kept;
    for (std::uint32_t i = 0; i < target.size(); ++i) {
      if (target[i] != i) continue;
      place[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(table_.people[i]);
    }
    const auto root = [&](std::uint32_t i) {
      for (std::uint32_t steps = 0; target[i] != i && steps < target.size(); ++steps) i = target[i];
      return i;
    };
    for (std::uint32_t i = 0; i < target.size(); ++i) {
      if (target[i] == i) continue;
      const std::uint32_t r = root(i);
      const bool wrong = std::find(kept_out_.begin(), kept_out_.end(), i) != kept_out_.end();
      if (target[r] == r && !wrong) kept[place[r]].names.push_back(table_.people[i].name);
    }
    for (NameMention& m : table_.mentions) m.person = place[root(m.person)];
    table_.people = std::move(kept);
  }

  // ---------------------------------------------------------------- surnames and first names alone

  // Length in tokens of the longest surname of `person` that stands at token i; 0 if none.
  std::uint32_t surname_at(const KnownPerson& person, std::uint32_t i, bool& genitive) const {
    for (std::size_t from = std::max<std::size_t>(person.given_parts, 1);
         from < person.parts.size(); ++from) {
      const std::size_t n = person.parts.size() - from;
      // All of the surname, or its first part of two ("Tornberg" for "Tornberg Elgh").
      for (std::size_t take = n; take >= 1; --take) {
        if (take < n && (from != person.given_parts || take + 1 < n)) continue;
        if (matches(person.parts, from, take, i, genitive)) return static_cast<std::uint32_t>(take);
      }
    }
    return person.given_parts == 0 && matches(person.parts, 0, person.parts.size(), i, genitive)
               ? static_cast<std::uint32_t>(person.parts.size())
               : 0;
  }

  bool matches(const std::vector<std::string>& parts, std::size_t from, std::size_t count,
               std::uint32_t i, bool& genitive) const {
    if (i + count > doc_.size() ||
        doc_.paragraph_index(i) != doc_.paragraph_index(static_cast<std::uint32_t>(i + count - 1)))
      return false;
    for (std::size_t k = 0; k < count; ++k) {
      const auto token = static_cast<std::uint32_t>(i + k);
      if (!doc_.is_word(token) || taken_[token] != 0) return false;
      const std::string_view lower = doc_.lower(token);
      const std::string& part = parts[from + k];
      if (lower == part) {
        genitive = false;
        continue;
      }
      if (k + 1 != count || lower.size() != part.size() + 1 || lower.back() != 's' ||
          lower.substr(0, part.size()) != part)
        return false;
      genitive = true;
    }
    return doc_.at(static_cast<std::uint32_t>(i + count - 1)).capital;
  }

  void link_short_forms() {
    std::vector<std::uint32_t> last_seen(table_.people.size(), 0);
    std::sort(table_.mentions.begin(), table_.mentions.end(),
              [](const NameMention& a, const NameMention& b) { return a.begin < b.begin; });
    const std::size_t full_mentions = table_.mentions.size();
    std::size_t next_mention = 0;
    std::size_t next_title = 0;
    for (std::uint32_t i = 0; i < doc_.size(); ++i) {
      while (next_mention < full_mentions && table_.mentions[next_mention].begin <= i) {
        last_seen[table_.mentions[next_mention].person] = i + 1;
        ++next_mention;
      }
      const Token& t = doc_.at(i);
      if (taken_[i] != 0 || t.kind != TokenKind::kWord ||
          (!t.capital && (t.classes & kParticle) == 0))
        continue;
      while (next_title < surnames_.size() && surnames_[next_title].begin < i) ++next_title;
      const bool titled = next_title < surnames_.size() && surnames_[next_title].begin == i;
      if (link_surname(i, last_seen) || link_first_name(i, last_seen)) continue;
      if (titled) add_bare_surname(surnames_[next_title], last_seen);
    }
  }

  bool link_surname(std::uint32_t i, std::vector<std::uint32_t>& last_seen) {
    std::uint32_t best = 0;
    std::uint32_t best_length = 0;
    std::uint32_t best_seen = 0;
    bool best_genitive = false;
    for (std::uint32_t p = 0; p < table_.people.size(); ++p) {
      bool genitive = false;
      const std::uint32_t length = surname_at(table_.people[p], i, genitive);
      if (length == 0) continue;
      if (length > best_length || (length == best_length && last_seen[p] > best_seen)) {
        best = p;
        best_length = length;
        best_seen = last_seen[p];
        best_genitive = genitive;
      }
    }
    if (best_length == 0) return false;
    const std::uint32_t end = i + best_length;
    // "Maria Lund bor i Lund."
    if (doc_.is(i, kPlaceWord) && !best_genitive && i > doc_.paragraph_of(i).begin &&
        doc_.is_word(i - 1) && (doc_.lower(i - 1) == "i" || doc_.lower(i - 1) == "från"))
      return false;
    if (!stands_alone(i, end, best_genitive)) return false;
    add_short({i, end, best, NameForm::kSurname, best_genitive}, last_seen);
    return true;
  }

  // Not inside another run of names: "Sandahls Såg", "Anders Wallin" for a "J. P. Wallin".
  bool stands_alone(std::uint32_t begin, std::uint32_t end, bool genitive) const {
    const Paragraph& paragraph = doc_.paragraph_of(begin);
    if (end < paragraph.end && joined(end) && can_be_name(end) && !doc_.is(end, kFunctionWord))
      return false;
    if (genitive && end < paragraph.end && joined(end) && doc_.is_word(end) &&
        words_.is_named_thing(doc_.lower(end)))
      return false;
    if (begin > paragraph.begin && joined(begin) && doc_.is_word(begin - 1)) {
      const std::uint32_t before = begin - 1;
      if (can_be_name(before) && taken_[before] == 0 && !doc_.starts_sentence(before) &&
          !words_.is_role_noun(doc_.lower(before)))
        return false;
      if (can_be_name(before) && bearers(before) >= kKnownBearers &&
          !doc_.is(before, kFunctionWord))
        return false;
      if (words_.is_thing_lead(doc_.lower(before))) return false;
    }
    if (end < paragraph.end && doc_.is_kind(end, TokenKind::kOther) &&
        doc_.between(end, end + 1) == "&")
      return false;
    return true;
  }

  bool link_first_name(std::uint32_t i, std::vector<std::uint32_t>& last_seen) {
    if (!doc_.at(i).capital) return false;
    const std::string_view lower = doc_.lower(i);
    std::uint32_t hits = 0;
    std::uint32_t person = 0;
    bool genitive = false;
    for (std::uint32_t p = 0; p < table_.people.size(); ++p) {
      const KnownPerson& known = table_.people[p];
      if (known.given_parts == 0) continue;
      const auto is_form = [&](const std::string& form) {
        if (form.empty() || form.size() < 2) return false;
        if (lower == form) return true;
        const bool owner = lower.size() == form.size() + 1 && lower.back() == 's' &&
                           lower.substr(0, form.size()) == form;
        genitive = genitive || owner;
        return owner;
      };
      if (is_form(known.parts.front()) || is_form(known.nickname)) {
        ++hits;
        person = p;
      }
    }
    if (hits != 1 || !stands_alone(i, i + 1, genitive)) return false;
    if (doc_.is(i, kFunctionWord) && doc_.starts_sentence(i)) return false;
    add_short({i, i + 1, person, NameForm::kFirstName, genitive}, last_seen);
    return true;
  }

  void add_short(const NameMention& mention, std::vector<std::uint32_t>& last_seen) {
    table_.mentions.push_back(mention);
    last_seen[mention.person] = mention.begin + 1;
    std::fill(taken_.begin() + mention.begin, taken_.begin() + mention.end, std::uint8_t{1});
    std::string form = doc_.clean(mention.begin, mention.end);
    if (mention.genitive) form = strip_genitive(std::move(form));
    std::vector<std::string>& names = table_.people[mention.person].names;
    if (std::find(names.begin(), names.end(), form) == names.end())
      names.push_back(std::move(form));
  }

  void add_bare_surname(NameMention mention, std::vector<std::uint32_t>& last_seen) {
    KnownPerson person;
    person.name = doc_.clean(mention.begin, mention.end);
    std::string lower(doc_.lower(mention.begin));
    if (mention.genitive) {
      person.name = strip_genitive(std::move(person.name));
      lower = strip_genitive(std::move(lower));
    }
    person.parts.push_back(std::move(lower));
    person.given_parts = 0;
    mention.person = find_or_add(std::move(person));
    last_seen.resize(table_.people.size(), 0);
    add_short(mention, last_seen);
  }

  const Document& doc_;
  const WordClasses& words_;
  PersonTable table_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::uint32_t> kept_out_;  // People whose form was a run of name and place.
  std::vector<Run> doubtful_;            // Too few points where they stand.
  std::vector<NameMention> surnames_;    // Behind titles; persons only if no full name claims them.
};

}  // namespace

bool has_party(const Document& doc, std::uint32_t i) {
  if (!doc.is_kind(i, TokenKind::kOpen) || i + 2 >= doc.size() || !doc.is_word(i + 1) ||
      !doc.is_kind(i + 2, TokenKind::kClose))
    return false;
  const std::string_view party = doc.lower(i + 1);
  for (const std::string_view known :
       {"s", "m", "c", "l", "v", "mp", "kd", "sd", "fp", "fi", "kds", "nyd"}) {
    if (party == known) return true;
  }
  return false;
}

PersonTable find_people(const Document& doc) { return PersonFinder(doc).run(); }

void PersonTable::index_mentions(std::uint32_t token_count) {
  start_.assign(token_count, -1);
  cover_.assign(token_count, -1);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    start_[mentions[i].begin] = static_cast<std::int32_t>(i);
    for (std::uint32_t t = mentions[i].begin; t < mentions[i].end; ++t)
      cover_[t] = static_cast<std::int32_t>(i);
  }
}

}  // namespace pressarkiv::extract
