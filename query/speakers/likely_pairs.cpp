// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/likely_pairs.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "common/hash.h"
#include "common/text/fold.h"
#include "query/speakers/offices.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMostOfOneKey = 40;
constexpr std::size_t kLeastLetters = 9;  // In shorter names a letter makes another name.
constexpr double kLeastScore = 0.5;
constexpr int kManyYears = 8;
constexpr std::size_t kOften = 5;  // Releases after which a role would have been seen.

// What each kind of difference is worth before anything is known of the two.
constexpr double kWritingWorth = 0.75;
constexpr double kSpellingWorth = 0.5;
constexpr double kMiddleWorth = 0.55;
constexpr double kEndingWorth = 0.45;

bool is_particle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {"von", "van", "af", "av", "de", "der",
                                                    "la",  "del", "di", "el", "al", "bin"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

/// A name without hyphens, blanks and particles.
std::string bare(const std::string& key) {
  std::string letters;
  for (const std::string& word : label_words(key, " -")) {
    if (!is_particle(word)) letters += word;
  }
  return letters;
}

/// Whether the words of `shorter` stand in `longer`, in order.
bool is_contained(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  std::size_t at = 0;
  for (const std::string& word : shorter) {
    while (at < longer.size() && longer[at] != word) ++at;
    if (at++ >= longer.size()) return false;
  }
  return true;
}

/// One letter more, less or other.
bool is_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() > b.size() + 2) return false;  // A letter is one or two bytes.
  std::size_t front = 0;
  while (front < b.size() && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < b.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return a.size() - front - back <= 2 && b.size() - front - back <= 2;
}

/// Pairs of entries that share a key.
class PairFinder {
 public:
  explicit PairFinder(const PeopleDirectory& directory) : directory_(directory) {}

  std::vector<LikelyPair> run() {
    const std::vector<DirectoryPerson>& people = directory_.people();
    for (std::uint32_t i = 0; i < people.size(); ++i) add_keys(i, people[i].key);
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t begin = 0; begin < keys_.size();) {
      std::size_t end = begin;
      while (end < keys_.size() && keys_[end].first == keys_[begin].first) ++end;
      pair_up(begin, std::min(end, begin + kMostOfOneKey));
      begin = end;
    }
    std::vector<LikelyPair> pairs;
    for (const auto& [a, b] : seen_) {
      if (auto pair = judge(people[a], people[b])) pairs.push_back(std::move(*pair));
    }
    std::sort(pairs.begin(), pairs.end(), [](const LikelyPair& a, const LikelyPair& b) {
      if (a.score != b.score) return a.score > b.score;
      const std::size_t of_a = a.first->sightings.size() + a.second->sightings.size();
      const std::size_t of_b = b.first->sightings.size() + b.second->sightings.size();
      return of_a != of_b ? of_a > of_b : a.first->key < b.first->key;
    });
    return pairs;
  }

 private:
  // Only the hash is kept: where two keys collide, the names are compared in vain, no more.
  void add_key(std::string_view key, std::uint32_t person) {
    keys_.emplace_back(stable_hash(key), person);
  }

  void add_keys(std::uint32_t person, const std::string& key) {
    const std::vector<std::string> words = label_words(key);
    if (words.size() < 2) return;
    add_key("ends " + words.front() + " " + words.back(), person);
    add_key("begins " + words[0] + " " + words[1], person);
    const std::string letters = bare(key);
    add_key("letters " + letters, person);
    if (letters.size() < kLeastLetters) return;
    // Names that are a letter apart share what is left without it.
    for (std::size_t i = 0; i < letters.size();) {
      std::size_t next = i + 1;
      while (next < letters.size() && (static_cast<unsigned char>(letters[next]) & 0xC0U) == 0x80U)
        ++next;
      add_key(letters.substr(0, i) + "*" + letters.substr(next), person);
      add_key(letters.substr(0, i) + "*" + letters.substr(i), person);
      i = next;
    }
  }

  void pair_up(std::size_t begin, std::size_t end) {
    for (std::size_t a = begin; a < end; ++a) {
      for (std::size_t b = a + 1; b < end; ++b) {
        if (keys_[a].second != keys_[b].second) seen_.emplace(keys_[a].second, keys_[b].second);
      }
    }
  }

  static std::optional<NameDifference> difference(const std::string& a, const std::string& b) {
    const std::string bare_a = bare(a);
    const std::string bare_b = bare(b);
    if (bare_a == bare_b) return NameDifference::kWriting;
    std::vector<std::string> shorter = label_words(a);
    std::vector<std::string> longer = label_words(b);
    if (shorter.size() > longer.size()) std::swap(shorter, longer);
    if (shorter.size() < longer.size() && shorter.front() == longer.front() &&
        is_contained(shorter, longer)) {
      return shorter.back() == longer.back() ? NameDifference::kMiddle : NameDifference::kEnding;
    }
    if (std::min(bare_a.size(), bare_b.size()) >= kLeastLetters && a[0] == b[0] &&
        is_letter_apart(bare_a, bare_b))
      return NameDifference::kSpelling;
    return std::nullopt;
  }

  std::optional<LikelyPair> judge(const DirectoryPerson& a, const DirectoryPerson& b) const;

  const PeopleDirectory& directory_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys_;  // Hash and person.
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
};

/// What is known of an entry, gathered for comparing.
struct Profile {
  std::set<std::string> roles;  // Folded.
  std::set<std::string> organisations;
  std::set<std::string> parties;
  std::set<std::uint32_t> releases;
  int first_year = 0;
  int last_year = 0;
};

