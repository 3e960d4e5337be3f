// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/short_forms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/extract/name_reader.h"
#include "indexer/extract/role_phrase.h"
#include "indexer/extract/word_map.h"

namespace pressarkiv::extract {
namespace {

class ShortForms {
 public:
  ShortForms(const Document& doc, const std::vector<NameMention>& surnames, PersonTable& table,
             std::vector<std::uint8_t>& taken)
      : doc_(doc),
        words_(doc.words()),
        names_(doc),
        surnames_(surnames),
        table_(table),
        taken_(taken) {
    for (std::uint32_t i = 0; i < table.people.size(); ++i) {
      const KnownPerson& person = table.people[i];
      for (const std::string& part : person.parts) add_part(part, i);
      if (!person.nickname.empty()) add_part(person.nickname, i);
    }
  }

  void run() {
    if (table_.people.empty() && surnames_.empty()) return;
    std::vector<std::uint32_t> last_seen(table_.people.size(), 0);
    std::sort(table_.mentions.begin(), table_.mentions.end(),
              [](const NameMention& a, const NameMention& b) { return a.begin < b.begin; });
    const std::size_t full_mentions = table_.mentions.size();
    std::size_t next_mention = 0;
    std::size_t next_title = 0;
    for (std::uint32_t i = 0; i < doc_.size(); ++i) {
      while (next_mention < full_mentions && table_.mentions[next_mention].begin <= i) {
        last_seen[table_.mentions[next_mention].person] = i + 1;
        ++next_mention;
      }
      const Token& t = doc_.at(i);
      if (taken_[i] != 0 || t.kind != TokenKind::kWord ||
          (!t.capital && (t.classes & kParticle) == 0))
        continue;
      while (next_title < surnames_.size() && surnames_[next_title].begin < i) ++next_title;
      const bool titled = next_title < surnames_.size() && surnames_[next_title].begin == i;
      if (link_surname(i, last_seen) || link_first_name(i, last_seen)) continue;
      if (titled) add_bare_surname(surnames_[next_title], last_seen);
    }
  }

 private:
  void add_part(const std::string& part, std::uint32_t person) {
    std::vector<std::uint32_t>& people = by_part_[part];
    if (people.empty() || people.back() != person) people.push_back(person);
  }

  // People with this word, or the word without its -s, in their name; ascending.
  std::vector<std::uint32_t> candidates(std::uint32_t token) const {
    std::string_view word = doc_.lower(token);
    std::vector<std::uint32_t> people;
    const auto add = [&] {
      const std::vector<std::uint32_t>* found = by_part_.find(word);
      if (found != nullptr) people.insert(people.end(), found->begin(), found->end());
    };
    add();
    if (word.size() > 1 && word.back() == 's') {
      word.remove_suffix(1);
      add();
      std::sort(people.begin(), people.end());
      people.erase(std::unique(people.begin(), people.end()), people.end());
    }
    return people;
  }

  // Length in tokens of the longest surname of `person` that stands at token i; 0 if none.
  std::uint32_t surname_at(const KnownPerson& person, std::uint32_t i, bool& genitive) const {
    for (std::size_t from = std::max<std::size_t>(person.given_parts, 1);
         from < person.parts.size(); ++from) {
      const std::size_t n = person.parts.size() - from;
      // All of the surname, or its first part of two ("Lövhage" for "Lövhage Ek").
      for (std::size_t take = n; take >= 1; --take) {
        if (take < n && (from != person.given_parts || take + 1 < n)) continue;
        if (matches(person.parts, from, take, i, genitive)) return static_cast<std::uint32_t>(take);
      }
    }
    return person.given_parts == 0 && matches(person.parts, 0, person.parts.size(), i, genitive)
               ? static_cast<std::uint32_t>(person.parts.size())
               : 0;
  }

  bool matches(const std::vector<std::string>& parts, std::size_t from, std::size_t count,
               std::uint32_t i, bool& genitive) const {
    if (i + count > doc_.size() ||
        doc_.paragraph_index(i) != doc_.paragraph_index(static_cast<std::uint32_t>(i + count - 1)))
      return false;
    for (std::size_t k = 0; k < count; ++k) {
      const auto token = static_cast<std::uint32_t>(i + k);
      if (!doc_.is_word(token) || taken_[token] != 0) return false;
      const std::string_view lower = doc_.lower(token);
      const std::string& part = parts[from + k];
      if (lower == part) {
        genitive = false;
        continue;
      }
      if (k + 1 != count || lower.size() != part.size() + 1 || lower.back() != 's' ||
          lower.substr(0, part.size()) != part)
        return false;
      genitive = true;
    }
    return doc_.at(static_cast<std::uint32_t>(i + count - 1)).capital;
  }

  bool link_surname(std::uint32_t i, std::vector<std::uint32_t>& last_seen) {
    std::uint32_t best = 0;
    std::uint32_t best_length = 0;
    std::uint32_t best_seen = 0;
    bool best_genitive = false;
    for (const std::uint32_t p : candidates(i)) {
      bool genitive = false;
      const std::uint32_t length = surname_at(table_.people[p], i, genitive);
      if (length == 0) continue;
      if (length > best_length || (length == best_length && last_seen[p] > best_seen)) {
        best = p;
        best_length = length;
        best_seen = last_seen[p];
        best_genitive = genitive;
      }
    }
    if (best_length == 0) return false;
    const std::uint32_t end = i + best_length;
    // "Maria Lund bor i Lund."
    if (doc_.is(i, kPlaceWord) && !best_genitive && i > doc_.paragraph_of(i).begin &&
        doc_.is_word(i - 1) && (doc_.lower(i - 1) == "i" || doc_.lower(i - 1) == "från"))
      return false;
    if (!stands_alone(i, end, best_genitive)) return false;
    add_short({i, end, best, NameForm::kSurname, best_genitive}, last_seen);
    return true;
  }

