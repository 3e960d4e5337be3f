// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/word_family.h"

#include <algorithm>
#include <set>

namespace pressarkiv {
namespace {

/// What a weak noun turns into before another part: "skola" → "skole-", "kyrka" → "kyrko-", "gata"
/// → "gatu-". The s of "skogs-" is found as the noun itself.
std::vector<std::string> combining_forms(std::string_view word) {
  std::vector<std::string> forms;
  if (word.size() < 3 || (word.back() != 'a' && word.back() != 'e')) return forms;
  for (const char vowel : {'e', 'o', 'u'}) {
    if (vowel == word.back()) continue;
    forms.emplace_back(word.substr(0, word.size() - 1));
    forms.back().push_back(vowel);
  }
  return forms;
}

/// Whether `part` is one of the parts of a form.
bool has_part(const LanguageModel& model, std::string_view form, std::string_view part) {
  const WordParts parts = model.split(form);
  for (std::size_t i = 0; i < parts.count; ++i) {
    const ByteRange& range = parts.ranges[i];
    if (form.substr(range.begin, range.size()) == part) return true;
  }
  return false;
}

}  // namespace

std::string_view relation_name(FamilyRelation relation) {
  return relation == FamilyRelation::kInflection ? "böjning" : "sammansättning";
}

std::vector<FamilyMember> word_family(const Vocabulary& vocabulary, std::string_view word) {
  std::vector<FamilyMember> members;
  std::set<std::string, std::less<>> seen;
  const auto take = [&](std::vector<VocabularyForm> forms, FamilyRelation relation) {
    for (VocabularyForm& form : forms) {
      if (seen.insert(form.form).second) {
        members.push_back({std::move(form.form), form.releases, relation});
      }
    }
  };
  take(vocabulary.forms_of(word), FamilyRelation::kInflection);
  take(vocabulary.compounds_with(word), FamilyRelation::kCompound);
  for (const std::string& combining : combining_forms(word)) {
    std::vector<VocabularyForm> forms = vocabulary.compounds_with(combining);
    forms.erase(std::remove_if(forms.begin(), forms.end(),
                               [&](const VocabularyForm& other) {
                                 return !has_part(vocabulary.model(), other.form, combining);
                               }),
                forms.end());
    take(std::move(forms), FamilyRelation::kCompound);
  }
  std::sort(members.begin(), members.end(), [](const FamilyMember& a, const FamilyMember& b) {
    if (a.relation != b.relation) return a.relation < b.relation;
    return a.releases != b.releases ? a.releases > b.releases : a.form < b.form;
  });
  return members;
}

}  // namespace pressarkiv
