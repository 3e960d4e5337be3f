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
constexpr std::uint32_t kCandidates = 80;  // Many are names and offices.

template <typename Visit>
void each_word(std::string_view folded, Visit visit) {
  static constexpr std::string_view kApart = " -,";
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(kApart, at), folded.size());
    if (end > at) visit(folded.substr(at, end - at));
    at = end + 1;
  }
}

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
    bool found = false;
    each_word(fold_label(words), [&](std::string_view word) {
      // "Ebba Buschs", "näringsministern"
      for (const std::string_view ending : {"", "s", "n", "en", "ns"}) {
        if (word.size() <= ending.size() + 2 || word.substr(word.size() - ending.size()) != ending)
          continue;
        found = found || words_.count(word.substr(0, word.size() - ending.size())) > 0;
      }
    });
    return found;
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
    each_word(fold_label(text), [&](std::string_view word) {
      if (word.size() > 2) words_.emplace(word);
    });
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