  // Not inside another run of names: "Sandahls Såg", "Anders Wallin" for a "J. P. Wallin".
  bool stands_alone(std::uint32_t begin, std::uint32_t end, bool genitive) const {
    const Paragraph& paragraph = doc_.paragraph_of(begin);
    if (end < paragraph.end && names_.joined(end) && names_.can_be_name(end) &&
        !doc_.is(end, kFunctionWord))
      return false;
    if (genitive && end < paragraph.end && names_.joined(end) && doc_.is_word(end) &&
        (words_.is_named_thing(doc_.lower(end)) || is_district(end)))
      return false;
    if (begin > paragraph.begin && names_.joined(begin) && doc_.is_word(begin - 1)) {
      const std::uint32_t before = begin - 1;
      if (names_.can_be_name(before) && taken_[before] == 0 && !doc_.starts_sentence(before) &&
          !doc_.is_role_noun(before))
        return false;
      if (names_.can_be_name(before) && names_.bearers(before) >= kKnownBearers &&
          !doc_.is(before, kFunctionWord))
        return false;
      if (words_.is_thing_lead(doc_.lower(before))) return false;
    }
    if (end < paragraph.end && doc_.is_kind(end, TokenKind::kOther) &&
        doc_.between(end, end + 1) == "&")
      return false;
    return true;
  }

  // "Marks kommun" beside a Mark.
  bool is_district(std::uint32_t i) const {
    const std::string_view lower = doc_.lower(i);
    return lower == "kommun" || lower == "kommuns" || lower == "län" || lower == "läns" ||
           lower == "stad" || lower == "stads";
  }

  bool link_first_name(std::uint32_t i, std::vector<std::uint32_t>& last_seen) {
    if (!doc_.at(i).capital) return false;
    const std::string_view lower = doc_.lower(i);
    std::uint32_t hits = 0;
    std::uint32_t person = 0;
    bool genitive = false;
    for (const std::uint32_t p : candidates(i)) {
      const KnownPerson& known = table_.people[p];
      if (known.given_parts == 0) continue;
      const auto is_form = [&](const std::string& form) {
        if (form.empty() || form.size() < 2) return false;
        if (lower == form) return true;
        const bool owner = lower.size() == form.size() + 1 && lower.back() == 's' &&
                           lower.substr(0, form.size()) == form;
        genitive = genitive || owner;
        return owner;
      };
      if (is_form(known.parts.front()) || is_form(known.nickname)) {
        ++hits;
        person = p;
      }
    }
    if (hits != 1 || !stands_alone(i, i + 1, genitive)) return false;
    if (doc_.is(i, kFunctionWord) && doc_.starts_sentence(i)) return false;
    add_short({i, i + 1, person, NameForm::kFirstName, genitive}, last_seen);
    return true;
  }

  void add_short(const NameMention& mention, std::vector<std::uint32_t>& last_seen) {
    table_.mentions.push_back(mention);
    last_seen[mention.person] = mention.begin + 1;
    std::fill(taken_.begin() + mention.begin, taken_.begin() + mention.end, std::uint8_t{1});
    std::string form = doc_.clean(mention.begin, mention.end);
    if (mention.genitive) form = strip_genitive(std::move(form));
    std::vector<std::string>& names = table_.people[mention.person].names;
    if (std::find(names.begin(), names.end(), form) == names.end())
      names.push_back(std::move(form));
  }

  void add_bare_surname(NameMention mention, std::vector<std::uint32_t>& last_seen) {
    KnownPerson person;
    person.name = doc_.clean(mention.begin, mention.end);
    std::string lower(doc_.lower(mention.begin));
    if (mention.genitive) {
      person.name = strip_genitive(std::move(person.name));
      lower = strip_genitive(std::move(lower));
    }
    mention.person = static_cast<std::uint32_t>(table_.people.size());
    by_part_[lower].push_back(mention.person);
    person.parts.push_back(std::move(lower));
    person.names.push_back(person.name);
    person.given_parts = 0;
    table_.people.push_back(std::move(person));
    last_seen.resize(table_.people.size(), 0);
    add_short(mention, last_seen);
  }

  const Document& doc_;
  const WordClasses& words_;
  const NameReader names_;
  const std::vector<NameMention>& surnames_;
  PersonTable& table_;
  std::vector<std::uint8_t>& taken_;
  WordMap<std::vector<std::uint32_t>> by_part_;
};

}  // namespace

void link_short_forms(const Document& doc, const std::vector<NameMention>& surnames,
                      PersonTable& table, std::vector<std::uint8_t>& taken) {
  ShortForms(doc, surnames, table, taken).run();
  std::sort(table.mentions.begin(), table.mentions.end(),
            [](const NameMention& a, const NameMention& b) { return a.begin < b.begin; });
}

}  // namespace pressarkiv::extract
