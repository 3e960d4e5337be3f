// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/record/archive_layout.h"
#include "common/result.h"
#include "query/search/name_aliases.h"
#include "query/speakers/role_timeline.h"

namespace pressarkiv {

/// One person in one release.
struct Sighting {
  std::uint32_t release = 0;  ///< Index into PeopleDirectory::releases().
  std::vector<std::string> roles;
  std::string organisation;
  std::string party;
  std::uint32_t quotes = 0;
};

struct SightedRelease {
  std::string id;
  std::string title;
  std::optional<PartialDate> date;
};

/// Someone whom releases name by one full name (case and accents beside å ä ö do not count), not
/// only as a contact. Namesakes are one entry: their roles tell them apart.
struct DirectoryPerson {
  std::string name;  ///< The commonest spelling.
  std::string key;   ///< fold_label of it.
  std::vector<std::string> other_names;
  std::vector<Sighting> sightings;  ///< By date, oldest first; undated ones last.
  std::uint32_t quotes = 0;
};

/// A role of a person over time.
struct RoleInterval {
  std::string role;
  std::string organisation;
  std::vector<RoleEvidence> evidence;  ///< Oldest first.
};

/// Everyone whom the archive's releases name; names that ARCHIVE/names.txt makes one person's are
/// one entry. Reads the people of all releases when it is opened (about 15 ms for 10,000 releases).
class PeopleDirectory {
 public:
  /// Errors: those of IndexReader::open().
  static Result<PeopleDirectory> open(const ArchiveLayout& layout);

  const std::vector<DirectoryPerson>& people() const { return people_; }
  const std::vector<SightedRelease>& releases() const { return releases_; }

  /// People with all these words in a name, most sightings first; where there is nobody, those with
  /// the nearest words by spelling, and `guessed` is set.
  std::vector<const DirectoryPerson*> find(std::string_view name, bool& guessed) const;
  /// People who are seen in the office (see holds_office) and, if not "", in the organisation.
  std::vector<const DirectoryPerson*> with_role(std::string_view role,
                                                std::string_view organisation) const;
  std::vector<const DirectoryPerson*> with_organisation(std::string_view organisation) const;

  /// Who is seen in the office. An office without an organisation is Sweden's: holders for whom a
  /// release names another one count only where there are no others.
  std::vector<OfficeHolder> holders(std::string_view role, std::string_view organisation) const;
  RoleAnswer role_at(std::string_view role, std::string_view organisation,
                     const PartialDate& date) const;

  /// The roles of a person, latest first.
  std::vector<RoleInterval> roles_of(const DirectoryPerson& person) const;
  /// Entries that are likely the same person: a letter apart, or with a word more or less.
  std::vector<const DirectoryPerson*> likely_same(const DirectoryPerson& person) const;
  /// Whether names.txt says that the two are two.
  bool are_apart(const DirectoryPerson& a, const DirectoryPerson& b) const {
    return aliases_.are_apart(a.key, b.key);
  }
  /// Whether all of `others` are likely the first of them, who is named far more often.
  bool is_one_person(const std::vector<const DirectoryPerson*>& people) const;
  /// Who is named in the same releases, with the number of releases, most first.
  std::vector<std::pair<const DirectoryPerson*, std::uint32_t>> companions(
      const DirectoryPerson& person, std::size_t limit) const;

 private:
  std::vector<SightedRelease> releases_;
  std::vector<DirectoryPerson> people_;
  NameAliases aliases_;
};

}  // namespace pressarkiv
