// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/person_finder.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/extract/name_reader.h"
#include "indexer/extract/person_forms.h"
#include "indexer/extract/role_phrase.h"
#include "indexer/extract/short_forms.h"
#include "indexer/extract/single_names.h"

namespace pressarkiv::extract {
namespace {

constexpr std::uint32_t kMostNameTokens = 7;
constexpr std::size_t kMostPeople = 4000;  // A list of members, not a release, names more.

class PersonFinder {
 public:
  PersonFinder(const Document& doc, const NameModel& model)
      : doc_(doc), words_(doc.words()), names_(doc), model_(model) {}

  PersonTable run() {
    taken_.assign(doc_.size(), 0);
    for (const Paragraph& paragraph : doc_.paragraphs()) {
      for (std::uint32_t i = paragraph.begin; i < paragraph.end;) i = read_run(i, paragraph);
    }
    accept_known();
    add_likely();
    add_coordinated();
    merge_forms(table_, words_);
    link_short_forms(doc_, surnames_, table_, taken_);
    add_single_names(doc_, model_, runs_, table_, taken_);
    table_.index_mentions(doc_.size());
    return std::move(table_);
  }

 private:
  // Reads the run that begins at `i`, notes a person if it is one; the token to go on with.
  std::uint32_t read_run(std::uint32_t i, const Paragraph& paragraph) {
    if (!names_.can_be_name(i)) return i + 1;
    NameRun run = names_.scan(i, paragraph.end);
    const NameRun whole = run;
    bool thing = false;
    while (run.begin < run.end && names_.is_opening_word(run.begin, run.end)) {
      thing = words_.is_thing_lead(doc_.lower(run.begin));
      ++run.begin;
      while (run.begin < run.end && !names_.can_be_name(run.begin)) ++run.begin;
    }
    if (run.begin + 1 < run.end && names_.bearers(run.begin) < kKnownBearers &&
        words_.is_thing_lead(doc_.lower(run.begin)))
      thing = true;
    if (run.begin >= run.end) return run.end;
    runs_.push_back(whole);
    if (names_.is_firm(run)) return run.end;
    const std::uint32_t stop = run.end;
    if (thing) return stop;
    if (names_.are_two_people(run)) {
      note({run.begin, run.begin + 2, 0});
      note({run.begin + 2, run.end, 0});
      return stop;
    }
    if (names_.ends_in_place_visited(run) || names_.ends_in_owner(run)) --run.end;
    if (names_.ends_in_title(run)) --run.end;
    const NameRun owner = names_.without_work(run);
    if (owner.end < run.end) {
      add_full(owner, true);
      return stop;
    }
    note(run);
    return stop;
  }

  void note(const NameRun& run) {
    if (run.end - run.begin > kMostNameTokens) return;
    const std::uint32_t last = run.end - 1;
    const Genitive genitive = names_.genitive_of(last);
    if (genitive == Genitive::kThing && !doc_.at(last + 1).capital) return;
    std::uint32_t name_words = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i)
      name_words += names_.can_be_name(i) ? 1U : 0U;
    if (name_words >= 2) {
      // "H.K.H. Kronprinsessan"
      const bool office = name_words == 2 && words_.is_definite_role(doc_.lower(last)) &&
                          doc_.at(run.begin).initial;
      if (office || names_.names_employer(run.begin, taken_) ||
          names_.points(run) < kAcceptPoints) {
        doubtful_.push_back(run);
        return;
      }
      add_full(run, genitive == Genitive::kOwner || after_is_genitive(run));
      return;
    }
    // "statsrådet Busch": a surname alone needs a title, and must not be a first name or a place.
    const std::string_view lower = doc_.lower(run.begin);
    // "rektor Karolinska institutet", "operatör AI-systemet"
    const bool thing = lower.find('-') != std::string_view::npos ||
                       (run.end < doc_.size() && doc_.is_word(run.end) && names_.joined(run.end) &&
                        (words_.is_organisation_word(doc_.lower(run.end)) ||
                         words_.is_named_thing(doc_.lower(run.end))));
    if (thing || !names_.follows_title(run.begin) || doc_.is(run.begin - 1, kKin) ||
        names_.names_employer(run.begin, taken_) || names_.bearers(run.begin) >= kKnownBearers ||
        words_.is_organisation_word(lower) || lower.size() < 3 ||
        doc_.is(run.begin, kPlaceWord | kNotName | kFunctionWord) || doc_.at(run.begin).initial ||
        words_.is_role_noun(lower)) {
      return;
    }
    surnames_.push_back({run.begin, run.end, 0, NameForm::kSurname, genitive == Genitive::kOwner});
  }

