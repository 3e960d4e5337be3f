// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/name_reader.h"

#include "indexer/extract/role_phrase.h"

namespace pressarkiv::extract {
namespace {

// "Li Wei Kung", "Siv Holm Bonde": short words for people are surnames as well.
constexpr std::size_t kLeastTitleBytes = 6;

// "hållpås", "elias": a surname hardly ends in a vowel before its genitive -s.
bool is_vowel_before_s(std::string_view lower) {
  for (const std::string_view end : {"as", "is", "os", "us", "ås", "äs", "ös"}) {
    if (lower.ends_with(end)) return true;
  }
  return false;
}

bool is_roman(std::string_view raw) {
  return !raw.empty() && raw.find_first_not_of("IVX") == std::string_view::npos;
}

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

bool NameReader::is_name_word(std::uint32_t i) const {
  const Token& t = doc_.at(i);
  if (t.all_capitals && !t.initial && !is_roman(doc_.raw(i))) return false;
  const std::string_view lower = doc_.lower(i);
  for (const char c : doc_.raw(i)) {
    if (c >= '0' && c <= '9') return false;  // "E22"
  }
  // "gymnasie-", "IMF:s"
  return lower.back() != '-' && lower.find(':') == std::string_view::npos;
}

bool NameReader::joined(std::uint32_t i) const { return doc_.at(i).space_before; }

// Particles between two capitalised words: how many tokens, 0 if none.
std::uint32_t NameReader::particles(std::uint32_t i, std::uint32_t end) const {
  std::uint32_t n = 0;
  while (i + n < end && n < 3 && doc_.is(i + n, kParticle) && joined(i + n) &&
         !doc_.at(i + n).capital)
    ++n;
  return n > 0 && i + n < end && joined(i + n) && can_be_name(i + n) ? n : 0;
}

NameRun NameReader::scan(std::uint32_t i, std::uint32_t end) const {
  NameRun run{i, i + 1, 0};
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
    // Karl ”Kalle” Lövhage
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

const GivenName* NameReader::given(std::uint32_t i) const { return doc_.given_name(i); }

std::uint32_t NameReader::bearers(std::uint32_t i) const {
  const GivenName* name = given(i);
  return name == nullptr ? 0 : name->bearers;
}

// "premiärminister Kristen Michal": whatever follows a title in lower case is a name.
bool NameReader::follows_title(std::uint32_t i) const {
  return i > doc_.paragraph_of(i).begin && doc_.is_word(i - 1) &&
         (!doc_.at(i - 1).capital || doc_.starts_sentence(i - 1)) && doc_.is_role_noun(i - 1);
}

// Whether a word that opens a sentence is no part of the name behind it.
bool NameReader::is_opening_word(std::uint32_t i, std::uint32_t end) const {
  const std::uint32_t known = bearers(i);
  // "Debattartikel av Anna Ek"
  if (known < kKnownBearers && i + 2 < end && doc_.lower(i + 1) == "av") return true;
  const bool ordinary = doc_.is(i, kFunctionWord | kNotName | kSay | kThink | kCopula | kAppoint);
  if (ordinary && !follows_title(i) &&
      !(known >= 2000 && i + 1 < end && bearers(i + 1) < kCommonBearers))
    return true;
  if (known < kKnownBearers && doc_.is_role_noun(i) &&
      (doc_.starts_sentence(i) || !doc_.lower(i).ends_with("man")) && !follows_title(i)) {
    return true;
  }
  if (i + 2 < end && known < 10 && bearers(i + 1) >= kCommonBearers &&
      (doc_.starts_sentence(i) || words_.is_organisation_word(doc_.lower(i)) ||
       doc_.is(i, kPlaceWord) || doc_.lower(i).ends_with("rnas") ||
       doc_.lower(i).ends_with("ets"))) {
    return true;
  }
  return false;
}

// "I dag träffade Jakob Ek Mattias Areskog.": a given name in the middle begins another person.
bool NameReader::are_two_people(const NameRun& run) const {
  if (run.end - run.begin != 4 || run.nickname != 0) return false;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (!can_be_name(i) || doc_.at(i).initial) return false;
  }
  return bearers(run.begin) >= kKnownBearers && bearers(run.begin + 1) < kKnownBearers &&
         bearers(run.begin + 2) >= kCommonBearers && bearers(run.begin + 3) < kCommonBearers;
}

// "I dag besöker statsminister Ulf Ek Warszawa."
bool NameReader::ends_in_place_visited(const NameRun& run) const {
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

// "Ulf Ek Rådgivare", a line of a list; "minister Ulf Ek Sjöverket".
bool NameReader::ends_in_title(const NameRun& run) const {
  const std::uint32_t last = run.end - 1;
  if (run.end - run.begin < 3 || !can_be_name(last) || !can_be_name(last - 1) ||
      doc_.is(last, kListedSurname) || bearers(last) >= kKnownBearers)
    return false;
  const std::string_view lower = doc_.lower(last);
  // "Almqvist" and "Säverman" end like offices, too.
  if (lower.size() >= kLeastTitleBytes && doc_.is_role_noun(last) &&
      (doc_.is(last, kRoleNoun) || lower.ends_with("minister") ||
       !words_.looks_like_surname(lower)))
    return true;
  return words_.is_organisation_word(lower) && bearers(run.begin) >= kKnownBearers &&
         title_before(run);
}

// "Med kommer Ulf Ek Natos generalsekreterare Siv Ås."
bool NameReader::ends_in_owner(const NameRun& run) const {
  const std::uint32_t next = run.end;
  return run.end - run.begin > 2 && can_be_name(run.end - 1) && can_be_name(run.end - 2) &&
         doc_.lower(run.end - 1).back() == 's' && doc_.is_lower_word(next) &&
         doc_.is_role_noun(next) && next + 1 < doc_.paragraph_of(next).end && can_be_name(next + 1);
}

// What the last -s of a run is: nothing, the genitive of a person, or the name of a thing.
Genitive NameReader::genitive_of(std::uint32_t last) const {
  const std::string_view lower = doc_.lower(last);
  if (lower.size() < 3 || lower.back() != 's' || lower.ends_with("ss")) return Genitive::kNone;
  const std::uint32_t next = last + 1;
  if (next >= doc_.size() || doc_.paragraph_index(next) != doc_.paragraph_index(last) ||
      !joined(next) || !doc_.is_word(next)) {
    return Genitive::kNone;
  }
  if (words_.is_named_thing(doc_.lower(next)) || doc_.at(next).capital) return Genitive::kThing;
  // "Anna Holms och Siv Eks stiftelse"
  if (doc_.lower(next) == "och" && next + 1 < doc_.paragraph_of(next).end &&
      can_be_name(next + 1)) {
    const std::uint32_t thing = scan(next + 1, doc_.paragraph_of(next).end).end;
    if (doc_.lower(thing - 1).back() == 's' && doc_.is_lower_word(thing) &&
        words_.is_named_thing(doc_.lower(thing)))
      return Genitive::kThing;
  }
  if (lower.size() < 4 ||
      doc_.is(next, kFunctionWord | kSay | kThink | kCopula | kPreposition | kAppoint))
    return Genitive::kNone;
  for (const std::string_view native : {"ius", "us", "as", "is", "os", "ås", "näs", "es"}) {
    if (lower.ends_with(native)) return Genitive::kNone;
  }
  return words_.looks_like_verb(doc_.lower(next)) && !doc_.lower(next).ends_with("ar") &&
                 !doc_.lower(next).ends_with("er")
             ? Genitive::kNone
             : Genitive::kOwner;
}

bool NameReader::role_behind(std::uint32_t end, std::uint32_t limit) const {
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

bool NameReader::title_before(const NameRun& run) const {
  const Paragraph& paragraph = doc_.paragraph_of(run.begin);
  if (run.begin == paragraph.begin || !joined(run.begin)) return false;
  return role_before(doc_, run.begin).has_value();
}

bool NameReader::ends_as_thing(const NameRun& run) const {
  const std::uint32_t last = run.end - 1;
  const std::string_view lower = doc_.lower(last);
  if (has_thing_tail(last)) return true;
  if (run.end - run.begin < 2 || doc_.is(last, kListedSurname) || bearers(last) >= kKnownBearers)
    return false;
  if (doc_.is(last, kEnglish)) return true;
  for (const std::string_view noun : {"tion", "tions", "ment", "ments", "ships", "ities"}) {
    if (lower.size() > noun.size() + 2 && lower.ends_with(noun)) return true;
  }
  return false;
}

// "Meri-konferensen", "Anger-pristagare": a common noun behind the hyphen, never a name's half.
bool NameReader::has_thing_tail(std::uint32_t i) const {
  constexpr std::size_t kLeastTail = 6;
  const std::string_view lower = doc_.lower(i);
  const std::size_t hyphen = lower.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= lower.size()) return false;
  const std::string_view tail = lower.substr(hyphen + 1);
  const std::string_view raw = doc_.raw(i);
  const std::size_t written = raw.rfind('-');
  if (written == std::string_view::npos || written + 1 >= raw.size() ||
      raw.substr(written + 1, 1) != tail.substr(0, 1))
    return false;  // A capital.
  const GivenName* known = words_.given_name(tail);
  return (tail.size() >= kLeastTail || words_.is_ordinary(tail)) &&
         (known == nullptr || known->bearers < kKnownBearers);
}

NameRun NameReader::without_work(const NameRun& run) const {
  if (run.end - run.begin < 3 || run.nickname != 0 || bearers(run.begin) < kCommonBearers)
    return run;
  // "Astrid Lindgrens Barnsjukhus" bears her name and is not hers.
  const std::string_view work = doc_.lower(run.end - 1);
  if (words_.is_organisation_word(work) || words_.is_named_thing(work)) return run;
  for (std::uint32_t i = run.begin + 1; i + 1 < run.end; ++i) {
    const std::string_view lower = doc_.lower(i);
    if (!can_be_name(i) || lower.size() < 4 || lower.back() != 's' || lower.ends_with("ss") ||
        doc_.is(i, kListedSurname) || bearers(i) >= kKnownBearers)
      continue;
    const std::string_view owner = lower.substr(0, lower.size() - 1);
    if ((words_.classes_of(owner) & kListedSurname) != 0) return {run.begin, i + 1, 0};
  }
  return run;
}

bool NameReader::names_employer(std::uint32_t i, const std::vector<std::uint8_t>& taken) const {
  const std::uint32_t floor = doc_.paragraph_of(i).begin;
  if (i < floor + 3 || !doc_.is_lower_word(i - 1) || bearers(i) >= kKnownBearers) return false;
  const auto role = role_before(doc_, i);
  if (!role || role->org_begin < role->org_end || role->begin < floor + 2) return false;
  const std::uint32_t comma = role->begin - 1;
  const std::string_view office = doc_.lower(role->end - 1);
  if (!doc_.is_kind(comma, TokenKind::kComma) || taken[comma - 1] == 0 ||
      words_.is_definite_role(office))
    return false;
  // A list of titles with their names: "statsminister Ulf Ek, finansminister Zeno Quattri".
  for (const std::string_view high :
       {"minister", "president", "kung", "drottning", "sekreterare"}) {
    if (office.ends_with(high)) return false;
  }
  std::uint32_t before = comma;
  while (before > floor && taken[before - 1] != 0) --before;
  return !role_before(doc_, before).has_value();
}

double NameReader::points(const NameRun& run) const {
  const Paragraph& paragraph = doc_.paragraph_of(run.begin);
  const std::uint32_t last = run.end - 1;
  double sum = 0;
  const std::uint32_t known = bearers(run.begin);
  if (doc_.at(run.begin).initial) {
    sum += doc_.raw(run.begin).size() > 2 ? 2 : 1.5;  // "C.G.", "A-K"
    if (run.end - run.begin > 2 && bearers(run.begin + 1) >= kKnownBearers) sum += 1.5;
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
    // "Anna Falkenberg", but not "Anna Ek Stockholm"
    const bool both =
        known >= kCommonBearers && run.end - run.begin == 2 && words_.looks_like_surname(surname);
    sum -= both ? 0 : 1;
  } else if (words_.looks_like_surname(surname)) {
    sum += 1;
  }
  if (doc_.is(run.begin, kPlaceWord) && known < 5000) sum -= 2;
  const bool titled = title_before(run);
  // "civilminister Anna Slott": a title and a given name leave no room for a castle.
  const bool surname_only = titled && known >= kCommonBearers && run.end - run.begin == 2;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (i > run.begin && doc_.is(i, kNotName)) sum -= 3;
    if (i > run.begin && doc_.is(i, kFunctionWord) && !doc_.is(i, kParticle)) sum -= 3;
    if (i > run.begin &&
        (doc_.is(i, kOrgWord) || (words_.is_organisation_word(doc_.lower(i)) && i == last)) &&
        bearers(i) < kKnownBearers) {
      sum -= doc_.is(i, kListedSurname) || surname_only ? 0 : 6;
    }
    // "Astrid Lindgrens Barnsjukhus", but not "Vilma Hållpås Kempe"
    if (i > run.begin && i < last && doc_.is_word(i) && bearers(i) < 10 &&
        doc_.lower(i).back() == 's' && !doc_.lower(i).ends_with("ss") &&
        (known < kCommonBearers || !is_vowel_before_s(doc_.lower(i))))
      sum -= 3;
  }
  if (titled) sum += 3;
  if (!titled && ends_as_thing(run)) sum -= 4;
  // "Fotograf: Zeno Quattri"
  if (run.begin > paragraph.begin + 1 && doc_.is_kind(run.begin - 1, TokenKind::kColon) &&
      doc_.is_role_noun(run.begin - 2))
    sum += 2;
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

// "Karin & Söner", "Karin Lövhage AB"
bool NameReader::is_firm(const NameRun& run) const {
  if (run.end >= doc_.paragraph_of(run.begin).end) return false;
  if (doc_.is_kind(run.end, TokenKind::kOther)) return doc_.between(run.end, run.end + 1) == "&";
  return doc_.is_word(run.end) && joined(run.end) && doc_.at(run.end).all_capitals &&
         doc_.is(run.end, kOrgWord);
}

// "Stiftelsen Stora Hus", "Koalitionen Fri Luft", "La Loma": a definite noun or an article first.
bool NameReader::opens_as_thing(std::uint32_t i) const {
  if (bearers(i) >= kKnownBearers) return false;
  const std::string_view lower = doc_.lower(i);
  for (const std::string_view article : {"la", "le", "el", "los", "las", "les", "rue"}) {
    if (lower == article) return true;
  }
  if (words_.is_thing_lead(lower)) return true;
  return bearers(i) < 10 && lower.size() >= 8 && (lower.ends_with("en") || lower.ends_with("et"));
}

// "Addis Abeba"
bool NameReader::is_place_of_words(const NameRun& run) const {
  std::string name;
  for (std::uint32_t i = run.begin; i < run.end; ++i)
    name.append(i > run.begin ? " " : "").append(doc_.lower(i));
  return (words_.classes_of(name) & kPlaceWord) != 0;
}

// "Danish Refugee Council", "Voice of Peace"
bool NameReader::is_english(const NameRun& run) const {
  const Paragraph& paragraph = doc_.paragraph_of(run.begin);
  if (run.begin > paragraph.begin && words_.is_english_link(doc_.lower(run.begin - 1))) return true;
  if (run.end < paragraph.end && words_.is_english_link(doc_.lower(run.end))) return true;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const bool name = bearers(i) >= kKnownBearers || doc_.is(i, kListedSurname);
    if (!name && (doc_.is(i, kNotName) || words_.looks_english(doc_.lower(i)))) return true;
  }
  return false;
}

bool NameReader::is_barred(const NameRun& run) const {
  const Paragraph& paragraph = doc_.paragraph_of(run.begin);
  const std::uint32_t last = run.end - 1;
  const std::string_view lower = doc_.lower(last);
  // "säger Hebos verkställande direktör Anna Ek"
  if (run.end - run.begin == 1 && lower.back() == 's' && run.end < paragraph.end &&
      doc_.is_lower_word(run.end) &&
      (doc_.is_role_noun(run.end) || words_.is_role_adjective(doc_.lower(run.end))))
    return true;
  // "Skogen växer."
  if (run.end - run.begin == 1 && doc_.starts_sentence(last) && words_.is_ordinary(lower) &&
      bearers(last) < kCommonBearers && !words_.looks_like_surname(lower))
    return true;
  if (is_opening_word(run.begin, run.end) || genitive_of(last) == Genitive::kThing) return true;
  if (ends_as_thing(run)) return true;
  // "Röda Korset", "Utveckling Bäckby", "Kalla Kriget"
  if (run.end - run.begin > 1 && !words_.looks_like_surname(lower) && !follows_title(run.begin) &&
      ((words_.is_ordinary(lower) && (lower.ends_with("et") || lower.ends_with("en"))) ||
       (bearers(run.begin) < 10 && words_.is_ordinary(doc_.lower(run.begin)))))
    return true;
  if (doc_.at(last).initial || lower.size() < 2) return true;
  if (run.end - run.begin > 1 && opens_as_thing(run.begin)) return true;
  if (doc_.raw(run.begin).size() == 1 || words_.is_definite_role(lower)) return true;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (doc_.lower(i) == "av") return true;  // "Genomförande av Seveso"
    // "Ingvar Kamprad Design Centre": what is called an organisation inside is one as a whole.
    if (i > run.begin && i < last && doc_.is(i, kOrgWord) && bearers(i) < kKnownBearers &&
        !doc_.is(i, kListedSurname) && !words_.looks_like_surname(doc_.lower(i)))
      return true;
    // "Folkets Pressombudsman Zeno Quattri"
    if (i < last && bearers(i) < 10 && doc_.is_role_noun(i)) return true;
  }
  // "Rynäs Zeno Quattri"
  if (run.end - run.begin > 2 && bearers(run.begin) < 10 && doc_.lower(run.begin).back() == 's' &&
      bearers(run.begin + 1) >= kKnownBearers)
    return true;
  if (run.end - run.begin > 1 && (is_place_of_words(run) || is_english(run))) return true;
  if (!doc_.is(last, kListedSurname) &&
      (words_.ends_as_named_thing(lower) || words_.is_organisation_word(lower) ||
       (lower.back() == 's' && words_.is_organisation_word(lower.substr(0, lower.size() - 1)))))
    return true;
  if (is_firm(run)) return true;
  if (run.begin == paragraph.begin) return false;
  if (doc_.is_word(run.begin - 1) && words_.is_thing_lead(doc_.lower(run.begin - 1))) return true;
  return run.end < paragraph.end && doc_.is_kind(run.begin - 1, TokenKind::kQuoteMark) &&
         doc_.is_kind(run.end, TokenKind::kQuoteMark);
}

}  // namespace pressarkiv::extract
