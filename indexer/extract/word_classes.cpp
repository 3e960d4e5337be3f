// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/word_classes.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "common/language/word_lists.h"
#include "common/places/gazetteer.h"
#include "common/text/endings.h"
#include "common/utf8.h"
#include "indexer/extract/name_data.h"
#include "indexer/extract/small_letters.h"
#include "indexer/extract/word_lists.h"

namespace pressarkiv::extract {
namespace {

namespace lists = word_lists;

template <const auto& kSuffixes>
bool ends_with_any(std::string_view word) {
  static constexpr Endings kEndings(kSuffixes);
  return kEndings.end(word);
}

template <typename Visit>
void each_word(std::string_view words, Visit visit) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end > at) visit(words.substr(at, end - at));
    at = end + 1;
  }
}

template <typename Visit>
void each_row(std::string_view table, Visit visit) {
  std::size_t at = table.find('\n');
  while (at != std::string_view::npos && at + 1 < table.size()) {
    const std::size_t begin = at + 1;
    at = table.find('\n', begin);
    const std::string_view row =
        table.substr(begin, at == std::string_view::npos ? at : at - begin);
    if (!row.empty()) visit(row);
  }
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (c >> 12U)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xF0U | (c >> 18U)));
    out.push_back(static_cast<char>(0x80U | ((c >> 12U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  }
}

bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF; }

// The plain letter under the marks of one character; letters without a decomposition by table.
char32_t find_base_letter(char32_t c) {
  switch (c) {
    case 0xF8:
      return 'o';
    case 0x142:
      return 'l';
    case 0x111:
    case 0xF0:
      return 'd';
    case 0x131:
      return 'i';
    case 0xE6:
      return 'a';
    case 0xFE:
      return 't';
    case 0xDF:
      return 's';
    default:
      break;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 8> decomposed{};
  const int32_t length = unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), decomposed.data(),
                                                 static_cast<int32_t>(decomposed.size()), &status);
  return length > 0 && U_SUCCESS(status) ? static_cast<char32_t>(decomposed[0]) : c;
}

// The same; those of Latin-1, which most are, are looked up once.
char32_t base_letter(char32_t c) {
  static const std::array<char32_t, 256> kLatin1 = [] {
    std::array<char32_t, 256> letters{};
    for (char32_t i = 0; i < letters.size(); ++i) letters[i] = find_base_letter(i);
    return letters;
  }();
  return c < kLatin1.size() ? kLatin1[c] : find_base_letter(c);
}

// The first indefinite form that a definite form can come from and that passes.
template <typename Test>
std::string_view indefinite_form(std::string_view word, Test test) {
  static constexpr std::string_view kLastLetters = "ntae";
  static constexpr auto kEndings =
      std::to_array<std::string_view>({":n", "en", "n", "nen", "et", "t", "na", "erna", "e"});
  if (kLastLetters.find(word.back()) == std::string_view::npos) return {};
  for (const std::string_view ending : kEndings) {
    if (ending.back() != word.back() || word.size() < ending.size() + 2 ||
        (ending != ":n" && word.size() == ending.size() + 2) || !word.ends_with(ending))
      continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (test(stem)) return stem;
  }
  return {};
}

/// The cities that name time zones, in Swedish, from ICU ("Addis Abeba", "Helsingfors"); research
/// stations left out, most of which bear a surname.
template <typename Visit>
void add_cities(Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(icu::Locale("sv"), status));
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) return;
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    icu::UnicodeString city;
    std::string utf8;
    names->getExemplarLocationName(*zone, city).toUTF8String(utf8);
    if (!zone->startsWith(u"Antarctica/") && !utf8.empty() && utf8.find(',') == std::string::npos)
      visit(utf8);
  }
}

}  // namespace

void append_lower(std::string_view word, std::string& out) {
  for (std::size_t at = 0; at < word.size();) {
    if (const std::size_t small = end_of_small_letters(word, at, word.size()); small > at) {
      out.append(word.substr(at, small - at));
      at = small;
      continue;
    }
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32)
                                               : static_cast<char>(byte));
      ++at;
      continue;
    }
    const char32_t c = next_character(word, at);
    if (is_invisible(c)) continue;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) {
      append_utf8(c + 0x20, out);
    } else if (c < 0x100) {
      append_utf8(c, out);
    } else {
      append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))), out);
    }
  }
}

