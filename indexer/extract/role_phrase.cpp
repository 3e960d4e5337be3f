// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/role_phrase.h"

#include <algorithm>

namespace pressarkiv::extract {
namespace {

constexpr std::uint32_t kMostOwnerTokens = 6;
constexpr std::uint32_t kMostOrgTokens = 14;

bool is_hanging(const Document& doc, std::uint32_t i) {
  return doc.is_word(i) && (doc.lower(i).ends_with("-") || doc.lower(i).ends_with("\u2011"));
}

bool is_and(const Document& doc, std::uint32_t i) {
  if (!doc.is_word(i)) return false;
  const std::string_view w = doc.lower(i);
  return w == "och" || w == "samt" || w == "respektive" || w == "eller" || w == "&";
}

bool is_role(const Document& doc, std::uint32_t i) {
  return doc.is_word(i) && !is_hanging(doc, i) && doc.is_role_noun(i);
}

// A genitive that can own an office: "kommunens", "Natos", "EU:s", "Hultsfreds".
bool is_owner(const Document& doc, std::uint32_t i) {
  if (!doc.is_word(i)) return false;
  const std::string_view w = doc.lower(i);
  return w.size() >= 3 && w.back() == 's' && !doc.is(i, kFunctionWord | kSay | kThink | kCopula) &&
         !doc.at(i).initial;
}

// "professor emeritus"
bool is_retired(const Document& doc, std::uint32_t i) {
  return doc.is_word(i) && (doc.lower(i) == "emeritus" || doc.lower(i) == "emerita");
}

bool is_adjective(const Document& doc, std::uint32_t i) {
  return doc.is_word(i) && doc.words().is_role_adjective(doc.lower(i));
}

// Takes coordinated first parts before `begin`: "gymnasie-, högskole- och", "vd och".
std::uint32_t extend_left(const Document& doc, std::uint32_t begin, std::uint32_t floor) {
  while (begin > floor) {
    if (is_adjective(doc, begin - 1) && !is_and(doc, begin - 1)) {
      --begin;
      continue;
    }
    // "före detta"
    if (begin >= floor + 2 && doc.is_word(begin - 1) && doc.lower(begin - 1) == "detta" &&
        doc.is_word(begin - 2) && doc.lower(begin - 2) == "före") {
      begin -= 2;
      continue;
    }
    // "gymnasie-, högskole-, och forskningsminister"
    if (begin >= floor + 3 && is_and(doc, begin - 1) && doc.is_kind(begin - 2, TokenKind::kComma) &&
        is_hanging(doc, begin - 3)) {
      begin -= 3;
      while (begin >= floor + 2 && doc.is_kind(begin - 1, TokenKind::kComma) &&
             is_hanging(doc, begin - 2))
        begin -= 2;
      continue;
    }
    if (begin >= floor + 2 && is_and(doc, begin - 1)) {
      if (is_hanging(doc, begin - 2)) {
        begin -= 2;
        // "gymnasie-, högskole- och …"
        while (begin >= floor + 2 && doc.is_kind(begin - 1, TokenKind::kComma) &&
               is_hanging(doc, begin - 2))
          begin -= 2;
        continue;
      }
      // "vd och koncernchef": two offices of one person, in the same form.
      const Token& first = doc.at(begin - 2);
      if (is_role(doc, begin - 2) && (!first.capital || first.all_capitals) &&
          !doc.words().is_definite_role(doc.lower(begin - 2))) {
        begin -= 2;
        continue;
      }
    }
    break;
  }
  return begin;
}

// First token of a chain of owners before `begin` ("tekniska nämndens", "Region Skånes").
std::uint32_t owner_left(const Document& doc, std::uint32_t begin, std::uint32_t floor) {
  if (begin <= floor || !is_owner(doc, begin - 1) || !doc.at(begin).space_before) return begin;
  std::uint32_t first = begin - 1;
  while (first > floor && begin - first < kMostOwnerTokens && doc.at(first).space_before &&
         doc.is_word(first - 1) &&
         !doc.is(first - 1, kFunctionWord | kSay | kThink | kCopula | kAppoint)) {
    const std::string_view w = doc.lower(first - 1);
    // "tekniska nämndens"; never "besökte Sveriges", "besökte skolans".
    const bool past = w.ends_with("te") || w.ends_with("ade");
    const bool adjective =
        !doc.at(first).capital && !past && (w.ends_with("a") || w.ends_with("e"));
    if (!(doc.at(first - 1).capital && doc.at(first).capital) && !is_owner(doc, first - 1) &&
        !adjective)
      break;
    --first;
  }
  return first;
}

// "… för Skolverket har regeringen utsett": where the clause of an organisation has its verb.
bool is_auxiliary(std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {
      "har",   "hade", "får",    "fick",  "ska",  "skall",  "skulle", "kan",
      "kunde", "vill", "ville",  "måste", "bör",  "kommer", "kom",    "tar",
      "tog",   "gör",  "gjorde", "går",   "gick", "ser",    "såg",    "inte"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lower) != std::end(kVerbs);
}

// End of an organisation that begins at `begin`: up to punctuation, a verb or a conjunction that
// opens something else. Names of organisations keep inner "och", "för", "i".
std::uint32_t organisation_end(const Document& doc, std::uint32_t begin, std::uint32_t ceiling) {
  std::uint32_t i = begin;
  while (i < ceiling && i - begin < kMostOrgTokens) {
    const Token& t = doc.at(i);
    if (t.kind == TokenKind::kOpen) {  // "… Regioner (SKR)", "AB (publ)"
      std::uint32_t close = i;
      while (close < ceiling && !doc.is_kind(close, TokenKind::kClose) && close - i < 4) ++close;
      if (!doc.is_kind(close, TokenKind::kClose)) break;
      i = close + 1;
      continue;
    }
    if (t.kind == TokenKind::kOther && i > begin && doc.between(i, i + 1) == "&") {
      ++i;
      continue;
    }
    if (t.kind != TokenKind::kWord && t.kind != TokenKind::kNumber) break;
    if (doc.is(i, kSay | kCopula | kAppoint) && !t.capital) break;
    const std::string_view w = doc.lower(i);
    // "sändebud i Benin den 5 oktober", "ordförande i X hösten 2025"
    if (w == "tillika") break;
    if (w == "den" && doc.is_kind(i + 1, TokenKind::kNumber)) break;
    if (w == "hösten" || w == "våren" || w == "sommaren" || w == "vintern") break;
    if (is_auxiliary(w) && !t.capital) break;
    if (w == "som" || w == "att" || w == "men" || w == "då" || w == "när" || w == "efter" ||
        w == "sedan" || w == "under")
      break;
    if (is_and(doc, i)) {
      // "i näringsutskottet och rättspolitisk talesperson": a second office, not the organisation.
      const std::uint32_t next = i + 1;
      // "ambassadör i Tyskland och flyttade till …"
      const bool verb = doc.is_lower_word(next) && doc.lower(next).size() > 4 &&
                        !is_hanging(doc, i - 1) && !doc.lower(next).ends_with("nde") &&
                        (doc.lower(next).ends_with("ade") || doc.lower(next).ends_with("de") ||
                         doc.lower(next).ends_with("te"));
      if (verb || next >= ceiling ||
          (!is_hanging(doc, i - 1) && !doc.at(next).capital && !is_hanging(doc, next) &&
           (is_role(doc, next) || is_adjective(doc, next) || doc.is(next, kFunctionWord)))) {
        break;
      }
      if (!doc.at(i - 1).capital && !is_hanging(doc, i - 1) && !doc.is_lower_word(next)) break;
    }
    ++i;
  }
  while (i > begin && doc.is_word(i - 1) && doc.is(i - 1, kFunctionWord)) --i;
  return i;
}

// Whether an organisation can begin with this word: not "i sitt anförande", "i samband med".
bool can_open_organisation(const Document& doc, std::uint32_t i) {
  if (!doc.is_word(i)) return doc.is_kind(i, TokenKind::kNumber);
  const std::string_view w = doc.lower(i);
  if (w == "den" || w == "det" || w == "de") return true;
  return !doc.is(i, kFunctionWord) && w != "samband" && w != "kommentar" && w != "uttalande";
}

bool keeps_complement(std::string_view written) {
  // "ministern för civilt försvar"
  const std::string_view role =
      written.ends_with("ministern") ? written.substr(0, written.size() - 1) : written;
  return role.ends_with("minister") || role.ends_with("ambassadör") || role.ends_with("sändebud") ||
         role.ends_with("professor") || role.ends_with("docent") || role.ends_with("lektor");
}

// "Chief Sustainability Officer": capitals up to the noun, none of them an owner.
bool is_english_title(const Document& doc, std::uint32_t begin, std::uint32_t noun) {
  if (noun == begin) return false;
  for (std::uint32_t i = begin; i <= noun; ++i) {
    if (!doc.is_word(i) || !doc.at(i).capital || (i < noun && doc.lower(i).back() == 's'))
      return false;
  }
  return true;
}

// "boende på", "född i", "känd från", "verksam vid": how somebody is, no office.
bool is_state(std::string_view word) {
  for (const std::string_view ending :
       {"nde", "ad", "dd",  "nd", "rd", "gd", "ld", "tt", "dt", "ft", "rt",  "lt", "vuxen", "sam",
        "ell", "ig", "isk", "en", "et", "a",  "ar", "te", "de", "og", "bor", "ör", "yr"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

std::optional<RolePhrase> role_before(const Document& doc, std::uint32_t end) {
  if (end == 0 || end > doc.size()) return std::nullopt;
  const std::uint32_t floor = doc.paragraphs()[doc.paragraph_index(end - 1)].begin;
  if (end <= floor) return std::nullopt;
  std::uint32_t last = end - 1;
  if (!doc.is_word(last)) return std::nullopt;
  RolePhrase role;
  role.end = end;
  if (is_role(doc, last)) {
    role.begin = extend_left(doc, last, floor);
  } else if (is_retired(doc, last) && last > floor && is_role(doc, last - 1)) {
    role.begin = extend_left(doc, last - 1, floor);
  } else {
    if (doc.is(last, kFunctionWord | kPreposition)) return std::nullopt;
    // "minister för civilt försvar NAME", "chefen för Arbetsförmedlingen NAME".
    std::uint32_t i = last;
    bool found = false;
    while (i > floor && last - i < 8 && doc.is_word(i) && !doc.is(i, kSay | kCopula)) {
      if (doc.is(i, kPreposition) && i < last + 1 && i > floor && is_role(doc, i - 1)) {
        found = i < last;
        break;
      }
      if (doc.is(i, kFunctionWord) && !doc.is(i, kPreposition) && doc.lower(i) != "och") break;
      --i;
    }
    if (!found) return std::nullopt;
    role.begin = extend_left(doc, i - 1, floor);
    if (doc.lower(i) == "med") {  // "EU-minister med ansvar för nordiska frågor"
      role.end = i;
    } else if (!keeps_complement(doc.lower(i - 1)) || doc.at(i + 1).capital) {
      role.end = i;
      role.org_begin = i + 1;
      role.org_end = end;
    }
  }
  role.phrase_begin = role.begin;
  role.phrase_end = end;
  const std::uint32_t owner = owner_left(doc, role.begin, floor);
  if (owner < role.begin) {
    role.phrase_begin = owner;
    if (role.org_begin == role.org_end) {
      role.org_begin = owner;
      role.org_end = role.begin;
      role.org_genitive = true;
    }
  }
  return role;
}

std::optional<RolePhrase> role_at(const Document& doc, std::uint32_t begin, bool open) {
  if (begin >= doc.size()) return std::nullopt;
  const std::uint32_t ceiling = doc.paragraph_of(begin).end;
  RolePhrase role;
  role.phrase_begin = begin;
  // Owners and adjectives up to the first role noun.
  std::uint32_t noun = begin;
  while (noun < ceiling && noun - begin < kMostOwnerTokens) {
    if (!doc.is_word(noun)) {
      if (doc.is_kind(noun, TokenKind::kComma) && noun > begin && is_hanging(doc, noun - 1)) {
        ++noun;
        continue;
      }
      return std::nullopt;
    }
    if (is_role(doc, noun) && !(is_adjective(doc, noun) && is_role(doc, noun + 1))) break;
    const bool joint = is_and(doc, noun) && noun > begin && is_hanging(doc, noun - 1);
    if (!joint && !is_adjective(doc, noun) &&
        doc.is(noun, kFunctionWord | kSay | kThink | kCopula | kPreposition)) {
      if (open && noun > begin && doc.is(noun, kPreposition)) break;
      return std::nullopt;
    }
    ++noun;
  }
  const bool known = noun < ceiling && noun - begin < kMostOwnerTokens && is_role(doc, noun);
  if (!known) {
    if (!open || !doc.is_lower_word(begin) ||
        doc.is(begin,
               kFunctionWord | kSay | kThink | kCopula | kPreposition | kAppoint | kFirstPerson)) {
      return std::nullopt;
    }
    noun = begin;
    if (begin + 1 < ceiling && doc.is_lower_word(begin + 1) &&
        !doc.is(begin + 1, kPreposition | kFunctionWord)) {
      // Two lower-case words: owner and noun ("anläggningens eldsjäl"), nothing longer.
      if (!is_owner(doc, begin)) return std::nullopt;
      noun = begin + 1;
    }
    const std::uint32_t next = noun + 1;
    const bool closes =
        next >= ceiling || doc.is(next, kPreposition) || doc.is_kind(next, TokenKind::kComma) ||
        doc.is_kind(next, TokenKind::kFullStop) || doc.is_kind(next, TokenKind::kColon) ||
        (doc.is_word(next) && (doc.lower(next) == "som" || doc.lower(next) == "sedan"));
    const bool state = doc.is(next, kPreposition) && is_state(doc.lower(noun));
    if (!closes || doc.lower(noun).size() < 3 || state) return std::nullopt;
  }
  role.begin = is_english_title(doc, begin, noun) ? begin : extend_left(doc, noun, begin);
  role.end = noun + 1;
  if (known && role.end < ceiling && is_retired(doc, role.end)) ++role.end;
  if (role.begin > begin) {
    const std::uint32_t owner = role.begin;
    // Only a genitive owns; "den nya ordföranden" has none.
    if (is_owner(doc, owner - 1)) {
      role.org_begin = begin;
      role.org_end = owner;
      role.org_genitive = true;
    }
  }
  // A second office: "och koncernchef", "och biträdande vicerektor".
  for (std::uint32_t i = role.end; i + 1 < ceiling && is_and(doc, i);) {
    std::uint32_t next = i + 1;
    while (next < ceiling && is_adjective(doc, next) && !is_role(doc, next)) ++next;
    if (next >= ceiling || !is_role(doc, next) || doc.at(next).capital) break;
    role.end = next + 1;
    i = role.end;
  }
  role.phrase_end = role.end;
  std::uint32_t next = role.end;
  if (next < ceiling && doc.is(next, kPreposition) && !doc.at(next).capital) {
    const std::uint32_t org_end =
        can_open_organisation(doc, next + 1) ? organisation_end(doc, next + 1, ceiling) : next + 1;
    if (org_end > next + 1) {
      role.phrase_end = org_end;
      const std::string_view head = doc.lower(role.end - 1);
      const std::string_view prep = doc.lower(next);
      const bool is_minister = head.ends_with("minister") || head.ends_with("ministern");
      const bool minister = is_minister && prep == "för";
      const bool place_or_subject =
          (prep == "i" || prep == "vid") && keeps_complement(head) && !is_minister;
      if (minister || place_or_subject) {
        // "docent i limnologi vid Högskolan": the subject belongs to the title, the rest does not.
        std::uint32_t stop = next + 1;
        while (stop < org_end && !(doc.is(stop, kPreposition) && stop > next + 1)) ++stop;
        role.end = stop;
        if (stop + 1 < org_end && can_open_organisation(doc, stop + 1)) {
          role.org_begin = stop + 1;
          role.org_end = org_end;
          role.org_genitive = false;
        }
      } else if (!role.org_genitive) {
        role.org_begin = next + 1;
        role.org_end = org_end;
      }
    }
  } else if (next < ceiling && doc.is_word(next) && doc.at(next).capital &&
             doc.at(next).space_before) {
    // "folkhälsopolitisk talesperson Liberalerna"
    const std::uint32_t org_end = organisation_end(doc, next, ceiling);
    role.phrase_end = org_end;
    if (!role.org_genitive) {
      role.org_begin = next;
      role.org_end = org_end;
    }
  }
  return role;
}

std::string strip_genitive(std::string word) {
  if (word.ends_with(":s")) {
    word.resize(word.size() - 2);
  } else if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') {
    word.pop_back();
  }
  return word;
}

std::string role_text(const Document& doc, const RolePhrase& role) {
  std::string text = doc.clean(role.begin, role.end);
  if (role.begin < doc.size() && doc.at(role.begin).capital && !doc.at(role.begin).all_capitals) {
    const std::string_view raw = doc.raw(role.begin);
    const bool abbreviation = raw.size() > 1 && raw[1] >= 'A' && raw[1] <= 'Z';
    const bool english = role.end - role.begin > 1 && doc.at(role.end - 1).capital;
    if (!abbreviation && !english) {
      const std::string first = clean_text(raw);
      const std::string_view lower = doc.lower(role.begin);
      if (text.compare(0, first.size(), first) == 0) text.replace(0, first.size(), lower);
    }
  } else if (role.end == role.begin + 1 && doc.at(role.begin).all_capitals) {
    text = doc.lower(role.begin);  // "VD"
  }
  return text;
}

std::string organisation_text(const Document& doc, const RolePhrase& role) {
  if (role.org_begin >= role.org_end) return {};
  std::uint32_t begin = role.org_begin;
  while (begin + 1 < role.org_end && (doc.lower(begin) == "den" || doc.lower(begin) == "det"))
    ++begin;
  std::string text = doc.clean(begin, role.org_end);
  if (role.org_genitive) text = strip_genitive(std::move(text));
  return text;
}

}  // namespace pressarkiv::extract
