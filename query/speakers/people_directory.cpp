// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/people_directory.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/schema/stored_people.h"
#include "common/text/fold.h"
#include "common/text/near_miss.h"
#include "query/search/index_reader.h"
#include "query/speakers/offices.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kLongName = 10;  // Bytes; below, a letter makes another name.
constexpr std::size_t kFarMore = 10;

bool has_words(const std::string& key, const std::vector<std::string>& words) {
  const std::vector<std::string> parts = label_words(key);
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(parts.begin(), parts.end(), word) != parts.end();
  });
}

/// Reads all releases' people into a table by folded name.
class Collector {
 public:
  Collector(const NameAliases& aliases, std::vector<SightedRelease>& releases,
            std::vector<DirectoryPerson>& people)
      : aliases_(aliases), releases_(releases), people_(people) {}

  void read(const Columns& columns) {
    ColumnReader cards(columns, Column::kCard);
    columns.each(Column::kPeople, [&](std::uint32_t docid, std::string_view people) {
      const Card shown = decode_card(cards.value(docid));
      const auto release = static_cast<std::uint32_t>(releases_.size());
      releases_.push_back({shown.id, shown.title, shown.date});
      for (const StoredPerson& person : decode_people(people)) add(person, release);
    });
    finish();
  }

 private:
  void add(const StoredPerson& person, std::uint32_t release) {
    // A surname alone, or a contact only: nobody to have a page.
    if (person.is_contact || person.name.find(' ') == std::string::npos) return;
    const std::string own_key = fold_label(person.name);
    const std::string key = aliases_.canonical(own_key);
    const auto [found, added] = index_.try_emplace(key, people_.size());
    if (added) {
      people_.emplace_back();
      people_.back().key = key;
      spellings_.emplace_back();
    }
    DirectoryPerson& entry = people_[found->second];
    if (key == own_key) {
      ++spellings_[found->second][person.name];
    } else {
      add_name(entry, person.name);
    }
    for (const std::string& form : person.names) {
      add_name(entry, form);
    }
    Sighting sighting;
    sighting.release = release;
    if (!person.role.empty()) sighting.roles.push_back(person.role);
    for (const std::string& role : person.other_roles) sighting.roles.push_back(role);
    sighting.organisation = person.organisation;
    sighting.party = person.party;
    sighting.quotes = person.quotes;
    entry.quotes += person.quotes;
    entry.sightings.push_back(std::move(sighting));
  }

