// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/person_themes.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "common/text/fold.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kLeastReleases = 8;  // Of the person; fewer mark nothing.
constexpr std::uint32_t kLeastTogether = 4;
constexpr std::string_view kApart = " -,";
constexpr std::uint32_t kCandidates = 80;  // Many are names and offices.

/// The words that say who: names and offices of all people of the person's releases.
class WhoWords {
 public:
  WhoWords(const PeopleDirectory& directory, const DirectoryPerson& person) {
    words_.emplace("säger");
    add_person(person);
    for (const auto& [other, count] : directory.companions(person, directory.people().size()))
      add_person(*other);
  }

  bool has_any_of(std::string_view words) const {
    for (const std::string& each : label_words(fold_label(words), kApart)) {
      const std::string_view word = each;
      // "Ebba Buschs", "näringsministern"
      for (const std::string_view ending : {"", "s", "n", "en", "ns"}) {
        if (word.size() <= ending.size() + 2 || !word.ends_with(ending)) continue;
        if (words_.count(word.substr(0, word.size() - ending.size())) > 0) return true;
      }
    }
    return false;
  }

 private:
  void add_person(const DirectoryPerson& person) {
    add(person.name);
    for (const std::string& name : person.other_names) add(name);
    for (const Sighting& sighting : person.sightings) {
      for (const std::string& role : sighting.roles) add(office_of(role));
    }
  }

  // "minister för civilt försvar" says what, too: only "minister" says who.
  static std::string office_of(const std::string& role) {
    std::size_t end = role.size();
    for (const char* preposition : {" för ", " i ", " på ", " vid ", " med ", " till "})
      end = std::min(end, role.find(preposition));
    return role.substr(0, end);
  }

  void add(const std::string& text) {
    for (std::string& word : label_words(fold_label(text), kApart)) {
      if (word.size() > 2) words_.insert(std::move(word));
    }
  }

  std::set<std::string, std::less<>> words_;
};

}  // namespace

Result<std::vector<Theme>> person_themes(ThemeSearcher& searcher, const PeopleDirectory& directory,
                                         const DirectoryPerson& person, std::size_t most) {
  std::vector<Theme> themes;
  if (person.sightings.size() < kLeastReleases) return themes;
  ThemeRequest request;
  request.limit = kCandidates;
  request.least_releases = kLeastTogether;
  request.options.filters.push_back({Facet::kPerson, person.name});
  for (const std::string& name : person.other_names)
    request.options.filters.push_back({Facet::kPerson, name});
  Result<ThemeResult> found = searcher.themes(request);
  if (!found) return found.error();
  const WhoWords who(directory, person);
  for (Theme& theme : found->rising) {
    if (themes.size() >= most) break;
    if (!who.has_any_of(theme.words)) themes.push_back(std::move(theme));
  }
  return themes;
}

}  // namespace pressarkiv
