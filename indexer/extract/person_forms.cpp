// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/person_forms.h"

#include <algorithm>
#include <unordered_map>

#include "common/text/near_miss.h"

namespace pressarkiv::extract {
namespace {

std::string sounds_like(std::string_view lower) {
  // How a name is commonly misspelt: doubled letters, c/k, w/v, ph/f, th/t, z/s, y/i, silent h.
  std::string out;
  const std::string plain = fold_to_ascii(lower);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    char c = plain[i];
    if (c == 's' && plain.compare(i, 3, "sch") == 0) ++i;
    if (c == 'c' || c == 'q') c = 'k';
    if (c == 'w') c = 'v';
    if (c == 'z') c = 's';
    if (c == 'y' || c == 'j') c = 'i';
    if (c == 'p' && i + 1 < plain.size() && plain[i + 1] == 'h') c = 'f';
    if (c == 'h' && i > 0) continue;
    if (!out.empty() && out.back() == c) continue;
    out.push_back(c);
  }
  return out;
}

bool is_spelling_of(const KnownPerson& a, const KnownPerson& b) {
  if (a.parts.size() != b.parts.size()) return false;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (a.parts[i] == b.parts[i]) continue;
    ++differ;
    if (sounds_like(a.parts[i]) == sounds_like(b.parts[i])) continue;
    // A letter too much or too little in a long surname is a slip of the pen.
    const bool long_surname = i > 0 && std::min(a.parts[i].size(), b.parts[i].size()) >= 7;
    if (!long_surname || edit_distance(a.parts[i], b.parts[i]) > 1) return false;
  }
  return differ <= 1;
}

// Whether `b` is a shorter form of `a`: the same last or first surname, the first name equal, an
// initial of it, or the nickname.
bool is_short_form(const KnownPerson& a, const KnownPerson& b) {
  if (b.parts.empty() || a.parts.size() < b.parts.size()) return false;
  // "Hansson Thuresson" of "Olof Hansson Thuresson": both surnames and nothing else.
  if (b.parts.size() >= 2 && a.parts.size() == b.parts.size() + a.given_parts &&
      std::equal(b.parts.begin(), b.parts.end(), a.parts.begin() + a.given_parts))
    return true;
  const std::string& first_a = a.parts.front();
  const std::string& first_b = b.parts.front();
  const bool first = first_a == first_b || (!a.nickname.empty() && a.nickname == first_b) ||
                     (first_b.size() == 2 && first_b[1] == '.' && first_a[0] == first_b[0]);
  if (!first) return false;
  // The rest of b must occur in a in order.
  std::size_t at = 1;
  for (std::size_t i = 1; i < b.parts.size(); ++i) {
    while (at < a.parts.size() && a.parts[at] != b.parts[i]) ++at;
    if (at++ >= a.parts.size()) return false;
  }
  return a.parts.size() > b.parts.size() || !a.nickname.empty() || first_a != first_b;
}

// "besökte Nils Hage Halifax": `longer` stands once and ends in a place or a word that is no
// surname, `shorter` stands alone more than once.
bool is_overlong(const KnownPerson& longer, const KnownPerson& shorter, std::uint32_t longer_uses,
                 std::uint32_t shorter_uses, const WordClasses& words) {
  const std::size_t n = shorter.parts.size();
  if (n < 2 || longer.parts.size() <= n || longer_uses > 1 || shorter_uses < 1) return false;
  if (!std::equal(shorter.parts.begin(), shorter.parts.end(), longer.parts.begin())) return false;
  const std::string& next = longer.parts[n];
  const bool place = (words.classes_of(next) & kPlaceWord) != 0;
  if (place && !words.looks_like_surname(next)) return true;
  return shorter_uses >= 2 &&
         (place || longer.parts.size() > n + 1 || !words.looks_like_surname(next));
}

// For each person those who share a part of the name: nobody else can be the same.
class Namesakes {
 public:
  explicit Namesakes(const std::vector<KnownPerson>& people) : people_(people) {
    for (std::uint32_t i = 0; i < people.size(); ++i) {
      for (const std::string& part : people[i].parts) by_part_[part].push_back(i);
      if (!people[i].nickname.empty()) by_part_[people[i].nickname].push_back(i);
    }
  }
  // Ascending.
  std::vector<std::uint32_t> of(std::uint32_t person) const {
    std::vector<std::uint32_t> all;
    for (const std::string& part : people_[person].parts) {
      const std::vector<std::uint32_t>& others = by_part_.at(part);
      all.insert(all.end(), others.begin(), others.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

 private:
  const std::vector<KnownPerson>& people_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_part_;
};

// Who each person is another form of (itself for most); `wrong` are forms that are no names.
struct Merges {
  std::vector<std::uint32_t> target;
  std::vector<bool> wrong;

  std::uint32_t root(std::uint32_t i) const {
    for (std::uint32_t steps = 0; target[i] != i && steps < target.size(); ++steps) i = target[i];
    return i;
  }
};

Merges find_merges(const PersonTable& table, const WordClasses& words) {
  const std::vector<KnownPerson>& people = table.people;
  const auto count = static_cast<std::uint32_t>(people.size());
  Merges merges{std::vector<std::uint32_t>(count), std::vector<bool>(count, false)};
  for (std::uint32_t i = 0; i < count; ++i) merges.target[i] = i;
  std::vector<std::uint32_t> uses(count, 0);
  std::vector<std::uint32_t> plain(count, 0);  // Uses without a genitive -s.
  for (const NameMention& m : table.mentions) {
    ++uses[m.person];
    plain[m.person] += m.genitive ? 0U : 1U;
  }
  const Namesakes namesakes(people);
  for (std::uint32_t b = 0; b < count; ++b) {
    for (const std::uint32_t a : namesakes.of(b)) {
      if (a == b || merges.target[a] != a) continue;
      const bool shorter = is_short_form(people[a], people[b]) &&
                           !is_overlong(people[a], people[b], uses[a], uses[b], words);
      const bool overlong = is_short_form(people[b], people[a]) &&
                            is_overlong(people[b], people[a], uses[b], uses[a], words);
      // A genitive of a name that ends in -s by itself: "Lars Alders" and "Lars Alder".
      const bool inflected = people[b].name == people[a].name + "s" &&
                             (plain[a] > 0 || !words.looks_like_surname(people[b].parts.back()));
      // A surname in -s whose genitive, written like it, was read first: "Maj Ringfors uppdrag".
      const bool cut = people[a].name == people[b].name + "s" && plain[b] == 0 &&
                       words.looks_like_surname(people[a].parts.back());
      const bool slip = is_spelling_of(people[a], people[b]) &&
                        (uses[a] > uses[b] || (uses[a] == uses[b] && a < b));
      if (!shorter && !overlong && !slip && !inflected && !cut) continue;
      merges.wrong[b] = overlong || cut;
      merges.target[b] = a;
      break;
    }
  }
  return merges;
}

}  // namespace

void merge_forms(PersonTable& table, const WordClasses& words) {
  const Merges merges = find_merges(table, words);
  const auto count = static_cast<std::uint32_t>(table.people.size());
  std::vector<std::uint32_t> place(count, 0);
  std::vector<KnownPerson> kept;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (merges.target[i] != i) continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(table.people[i]);
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t root = merges.root(i);
    if (root != i && merges.target[root] == root && !merges.wrong[i])
      kept[place[root]].names.push_back(table.people[i].name);
  }
  for (NameMention& m : table.mentions) m.person = place[merges.root(m.person)];
  table.people = std::move(kept);
}

}  // namespace pressarkiv::extract