  static void add_name(DirectoryPerson& entry, const std::string& name) {
    std::vector<std::string>& names = entry.other_names;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  void finish() {
    for (std::size_t i = 0; i < people_.size(); ++i) {
      // Known by other names only: the one that its users prefer was never used.
      if (spellings_[i].empty()) spellings_[i][people_[i].other_names.front()] = 1;
      const auto commonest =
          std::max_element(spellings_[i].begin(), spellings_[i].end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      people_[i].name = commonest->first;
      std::stable_sort(people_[i].sightings.begin(), people_[i].sightings.end(),
                       [&](const Sighting& a, const Sighting& b) {
                         const auto& first = releases_[a.release].date;
                         const auto& second = releases_[b.release].date;
                         if (!first || !second) return first.has_value() && !second;
                         return first->first_day() < second->first_day();
                       });
    }
  }

  const NameAliases& aliases_;
  std::vector<SightedRelease>& releases_;
  std::vector<DirectoryPerson>& people_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<std::map<std::string, std::uint32_t>> spellings_;
};

void sort_by_sightings(std::vector<const DirectoryPerson*>& people) {
  std::sort(people.begin(), people.end(), [](const DirectoryPerson* a, const DirectoryPerson* b) {
    return a->sightings.size() != b->sightings.size() ? a->sightings.size() > b->sightings.size()
                                                      : a->key < b->key;
  });
}

/// Whether two folded names can be one person's: a letter apart, or one with more words behind.
bool may_be_same(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (longer.size() > shorter.size() && longer[shorter.size()] == ' ' &&
      longer.compare(0, shorter.size(), shorter) == 0)
    return true;
  if (shorter.size() < kLongName || longer.size() > shorter.size() + 1 || a[0] != b[0])
    return false;
  return edit_distance(a, b) == 1;
}

/// What an office without an organisation may stand beside and still be the country's.
bool is_own_country(const std::string& folded) {
  return folded.empty() || folded == "sverige" || folded == "regeringen" ||
         folded.find("sverige") != std::string::npos;
}

}  // namespace

Result<PeopleDirectory> PeopleDirectory::open(const ArchiveLayout& layout) {
  const Result<IndexReader> index = IndexReader::open(layout);
  if (!index) return index.error();
  Result<NameAliases> aliases = NameAliases::read(layout);
  if (!aliases) return aliases.error();
  PeopleDirectory directory;
  directory.aliases_ = std::move(*aliases);
  try {
    Collector(directory.aliases_, directory.releases_, directory.people_).read(*index->columns());
  } catch (const Xapian::Error& error) {
    return translate_index_error(error, layout);
  }
  return directory;
}

std::vector<const DirectoryPerson*> PeopleDirectory::find(std::string_view name,
                                                          bool& guessed) const {
  guessed = false;
  std::vector<const DirectoryPerson*> found;
  std::vector<std::string> words = label_words(fold_label(name));
  const auto collect = [&] {
    for (const DirectoryPerson& person : people_) {
      const bool by_other = std::any_of(
          person.other_names.begin(), person.other_names.end(),
          [&](const std::string& other) { return has_words(fold_label(other), words); });
      if (by_other || has_words(person.key, words)) found.push_back(&person);
    }
  };
  collect();
  if (found.empty()) {
    std::vector<std::string> known;
    for (const DirectoryPerson& person : people_) {
      for (std::string& word : label_words(person.key)) known.push_back(std::move(word));
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    for (std::string& word : words) {
      if (!std::binary_search(known.begin(), known.end(), word))
        word = std::string(nearest_name(word, candidates));
    }
    collect();
    guessed = !found.empty();
  }
  sort_by_sightings(found);
  return found;
}

std::vector<const DirectoryPerson*> PeopleDirectory::with_role(
    std::string_view role, std::string_view organisation) const {
  const std::string wanted = fold_label(role);
  const std::string where = fold_label(organisation);
  std::vector<const DirectoryPerson*> found;
  for (const DirectoryPerson& person : people_) {
    const bool seen = std::any_of(
        person.sightings.begin(), person.sightings.end(), [&](const Sighting& sighting) {
          if (!where.empty() && fold_label(sighting.organisation).find(where) == std::string::npos)
            return false;
          return std::any_of(
              sighting.roles.begin(), sighting.roles.end(),
              [&](const std::string& held) { return holds_office(fold_label(held), wanted); });
        });
    if (seen) found.push_back(&person);
  }
  sort_by_sightings(found);
  return found;
}

std::vector<const DirectoryPerson*> PeopleDirectory::with_organisation(
    std::string_view organisation) const {
  const std::string where = fold_label(organisation);
  std::vector<const DirectoryPerson*> found;
  for (const DirectoryPerson& person : people_) {
    const bool seen = std::any_of(
        person.sightings.begin(), person.sightings.end(), [&](const Sighting& sighting) {
          return fold_label(sighting.organisation).find(where) != std::string::npos;
        });
    if (seen) found.push_back(&person);
  }
  sort_by_sightings(found);
  return found;
}

std::vector<OfficeHolder> PeopleDirectory::holders(std::string_view role,
                                                   std::string_view organisation) const {
  const std::string wanted = fold_label(role);
  const std::string where = fold_label(organisation);
  std::vector<OfficeHolder> own;
  std::vector<OfficeHolder> foreign;
  for (const DirectoryPerson& person : people_) {
    OfficeHolder holder;
    std::size_t here = 0;  // Releases that say no organisation, or the one that is asked for.
    std::size_t there = 0;
    std::size_t elsewhere = 0;
    std::map<std::string, std::size_t> titles;
    for (const Sighting& sighting : person.sightings) {
      const SightedRelease& release = releases_[sighting.release];
      const auto held = std::find_if(
          sighting.roles.begin(), sighting.roles.end(),
          [&](const std::string& title) { return holds_office(fold_label(title), wanted); });
      if (!release.date || held == sighting.roles.end()) continue;
      const std::string in = fold_label(sighting.organisation);
      if (!where.empty() && in.find(where) != std::string::npos) {
        ++there;
      } else if (is_own_country(in)) {
        ++here;
      } else if (where.empty()) {
        ++elsewhere;
      } else {
        continue;
      }
      if (!in.empty()) holder.organisation = sighting.organisation;
      holder.evidence.push_back({*release.date, release.id, release.title});
      ++titles[*held];
    }
    if (titles.empty() || (!where.empty() && there == 0)) continue;
    holder.name = person.name;
    holder.role = std::max_element(titles.begin(), titles.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
    // Who is mostly seen in another country's office holds that one, also where it is not said.
    (elsewhere > here ? foreign : own).push_back(std::move(holder));
  }
  return own.empty() ? foreign : own;
}

RoleAnswer PeopleDirectory::role_at(std::string_view role, std::string_view organisation,
                                    const PartialDate& date) const {
  return holder_at(holders(role, organisation), date);
}

std::vector<RoleInterval> PeopleDirectory::roles_of(const DirectoryPerson& person) const {
  std::vector<RoleInterval> intervals;
  for (const Sighting& sighting : person.sightings) {
    const SightedRelease& release = releases_[sighting.release];
    for (std::size_t i = 0; i < sighting.roles.size(); ++i) {
      const std::string key = fold_label(sighting.roles[i]);
      auto same = std::find_if(intervals.begin(), intervals.end(), [&](const RoleInterval& known) {
        return same_office_word(fold_label(known.role), key) &&
               (i > 0 || sighting.organisation.empty() || known.organisation.empty() ||
                fold_label(known.organisation) == fold_label(sighting.organisation));
      });
      if (same == intervals.end()) {
        intervals.push_back({sighting.roles[i], i == 0 ? sighting.organisation : "", {}});
        same = intervals.end() - 1;
      } else if (i == 0 && same->organisation.empty()) {
        same->organisation = sighting.organisation;
      }
      same->evidence.push_back(
          {release.date ? *release.date : PartialDate{}, release.id, release.title});
    }
  }
  std::stable_sort(intervals.begin(), intervals.end(),
                   [](const RoleInterval& a, const RoleInterval& b) {
                     return b.evidence.back().date < a.evidence.back().date;
                   });
  return intervals;
}

std::vector<const DirectoryPerson*> PeopleDirectory::likely_same(
    const DirectoryPerson& person) const {
  std::vector<const DirectoryPerson*> same;
  for (const DirectoryPerson& other : people_) {
    if (&other != &person && may_be_same(person.key, other.key) &&
        !aliases_.are_apart(person.key, other.key))
      same.push_back(&other);
  }
  sort_by_sightings(same);
  return same;
}

bool PeopleDirectory::is_one_person(const std::vector<const DirectoryPerson*>& people) const {
  return std::all_of(people.begin() + 1, people.end(), [&](const DirectoryPerson* other) {
    return may_be_same(people.front()->key, other->key) &&
           !aliases_.are_apart(people.front()->key, other->key) &&
           people.front()->sightings.size() >= kFarMore * other->sightings.size();
  });
}

std::vector<std::pair<const DirectoryPerson*, std::uint32_t>> PeopleDirectory::companions(
    const DirectoryPerson& person, std::size_t limit) const {
  std::vector<bool> named(releases_.size(), false);
  for (const Sighting& sighting : person.sightings) named[sighting.release] = true;
  std::vector<std::pair<const DirectoryPerson*, std::uint32_t>> found;
  for (const DirectoryPerson& other : people_) {
    if (&other == &person) continue;
    const auto together = static_cast<std::uint32_t>(
        std::count_if(other.sightings.begin(), other.sightings.end(),
                      [&](const Sighting& sighting) { return named[sighting.release]; }));
    if (together > 0) found.emplace_back(&other, together);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace pressarkiv
