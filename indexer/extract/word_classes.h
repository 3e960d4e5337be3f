// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/extract/word_map.h"

namespace pressarkiv::extract {

/// What a word can be, as a set of bits. A word may have several ("mark" is a place and no
/// function word; "sa" is a verb of saying).
enum WordClass : std::uint32_t {
  kFunctionWord = 1U << 0U,  ///< Closed-class words: never a part of a name, never a role.
  kSay = 1U << 1U,           ///< Verbs that introduce speech anywhere ("säger", "berättade").
  kThink = 1U << 2U,         ///< Verbs that do so only beside a quote ("tror", "skrattar").
  kRoleNoun = 1U << 3U,  ///< Offices and occupations that no suffix rule finds ("vd", "präst").
  kRoleAdjective = 1U << 4U,  ///< Words that belong to the office ("vice", "särskild", "f.d.").
  kParticle = 1U << 5U,       ///< Particles inside names ("von", "af", "de").
  kOrgWord = 1U << 6U,        ///< Capitalised, makes a run of names an organisation ("AB", "Bygg").
  kOrgLead = 1U << 7U,       ///< Before a run: what follows is a thing ("föreningen", "fartyget").
  kPlaceWord = 1U << 8U,     ///< Municipality, county, locality, province, country.
  kNotName = 1U << 9U,       ///< Capitalised words that are no names: days, months, "EU" …
  kPreposition = 1U << 10U,  ///< Between a role and its organisation.
  kCopula = 1U << 11U,       ///< "är", "var", "blir".
  kAppoint = 1U << 12U,      ///< "utses", "förordnat", "tillträder".
  kThing = 1U << 13U,        ///< What is named after people ("torg", "minnesfond").
  kHePronoun = 1U << 14U,
  kShePronoun = 1U << 15U,
  kHenPronoun = 1U << 16U,
  kNotRole = 1U << 17U,  ///< Looks like a role by its ending but is none ("tidigare" alone).
  kListedSurname = 1U << 18U,
  kFirstPerson = 1U << 19U,  ///< "jag", "vi", "vår" …: speech rather than report.
  kVisit = 1U << 21U,        ///< "besöker": a place may stand behind its subject.
  kEnglish = 1U << 22U,      ///< English words of names of bodies and works.
  kKin = 1U << 20U,          ///< "son", "granne": a tie rather than an office.
};

/// What is known of a given name.
struct GivenName {
  std::uint32_t bearers = 0;
  float female = 0.5F;  ///< Share of women among them.
};

/// The extractor's words: closed lists of ours, the name statistics of Statistics Sweden
/// (data/README.md) and the names of places. Immutable after construction; construction takes some
/// milliseconds, so keep one.
class WordClasses {
 public:
  WordClasses();

  /// Classes of a word in lower case (å ä ö and accents kept).
  std::uint32_t classes_of(std::string_view lower) const;
  /// Whether it is a common noun, verb or adjective in one of its forms; asked of capitalised words
  /// only, so kept out of the classes that every word is looked up in.
  bool is_ordinary(std::string_view lower) const { return ordinary_.contains(lower); }
  /// A given name in lower case; null if unknown. Accents do not count.
  const GivenName* given_name(std::string_view lower) const;

  /// Whether a lower-case word is an office or occupation, in indefinite or definite form:
  /// listed, or built with one of the agent suffixes ("…chef", "…ledare", "…iker").
  bool is_role_noun(std::string_view lower) const;
  /// Whether it is one in a definite form ("rektorn", "kommunalrådet", "vd:n").
  bool is_definite_role(std::string_view lower) const;
  /// The indefinite form of a role noun ("rektorn" → "rektor"), itself if it is indefinite.
  std::string_view role_base(std::string_view lower) const;
  /// The same, where `classes` of the word are known.
  std::string_view role_base(std::string_view lower, std::uint32_t classes) const;
  /// The office or occupation of several, in the singular ("lärarna" → "lärare", "ledamöter" →
  /// "ledamot"); "" where it is none.
  std::string plural_role_base(std::string_view lower) const;
  /// Whether it ends like an adjective that belongs to an office ("skolpolitisk").
  bool is_role_adjective(std::string_view lower) const;
  /// Whether it is, or ends as, a thing that is named after people ("Drottninggatan", "pris").
  bool is_named_thing(std::string_view lower) const;
  /// Whether it ends as one by a suffix that no surname has ("Adolfsdagen", not "Strand").
  bool ends_as_named_thing(std::string_view lower) const;
  /// Whether a capitalised word makes the run an organisation ("AB", "Fastigheter", "Såg").
  bool is_organisation_word(std::string_view lower) const;
  /// Whether a lower-case noun before a run says that a thing follows ("föreningen", "romanen").
  bool is_thing_lead(std::string_view lower) const;
  /// Whether it ends like a Swedish or Slavic surname ("…sson", "…qvist", "…ić").
  bool looks_like_surname(std::string_view lower) const;
  /// Whether it links the words of an English name ("of").
  bool is_english_link(std::string_view lower) const;
  /// Whether it ends like an English noun or adjective ("Foundation"): what bears such a name in
  /// Swedish text is an organisation or a programme.
  bool looks_english(std::string_view lower) const;
  /// Whether it can be a finite verb by its ending ("skrattar", "undrade").
  bool looks_like_verb(std::string_view lower) const;

 private:
  void add(std::string_view words, std::uint32_t classes);
  void add_names();
  void add_places();

  WordMap<std::uint32_t> words_;
  WordMap<GivenName> given_;
  WordMap<std::uint8_t> ordinary_;  // Of no value but to be there.
};

/// Lower case of one UTF-8 word, soft hyphens and zero-width characters left out; appended to out.
void append_lower(std::string_view word, std::string& out);
/// Without accents, å ä ö included ("Åsa" → "asa"): the keys of the name statistics.
std::string fold_to_ascii(std::string_view lower);

}  // namespace pressarkiv::extract