std::string fold_to_ascii(std::string_view lower) {
  std::string folded;
  for (std::size_t at = 0; at < lower.size();) {
    const auto byte = static_cast<unsigned char>(lower[at]);
    if (byte < 0x80) {
      folded.push_back(static_cast<char>(byte));
      ++at;
      continue;
    }
    append_utf8(base_letter(next_character(lower, at)), folded);
  }
  return folded;
}

WordClasses::WordClasses() {
  add(lists::kFunctionWords, kFunctionWord);
  add(lists::kNotNames, kNotName);
  add(lists::kSayVerbs, kSay);
  add(lists::kThinkVerbs, kThink);
  add(lists::kRoleNouns, kRoleNoun);
  add(lists::kRoleAdjectives, kRoleAdjective);
  add(lists::kParticles, kParticle);
  add(lists::kOrgWords, kOrgWord);
  add(lists::kThingLeads, kOrgLead);
  add(lists::kThings, kThing);
  add(lists::kNotRoles, kNotRole);
  add(lists::kAppointments, kAppoint);
  add(lists::kEnglishWords, kEnglish);
  add(lists::kCopulas, kCopula);
  add(lists::kPrepositions, kPreposition);
  add(lists::kFirstPersons, kFirstPerson);
  add(lists::kKin, kKin);
  add(lists::kVisits, kVisit);
  const NstParts parts = nst_parts();
  for (const std::string_view part : parts.last) ordinary_[part] = 1;
  add("han", kHePronoun);
  add("hon", kShePronoun);
  add("hen", kHenPronoun);
  add_names();
  add_places();
}

void WordClasses::add(std::string_view words, std::uint32_t classes) {
  each_word(words, [&](std::string_view word) { words_[word] |= classes; });
}

void WordClasses::add_names() {
  each_row(name_data::kGivenNames, [&](std::string_view row) {
    const std::size_t first = row.find('\t');
    const std::size_t second = row.find('\t', first + 1);
    if (second == std::string_view::npos) return;
    GivenName name;
    std::from_chars(row.data() + first + 1, row.data() + second, name.bearers);
    std::from_chars(row.data() + second + 1, row.data() + row.size(), name.female);
    if (!given_.contains(row.substr(0, first))) given_[row.substr(0, first)] = name;
  });
  each_row(name_data::kSurnames, [&](std::string_view row) {
    std::string lower;
    append_lower(row, lower);
    words_[lower] |= kListedSurname;
  });
}

void WordClasses::add_places() {
  const auto add_place = [&](std::string_view name) {
    std::string lower;
    append_lower(name, lower);
    words_[lower] |= kPlaceWord;
    if (lower.back() != 's') words_[lower + "s"] |= kPlaceWord;
  };
  const Gazetteer gazetteer;
  for (const Municipality& place : gazetteer.municipalities()) add_place(place.name);
  for (const County& place : gazetteer.counties()) add_place(place.short_name);
  each_row(name_data::kLocalities,
           [&](std::string_view row) { add_place(row.substr(0, row.find('\t'))); });
  each_row(name_data::kProvinces,
           [&](std::string_view row) { add_place(row.substr(0, row.find('\t'))); });
  each_row(name_data::kCountries, add_place);
  // Country names in Swedish come from ICU: nothing to ship, nothing to keep up to date.
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    std::string utf8;
    icu::Locale("", *code).getDisplayCountry(icu::Locale("sv"), name).toUTF8String(utf8);
    add_place(utf8);
  }
  add_cities(add_place);
}

std::uint32_t WordClasses::classes_of(std::string_view lower) const {
  if (lower.size() > 40) return 0;
  const std::uint32_t* found = words_.find(lower);
  return found == nullptr ? 0 : *found;
}

const GivenName* WordClasses::given_name(std::string_view lower) const {
  const GivenName* found = given_.find(lower);
  if (found == nullptr && std::any_of(lower.begin(), lower.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80;
      })) {
    found = given_.find(fold_to_ascii(lower));
  }
  return found;
}

std::string_view WordClasses::role_base(std::string_view lower) const {
  return role_base(lower, classes_of(lower));
}

