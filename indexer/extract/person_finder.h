// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/document_tokens.h"
#include "indexer/extract/name_model.h"
#include "indexer/extract/name_reader.h"

namespace pressarkiv::extract {

/// How much of a name stands in a mention.
enum class NameForm : std::uint8_t { kFull, kSurname, kFirstName };

/// One place where a person is named: tokens [begin, end).
struct NameMention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t person = 0;
  NameForm form = NameForm::kFull;
  bool genitive = false;  ///< The last token carries a genitive -s that is not part of the name.
};

/// What gender a given name tells.
enum class Gender : std::uint8_t { kUnknown, kFemale, kMale };

/// A person while the release is being read.
struct KnownPerson {
  std::string name;                ///< Fullest form.
  std::vector<std::string> names;  ///< All forms, fullest first.
  std::vector<std::string> parts;  ///< Lower-case tokens of the fullest form, nickname left out.
  std::string nickname;            ///< Lower case; empty if none.
  std::uint32_t given_parts = 1;   ///< How many of `parts` are given names; 0 for a bare surname.
  Gender gender = Gender::kUnknown;
};

/// One word, surname or first name, for somebody whom the release names no further.
struct SingleName {
  std::string name;
  std::vector<NameMention> mentions;  ///< NameMention::person is unused.
};

/// The people of a release and where they are named.
class PersonTable {
 public:
  std::vector<KnownPerson> people;
  std::vector<SingleName> bare_names;
  std::vector<NameMention> mentions;  ///< In order of tokens, disjoint.

  /// Index of the mention that begins at a token; -1 if none does.
  std::int32_t starting_at(std::uint32_t token) const {
    return token < start_.size() ? start_[token] : -1;
  }
  /// Index of the mention that covers a token; -1 if none does.
  std::int32_t covering(std::uint32_t token) const {
    return token < cover_.size() ? cover_[token] : -1;
  }
  /// To be called when `mentions` is complete.
  void index_mentions(std::uint32_t token_count);

 private:
  std::vector<std::int32_t> start_;
  std::vector<std::int32_t> cover_;
};

/// Finds everyone who is named by at least a surname, and links shorter and misspelt forms to the
/// fullest one. The rules stand in person_finder.cpp. O(tokens · people of the release).
PersonTable find_people(const Document& doc, const NameModel& model);

}  // namespace pressarkiv::extract