  // A run that says too little by itself but is the name of someone accepted elsewhere.
  void accept_known() {
    for (const NameRun& run : doubtful_) {
      const std::string name = doc_.clean(run.begin, run.end);
      if (by_name_.count(name) > 0) {
        add_full(run, false);
      } else if (name.back() == 's' && by_name_.count(name.substr(0, name.size() - 1)) > 0) {
        add_full(run, true);
      }
    }
  }

  // Names that the rules leave open and the model holds for people: "tysken Zeno Quattri".
  void add_likely() {
    NameFeatures features(doc_);
    for (NameRun run : runs_) {
      if (run.end - run.begin < 2 || is_taken(run) || names_.names_employer(run.begin, taken_))
        continue;
      if (names_.ends_in_title(run)) --run.end;
      if (names_.ends_in_owner(run) || ends_in_place(run)) --run.end;
      const std::optional<ScoredName> name = best_reading(model_, features, names_, run);
      if (!name || name->run.end - name->run.begin < 2) continue;
      const bool borne = names_.bearers(name->run.begin) >= 10;
      if (name->score < (borne ? kLeastScore : kLeastStrangeScore)) continue;
      add_full(name->run, names_.genitive_of(name->run.end - 1) == Genitive::kOwner);
    }
  }

  // "Därefter besöker Anna Berg Ek Linköpings socialtjänst."
  bool ends_in_place(const NameRun& run) const {
    const std::uint32_t last = run.end - 1;
    return run.end - run.begin > 2 && doc_.is(last, kPlaceWord) && names_.can_be_name(last - 1) &&
           !words_.looks_like_surname(doc_.lower(last));
  }

  bool is_taken(const NameRun& run) const {
    return std::any_of(taken_.begin() + run.begin, taken_.begin() + run.end,
                       [](std::uint8_t taken) { return taken != 0; });
  }

  // "Orden är Bengt-Åke Furuviks."
  bool after_is_genitive(const NameRun& run) const {
    const std::uint32_t last = run.end - 1;
    if (doc_.lower(last).size() < 4 || doc_.lower(last).back() != 's' ||
        doc_.lower(last).ends_with("ss"))
      return false;
    if (run.begin < 2 || !doc_.is_word(run.begin - 1) || doc_.lower(run.begin - 1) != "är" ||
        !doc_.is_word(run.begin - 2))
      return false;
    const std::string_view subject = doc_.lower(run.begin - 2);
    return subject == "orden" || subject == "ordet" || subject == "rösten" || subject == "tanken" ||
           subject == "idén" || subject == "citatet";
  }

  std::string form_of(const NameRun& run, bool genitive) const {
    std::string text = doc_.clean(run.begin, run.end);
    if (genitive) text = strip_genitive(std::move(text));
    return text;
  }

  void add_full(const NameRun& run, bool genitive) {
    KnownPerson person;
    person.name = form_of(run, genitive);
    bool given_phase = true;
    person.given_parts = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (doc_.is_kind(i, TokenKind::kQuoteMark)) continue;
      std::string lower(doc_.lower(i));
      if (run.nickname != 0 && i == run.nickname) {
        person.nickname = lower;
        continue;
      }
      if (i + 1 == run.end && genitive) lower = strip_genitive(std::move(lower));
      const bool is_given = i == run.begin || doc_.at(i).initial ||
                            (given_phase && i + 1 < run.end && names_.bearers(i) >= 3000 &&
                             !doc_.is(i, kListedSurname));
      given_phase = given_phase && is_given;
      if (given_phase) ++person.given_parts;
      person.parts.push_back(std::move(lower));
    }
    if (const GivenName* name = names_.given(run.begin)) {
      if (name->female >= 0.75F) person.gender = Gender::kFemale;
      if (name->female <= 0.25F) person.gender = Gender::kMale;
    }
    const std::uint32_t index = find_or_add(std::move(person));
    if (index == kNoPerson) return;
    table_.mentions.push_back({run.begin, run.end, index, NameForm::kFull, genitive});
    std::fill(taken_.begin() + run.begin, taken_.begin() + run.end, std::uint8_t{1});
  }

