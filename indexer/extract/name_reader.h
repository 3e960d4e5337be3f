// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/document_tokens.h"

namespace pressarkiv::extract {

/// A run of capitalised words, tokens [begin, end).
struct NameRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t nickname = 0;  ///< Token of a nickname in quote marks; 0 if none.
};

/// Points of evidence that a run is a person; so many are needed (RULES.md has the table).
inline constexpr double kAcceptPoints = 3.0;
inline constexpr std::uint32_t kCommonBearers = 500;
inline constexpr std::uint32_t kKnownBearers = 100;

/// What the last -s of a run is: nothing, the genitive of a person, or the name of a thing.
enum class Genitive : std::uint8_t { kNone, kOwner, kThing };

/// Whether the token that follows a name is a party in brackets: "(S)".
bool has_party(const Document& doc, std::uint32_t token);

/// Reads runs of capitalised words and weighs whether they name a person.
class NameReader {
 public:
  explicit NameReader(const Document& doc) : doc_(doc), words_(doc.words()) {}

  bool can_be_name(std::uint32_t i) const {
    return doc_.is_word(i) && doc_.at(i).capital && is_name_word(i);
  }
  bool joined(std::uint32_t i) const;
  /// Particles between two capitalised words: how many tokens, 0 if none.
  std::uint32_t particles(std::uint32_t i, std::uint32_t end) const;
  NameRun scan(std::uint32_t i, std::uint32_t end) const;
  const GivenName* given(std::uint32_t i) const;
  std::uint32_t bearers(std::uint32_t i) const;
  /// "premiärminister Kristen Michal": whatever follows a title in lower case is a name.
  bool follows_title(std::uint32_t i) const;
  /// Whether a word that opens a sentence is no part of the name behind it.
  bool is_opening_word(std::uint32_t i, std::uint32_t end) const;
  /// "I dag träffade Jakob Ek Mattias Areskog.": a given name in the middle begins another person.
  bool are_two_people(const NameRun& run) const;
  /// "I dag besöker statsminister Ulf Ek Warszawa."
  bool ends_in_place_visited(const NameRun& run) const;
  /// "Ulf Ek Rådgivare", a line of a list; "minister Ulf Ek Sjöverket".
  bool ends_in_title(const NameRun& run) const;
  /// "Med kommer Ulf Ek Natos generalsekreterare Siv Ås."
  bool ends_in_owner(const NameRun& run) const;
  /// What the last -s of a run is: nothing, the genitive of a person, or the name of a thing.
  Genitive genitive_of(std::uint32_t last) const;
  bool role_behind(std::uint32_t end, std::uint32_t limit) const;
  bool title_before(const NameRun& run) const;
  /// "Anna Ek, regionchef Hebo": behind a name, a comma and an office in the indefinite the run
  /// that begins at `i` is whom she works for, unless it opens with a given name. `taken`: tokens
  /// of names found so far.
  /// "Birgit Nilsson Prize", "Lennart Meri-konferensen", "Malå Sameby": the last word is a thing,
  /// in English or in Swedish.
  bool ends_as_thing(const NameRun& run) const;
  /// How much of "Anders Lunds EU-krönika" is a name: up to the owner; else the whole run.
  NameRun without_work(const NameRun& run) const;
  bool names_employer(std::uint32_t i, const std::vector<std::uint8_t>& taken) const;
  double points(const NameRun& run) const;
  /// What no likeness to a name makes a person: a thing named after one, a title in quote marks, an
  /// organisation, words that open a sentence.
  bool is_barred(const NameRun& run) const;
  bool is_firm(const NameRun& run) const;
  bool opens_as_thing(std::uint32_t i) const;
  bool is_place_of_words(const NameRun& run) const;
  bool is_english(const NameRun& run) const;

 private:
  bool has_thing_tail(std::uint32_t i) const;
  bool is_name_word(std::uint32_t i) const;  // Of a word with a capital.
  const Document& doc_;
  const WordClasses& words_;
};

}  // namespace pressarkiv::extract
