// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/release.h"

namespace pressarkiv {

/// Which text of a release a range points into. Values reach the disk: never renumber.
enum class FactText : std::uint8_t {
  kTitle = 0,
  kLead = 1,
  kBody = 2,
  kContacts = 3,  ///< Release::contact_text: personal data stands around these names.
  kBoilerplate = 4,
};
inline constexpr std::size_t kFactTextCount = 5;

/// The text itself.
inline const std::string& text_of(const Release& release, FactText text) {
  switch (text) {
    case FactText::kTitle:
      return release.title;
    case FactText::kLead:
      return release.lead;
    case FactText::kContacts:
      return release.contact_text;
    case FactText::kBoilerplate:
      return release.boilerplate;
    case FactText::kBody:
      break;
  }
  return release.body;
}

/// A range of one of the release's texts.
struct TextRange {
  FactText text = FactText::kBody;
  ByteRange range;
  bool operator==(const TextRange&) const = default;
};

/// A person that the release names by at least a surname.
struct Person {
  std::string name;                 ///< The fullest form in the text, without title and genitive.
  std::vector<std::string> names;   ///< Every form used for the person, the fullest one first.
  std::vector<TextRange> mentions;  ///< In order of text and place; a genitive -s lies outside.
  std::string role;  ///< Office or title as written, lower case but for names ("EU-minister").
  std::vector<std::string> other_roles;  ///< Further roles given in this release, as written.
  std::string organisation;  ///< Where the role is held, base form as far as the text has it.
  std::string party;         ///< "S", "KD" …; empty if not given.
  bool is_contact = false;   ///< Given as contact: telephone or mail stand beside the name.
  bool operator==(const Person&) const = default;
};

/// Somebody whom the release names by one word only, by first name or surname: likely a person, but
/// nobody to be looked up.
struct BareName {
  std::string name;
  std::vector<TextRange> mentions;  ///< In order of text and place; a genitive -s lies outside.
  bool operator==(const BareName&) const = default;
};

/// How the speaker of a quote was found. Values reach the disk: never renumber.
enum class SpeakerVia : std::uint8_t {
  kNone = 0,       ///< Nobody can be known; allowed, and better than a guess.
  kName = 1,       ///< Full name in the attribution.
  kSurname = 2,    ///< "säger Sjöö".
  kFirstName = 3,  ///< "säger Annika".
  kPronoun = 4,    ///< "säger hon".
  kRole = 5,       ///< "säger socialministern"; the speaker may still be open.
  kContext = 6,    ///< No attribution of its own: from its neighbours.
};
/// "none", "name", "surname", "firstname", "pronoun", "role", "context".
std::string_view to_string(SpeakerVia via);

inline constexpr std::uint32_t kNoPerson = 0xFFFFFFFF;

/// One utterance in direct speech.
struct Quote {
  std::string text;  ///< The parts joined by one space.
  FactText source = FactText::kBody;
  std::vector<ByteRange> parts;  ///< The exact words in `source`, without marks and attribution.
  std::uint32_t speaker = kNoPerson;  ///< Index into Facts::people.
  std::string speaker_name;           ///< Full name; empty if open.
  std::string role;  ///< The speaker's role as given in this release, or, for an open
                     ///< speaker, the office of the attribution ("socialministern").
  std::string organisation;
  std::string verb;       ///< As written ("säger"); empty where there is none.
  TextRange attribution;  ///< The clause that names the speaker; empty range if none.
  SpeakerVia via = SpeakerVia::kNone;
  float confidence = 0;  ///< 0–1: how likely the speaker is right; 0 where it is open.
  bool operator==(const Quote&) const = default;
};

/// What kind of place a name means. Values reach the disk: never renumber.
enum class PlaceKind : std::uint8_t {
  kMunicipality = 0,
  kCounty = 1,
  kProvince = 2,
  kLocality = 3
};
std::string_view to_string(PlaceKind kind);

/// A Swedish place named in the text (not the release's own Regioner).
struct RegionMention {
  PlaceKind kind = PlaceKind::kMunicipality;
  std::string name;  ///< Base form: "Alingsås", "Kronobergs län", "Dalsland".
  std::string code;  ///< SCB's code of the municipality or county; empty for a province.
  TextRange where;
  bool operator==(const RegionMention&) const = default;
};

/// What was concluded from one release. Derived, never the record.
struct Facts {
  std::vector<Person> people;        ///< In order of first mention.
  std::vector<BareName> bare_names;  ///< Kept apart from `people`; in order of first mention.
  std::vector<Quote> quotes;         ///< In order of text and place.
  std::vector<RegionMention> regions;
  bool operator==(const Facts&) const = default;
};

}  // namespace pressarkiv