  /// The person of this name; kNoPerson where the release names too many for a release.
  std::uint32_t find_or_add(KnownPerson person) {
    const auto known = by_name_.find(person.name);
    if (known != by_name_.end()) return known->second;
    if (table_.people.size() >= kMostPeople) return kNoPerson;
    const auto index = static_cast<std::uint32_t>(table_.people.size());
    by_name_.emplace(person.name, index);
    person.names.push_back(person.name);
    table_.people.push_back(std::move(person));
    return index;
  }

  // "Inger och Stig Lövhage": a first name before "och" and a full name shares its surname.
  void add_coordinated() {
    std::vector<NameMention> found;
    for (const NameMention& mention : table_.mentions) {
      if (mention.begin < 2) continue;
      const std::uint32_t and_token = mention.begin - 1;
      const std::uint32_t first = mention.begin - 2;
      if (doc_.paragraph_index(first) != doc_.paragraph_index(mention.begin) ||
          !doc_.is_word(and_token) || doc_.lower(and_token) != "och" ||
          !names_.can_be_name(first) || taken_[first] != 0 ||
          names_.bearers(first) < kCommonBearers ||
          doc_.is(first, kPlaceWord | kFunctionWord | kNotName)) {
        continue;
      }
      if (first > doc_.paragraph_of(first).begin && names_.can_be_name(first - 1) &&
          names_.joined(first) && !doc_.is_role_noun(first - 1)) {
        continue;
      }
      found.push_back({first, first + 1, mention.person, NameForm::kFirstName, false});
    }
    for (NameMention& mention : found) {
      const KnownPerson other = table_.people[mention.person];
      if (other.parts.size() <= other.given_parts) continue;
      KnownPerson person;
      person.parts.emplace_back(doc_.lower(mention.begin));
      person.parts.insert(person.parts.end(), other.parts.begin() + other.given_parts,
                          other.parts.end());
      // The surname as it was written: the tail of the other's name.
      std::size_t at = 0;
      for (std::uint32_t i = 0; i < other.given_parts; ++i) at = other.name.find(' ', at) + 1;
      person.name = doc_.clean(mention.begin, mention.end) + " " + other.name.substr(at);
      if (const GivenName* name = names_.given(mention.begin))
        person.gender = name->female >= 0.75F   ? Gender::kFemale
                        : name->female <= 0.25F ? Gender::kMale
                                                : Gender::kUnknown;
      mention.person = find_or_add(std::move(person));
      if (mention.person == kNoPerson) continue;
      taken_[mention.begin] = 1;
      table_.mentions.push_back(mention);
    }
  }

  const Document& doc_;
  const WordClasses& words_;
  const NameReader names_;
  const NameModel& model_;
  PersonTable table_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::vector<std::uint8_t> taken_;    // Tokens that belong to a mention.
  std::vector<NameRun> runs_;          // All runs of capitals.
  std::vector<NameRun> doubtful_;      // Too few points where they stand.
  std::vector<NameMention> surnames_;  // Behind titles; persons only if no full name claims them.
};

}  // namespace

PersonTable find_people(const Document& doc, const NameModel& model) {
  return PersonFinder(doc, model).run();
}

void PersonTable::index_mentions(std::uint32_t token_count) {
  start_.assign(token_count, -1);
  cover_.assign(token_count, -1);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    start_[mentions[i].begin] = static_cast<std::int32_t>(i);
    for (std::uint32_t t = mentions[i].begin; t < mentions[i].end; ++t)
      cover_[t] = static_cast<std::int32_t>(i);
  }
}

}  // namespace pressarkiv::extract