std::string_view WordClasses::role_base(std::string_view lower, std::uint32_t classes) const {
  constexpr std::size_t kShortestBuilt = 6;
  if (lower.size() < 2 || lower.back() == '-') return {};
  if ((classes & (kNotRole | kFunctionWord)) != 0) return {};
  if ((classes & kRoleNoun) != 0) return lower;
  const std::string_view listed =
      indefinite_form(lower, [&](std::string_view w) { return (classes_of(w) & kRoleNoun) != 0; });
  if (!listed.empty()) return listed;
  if (lower.size() < kShortestBuilt) return {};
  if (ends_with_any<lists::kRoleSuffixes>(lower)) return lower;
  return indefinite_form(lower, [&](std::string_view w) {
    return w.size() + 1 >= kShortestBuilt && ends_with_any<lists::kRoleSuffixes>(w) &&
           (classes_of(w) & kNotRole) == 0;
  });
}

bool WordClasses::is_role_noun(std::string_view lower) const { return !role_base(lower).empty(); }

bool WordClasses::is_definite_role(std::string_view lower) const {
  const std::string_view base = role_base(lower);
  return !base.empty() && base.size() < lower.size();
}

std::string WordClasses::plural_role_base(std::string_view lower) const {
  struct Ending {
    std::string_view plural, singular;
  };
  static constexpr auto kEndings = std::to_array<Ending>({{"ledamöterna", "ledamot"},
                                                          {"ledamöter", "ledamot"},
                                                          {"männen", "man"},
                                                          {"råden", "råd"},
                                                          {"ombuden", "ombud"},
                                                          {"trarna", "ter"},
                                                          {"drarna", "der"},
                                                          {"arna", "are"},
                                                          {"arna", ""},
                                                          {"orna", "a"},
                                                          {"erna", ""},
                                                          {"er", ""}});
  for (const Ending& ending : kEndings) {
    if (!lower.ends_with(ending.plural)) continue;
    std::string base(lower.substr(0, lower.size() - ending.plural.size()));
    // "ministrarna", "systrarna": minister, syster.
    if (ending.plural == "arna" && (base.ends_with("tr") || base.ends_with("dr"))) continue;
    base += ending.singular;
    if (role_base(base) == base) return base;
  }
  return {};
}

bool WordClasses::is_role_adjective(std::string_view lower) const {
  if ((classes_of(lower) & kRoleAdjective) != 0) return true;
  if (lower.ends_with("ske")) {  // "den tekniske chefen"
    std::string plain(lower);
    plain.back() = 'a';
    if ((classes_of(plain) & kRoleAdjective) != 0) return true;
  }
  static constexpr auto kEndings =
      std::to_array<std::string_view>({"politisk", "politiska", "politiske", "baserad", "baserat"});
  return ends_with_any<kEndings>(lower);
}

bool WordClasses::is_named_thing(std::string_view lower) const {
  return (classes_of(lower) & kThing) != 0 || ends_as_named_thing(lower);
}

bool WordClasses::ends_as_named_thing(std::string_view lower) const {
  return ends_with_any<lists::kThingSuffixes>(lower);
}

bool WordClasses::is_organisation_word(std::string_view lower) const {
  return (classes_of(lower) & kOrgWord) != 0 || ends_with_any<lists::kOrgSuffixes>(lower);
}

bool WordClasses::is_thing_lead(std::string_view lower) const {
  return (classes_of(lower) & kOrgLead) != 0 || ends_with_any<lists::kThingLeadSuffixes>(lower);
}

bool WordClasses::looks_like_surname(std::string_view lower) const {
  return (classes_of(lower) & kListedSurname) != 0 || ends_with_any<lists::kSurnameSuffixes>(lower);
}

bool WordClasses::is_english_link(std::string_view lower) const {
  static constexpr auto kLinks = std::to_array<std::string_view>({"of", "the", "and", "for", "to"});
  return std::find(kLinks.begin(), kLinks.end(), lower) != kLinks.end();
}

bool WordClasses::looks_english(std::string_view lower) const {
  return (classes_of(lower) & kEnglish) != 0 ||
         (lower.size() >= 5 && ends_with_any<lists::kEnglishSuffixes>(lower));
}

bool WordClasses::looks_like_verb(std::string_view lower) const {
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"ar", "er", "år", "ör", "yr", "ade", "te", "de", "as", "es"});
  return lower.size() >= 3 && ends_with_any<kEndings>(lower) &&
         (classes_of(lower) & kFunctionWord) == 0;
}

}  // namespace pressarkiv::extract