Profile profile_of(const PeopleDirectory& directory, const DirectoryPerson& person) {
  Profile profile;
  for (const Sighting& sighting : person.sightings) {
    profile.releases.insert(sighting.release);
    for (const std::string& role : sighting.roles) profile.roles.insert(fold_label(role));
    if (!sighting.organisation.empty())
      profile.organisations.insert(fold_label(sighting.organisation));
    if (!sighting.party.empty()) profile.parties.insert(fold_label(sighting.party));
    const auto& date = directory.releases()[sighting.release].date;
    if (!date) continue;
    if (profile.first_year == 0) profile.first_year = date->year;
    profile.last_year = date->year;
  }
  return profile;
}

/// A value that both have; "" if there is none.
std::string common_value(const std::set<std::string>& a, const std::set<std::string>& b) {
  for (const std::string& value : a) {
    if (b.count(value) > 0) return value;
  }
  return {};
}

std::string common_role(const Profile& a, const Profile& b) {
  for (const std::string& role : a.roles) {
    for (const std::string& other : b.roles) {
      if (same_office_word(role, other)) return role;
    }
  }
  return {};
}

std::string_view describe(NameDifference difference) {
  switch (difference) {
    case NameDifference::kWriting:
      return "samma bokstäver, skrivna på två sätt";
    case NameDifference::kSpelling:
      return "en bokstav skiljer";
    case NameDifference::kMiddle:
      return "ett namn till i mitten";
    case NameDifference::kEnding:
      return "ett efternamn till";
  }
  return {};
}

double worth_of(NameDifference difference) {
  switch (difference) {
    case NameDifference::kWriting:
      return kWritingWorth;
    case NameDifference::kSpelling:
      return kSpellingWorth;
    case NameDifference::kMiddle:
      return kMiddleWorth;
    case NameDifference::kEnding:
      return kEndingWorth;
  }
  return 0;
}

std::string years_of(const Profile& profile) {
  const std::string first = std::to_string(profile.first_year);
  return profile.first_year == profile.last_year ? first
                                                 : first + "–" + std::to_string(profile.last_year);
}

/// Adds reasons and objections to a pair as they are found.
class Judge {
 public:
  Judge(LikelyPair& pair, const Profile& a, const Profile& b) : pair_(pair), a_(a), b_(b) {}

  void weigh() {
    speak_for(describe(pair_.difference), worth_of(pair_.difference));
    weigh_offices();
    weigh_times();
    const bool together = std::any_of(a_.releases.begin(), a_.releases.end(),
                                      [&](std::uint32_t r) { return b_.releases.count(r) > 0; });
    if (together) speak_against("nämns båda i samma release", 0.5);
    pair_.score = std::clamp(pair_.score, 0.0, 1.0);
  }

 private:
  void speak_for(std::string_view reason, double worth) {
    pair_.reasons.emplace_back(reason);
    pair_.score += worth;
  }
  void speak_against(std::string objection, double worth) {
    pair_.objections.push_back(std::move(objection));
    pair_.score -= worth;
  }

  void weigh_offices() {
    const std::string role = common_role(a_, b_);
    if (!role.empty()) {
      speak_for("samma roll: " + role, 0.25);
    } else if (!a_.roles.empty() && !b_.roles.empty() && b_.releases.size() >= kOften) {
      speak_against("ingen roll gemensam", 0.25);
    }
    const std::string organisation = common_value(a_.organisations, b_.organisations);
    if (!organisation.empty()) speak_for("samma organisation: " + organisation, 0.15);
    if (a_.parties.empty() || b_.parties.empty()) return;
    if (common_value(a_.parties, b_.parties).empty()) {
      speak_against("olika partier", 0.4);
    } else {
      speak_for("samma parti", 0.1);
    }
  }

  void weigh_times() {
    if (a_.first_year == 0 || b_.first_year == 0) return;
    const int gap = std::max(a_.first_year, b_.first_year) - std::min(a_.last_year, b_.last_year);
    const std::string years = years_of(a_) + " och " + years_of(b_);
    if (gap >= kManyYears) speak_against("långt isär: " + years, 0.2);
    if (gap <= 1) speak_for("samma tid: " + years, 0.1);
  }

  LikelyPair& pair_;
  const Profile& a_;
  const Profile& b_;
};

std::optional<LikelyPair> PairFinder::judge(const DirectoryPerson& a,
                                            const DirectoryPerson& b) const {
  const auto kind = difference(a.key, b.key);
  if (!kind || directory_.are_apart(a, b)) return std::nullopt;
  LikelyPair pair;
  const bool swap = b.sightings.size() > a.sightings.size();
  pair.first = swap ? &b : &a;
  pair.second = swap ? &a : &b;
  pair.difference = *kind;
  const Profile first = profile_of(directory_, *pair.first);
  const Profile second = profile_of(directory_, *pair.second);
  Judge(pair, first, second).weigh();
  if (pair.score < kLeastScore) return std::nullopt;
  return pair;
}

}  // namespace

std::string_view to_string(NameDifference difference) {
  switch (difference) {
    case NameDifference::kWriting:
      return "writing";
    case NameDifference::kSpelling:
      return "spelling";
    case NameDifference::kMiddle:
      return "middle";
    case NameDifference::kEnding:
      return "ending";
  }
  return {};
}

std::vector<LikelyPair> likely_pairs(const PeopleDirectory& directory) {
  return PairFinder(directory).run();
}

}  // namespace pressarkiv
