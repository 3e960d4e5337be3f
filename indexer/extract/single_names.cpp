// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/single_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/extract/role_phrase.h"

namespace pressarkiv::extract {
namespace {

/// A word before the name may open the sentence.
constexpr std::uint32_t kMostWords = 2;

/// One word that may be somebody's name, with all the places where it stands alone.
struct Candidate {
  std::string name;
  float score = 0;    ///< Of all places together.
  bool acts = false;  ///< Speaks, or has a title or a party.
  std::uint32_t bearers = 0;
  std::vector<NameMention> mentions;
};

class SingleNames {
 public:
  SingleNames(const Document& doc, const NameModel& model, PersonTable& table,
              std::vector<std::uint8_t>& taken)
      : doc_(doc), names_(doc), features_(doc), model_(model), table_(table), taken_(taken) {
    for (const KnownPerson& person : table.people)
      known_.insert(person.parts.begin(), person.parts.end());
  }

  void run(const std::vector<NameRun>& runs) {
    for (const NameRun& run : runs) weigh(run);
    for (Candidate& candidate : candidates_) {
      if (candidate.score >= kLeastScore && !candidate.mentions.empty() &&
          !is_word_of_text(candidate))
        accept(candidate);
    }
    std::sort(table_.mentions.begin(), table_.mentions.end(),
              [](const NameMention& a, const NameMention& b) { return a.begin < b.begin; });
  }

 private:
  void weigh(const NameRun& run) {
    const FactText text = doc_.paragraph_of(run.begin).text;
    if (run.end - run.begin > kMostWords || text == FactText::kContacts ||
        text == FactText::kBoilerplate)
      return;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (taken_[i] != 0) return;
    }
    if (run.end - run.begin == 1 && !is_worth_weighing(run)) return;
    const std::optional<ScoredName> best = best_reading(model_, features_, names_, run);
    if (!best || best->run.end - best->run.begin != 1) return;
    const std::uint32_t token = best->run.begin;
    const bool genitive = names_.genitive_of(token) == Genitive::kOwner;
    std::string name = doc_.clean(token, token + 1);
    std::string lower(doc_.lower(token));
    if (genitive) {
      name = strip_genitive(std::move(name));
      lower = strip_genitive(std::move(lower));
    }
    if (known_.count(lower) > 0) return;  // One of several who are named in full.
    Candidate& candidate = candidate_of(name);
    candidate.score += best->score;
    candidate.acts = candidate.acts || acts(best->run);
    candidate.mentions.push_back({token, token + 1, 0, NameForm::kSurname, genitive});
    const GivenName* given = doc_.words().given_name(lower);
    candidate.bearers = given == nullptr || (doc_.words().classes_of(lower) & kListedSurname) != 0
                            ? 0
                            : given->bearers;
  }

  // Nobody bears it, it looks like no surname and does nothing that people do: most capitals.
  bool is_worth_weighing(const NameRun& run) const {
    return names_.bearers(run.begin) >= 10 || doc_.is(run.begin, kListedSurname) ||
           doc_.words().looks_like_surname(doc_.lower(run.begin)) ||
           doc_.lower(run.begin).back() == 's' || acts(run);
  }

  // "säger Lövhage", "Lövhage menar", "Lövhage (S)".
  bool acts(const NameRun& run) const {
    const Paragraph& paragraph = doc_.paragraph_of(run.begin);
    return (run.begin > paragraph.begin && doc_.is(run.begin - 1, kSay)) ||
           (run.end < paragraph.end && doc_.is(run.end, kSay)) || has_party(doc_, run.end) ||
           names_.title_before(run);
  }

  Candidate& candidate_of(const std::string& name) {
    const auto [found, added] = index_.try_emplace(name, candidates_.size());
    if (added) candidates_.push_back({name, 0, false, 0, {}});
    return candidates_[found->second];
  }

  // "Män som …" in a text that says "män", too.
  bool is_word_of_text(const Candidate& candidate) const {
    if (candidate.bearers >= kCommonBearers) return false;
    std::string lower;
    append_lower(candidate.name, lower);
    for (std::uint32_t i = 0; i < doc_.size(); ++i) {
      if (doc_.is_lower_word(i) && doc_.lower(i) == lower) return true;
    }
    return false;
  }

  void accept(Candidate& candidate) {
    for (const NameMention& mention : candidate.mentions) taken_[mention.begin] = 1;
    if (candidate.bearers >= kKnownBearers || !candidate.acts) {
      table_.bare_names.push_back({std::move(candidate.name), std::move(candidate.mentions)});
      return;
    }
    KnownPerson person;
    person.name = candidate.name;
    person.names.push_back(candidate.name);
    std::string lower;
    append_lower(candidate.name, lower);
    person.parts.push_back(std::move(lower));
    person.given_parts = 0;
    for (NameMention& mention : candidate.mentions) {
      mention.person = static_cast<std::uint32_t>(table_.people.size());
      table_.mentions.push_back(mention);
    }
    table_.people.push_back(std::move(person));
  }

  const Document& doc_;
  const NameReader names_;
  NameFeatures features_;
  const NameModel& model_;
  PersonTable& table_;
  std::vector<std::uint8_t>& taken_;
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void add_single_names(const Document& doc, const NameModel& model, const std::vector<NameRun>& runs,
                      PersonTable& table, std::vector<std::uint8_t>& taken) {
  SingleNames(doc, model, table, taken).run(runs);
}

}  // namespace pressarkiv::extract
