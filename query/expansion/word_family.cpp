// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/word_family.h"

#include <algorithm>
#include <map>
#include <set>

#include "query/expansion/part_finder.h"

namespace pressarkiv {
namespace {

class FamilyFinder {
 public:
  FamilyFinder(const Vocabulary& vocabulary, const WordAssociation& association,
               std::string_view word)
      : vocabulary_(vocabulary), association_(association), word_(word) {}

  std::vector<FamilyMember> find() {
    take(vocabulary_.forms_of(word_), FamilyRelation::kInflection);
    for (const FamilyMember& member : members_) own_forms_.push_back(member.form);
    take(vocabulary_.compounds_with(word_), FamilyRelation::kCompound);
    find_parts();
    sort_members(members_);
    return std::move(members_);
  }

 private:
  void take(std::vector<VocabularyForm> forms, FamilyRelation relation) {
    for (VocabularyForm& form : forms) {
      if (seen_.insert(form.form).second) {
        members_.push_back({std::move(form.form), form.releases, relation});
      }
    }
  }

  void find_parts() {
    const PartFinder finder(vocabulary_, word_);
    std::vector<VocabularyForm> with_part;
    std::map<std::string, std::vector<VocabularyForm>> after_particle;
    for (const std::string& root : finder.roots()) {
      for (VocabularyForm& form : vocabulary_.containing(root)) {
        if (seen_.count(form.form) > 0) continue;
        const PartFinder::Answer answer = finder.find(form);
        if (answer.is_part) {
          with_part.push_back(std::move(form));
        } else if (!answer.after_particle.empty()) {
          after_particle[answer.after_particle].push_back(std::move(form));
        }
      }
    }
    take(std::move(with_part), FamilyRelation::kCompound);
    for (auto& [noun, forms] : after_particle) {
      std::vector<std::string> written;
      for (const VocabularyForm& form : forms) written.push_back(form.form);
      if (association_(written, own_forms_) < kSameMatter) continue;
      take(std::move(forms), FamilyRelation::kCompound);
    }
  }

  const Vocabulary& vocabulary_;
  const WordAssociation& association_;
  std::string_view word_;
  std::set<std::string, std::less<>> seen_;
  std::vector<std::string> own_forms_;
  std::vector<FamilyMember> members_;
};

}  // namespace

void sort_members(std::vector<FamilyMember>& members) {
  std::sort(members.begin(), members.end(), [](const FamilyMember& a, const FamilyMember& b) {
    if (a.relation != b.relation) return a.relation < b.relation;
    return a.releases != b.releases ? a.releases > b.releases : a.form < b.form;
  });
}

std::string_view relation_name(FamilyRelation relation) {
  switch (relation) {
    case FamilyRelation::kInflection:
      return "böjning";
    case FamilyRelation::kCompound:
      return "sammansättning";
    case FamilyRelation::kDerivation:
      return "avledning";
    case FamilyRelation::kRelative:
      return "närliggande";
    case FamilyRelation::kExpression:
      return "uttryck";
    case FamilyRelation::kAdded:
      return "tillagd";
  }
  return {};
}

std::vector<FamilyMember> word_family(const Vocabulary& vocabulary,
                                      const WordAssociation& association, std::string_view word) {
  return FamilyFinder(vocabulary, association, word).find();
}

std::optional<FamilySpec> read_family_spec(
    std::string_view text, const std::function<std::string(std::string_view)>& single_word) {
  FamilySpec spec;
  while (!text.empty()) {
    std::string_view piece = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    if (piece.empty()) continue;
    const char sign = piece.front();
    const bool is_signed = !spec.word.empty() && (sign == '-' || sign == '+');
    if (is_signed) piece.remove_prefix(1);
    std::string word = single_word(piece);
    if (word.empty() || is_signed == spec.word.empty()) return std::nullopt;
    if (!is_signed) {
      spec.word = std::move(word);
    } else {
      (sign == '-' ? spec.without : spec.with).push_back(std::move(word));
    }
  }
  if (spec.word.empty()) return std::nullopt;
  return spec;
}

std::vector<FamilyMember> word_family(const Vocabulary& vocabulary,
                                      const WordAssociation& association, const FamilySpec& spec) {
  std::vector<FamilyMember> members = word_family(vocabulary, association, spec.word);
  std::set<std::string, std::less<>> dropped(spec.without.begin(), spec.without.end());
  for (const std::string& word : spec.without) {
    for (FamilyMember& member : word_family(vocabulary, association, word)) {
      dropped.insert(std::move(member.form));
    }
  }
  members.erase(
      std::remove_if(members.begin(), members.end(),
                     [&](const FamilyMember& member) { return dropped.count(member.form) > 0; }),
      members.end());
  for (const std::string& word : spec.with) {
    for (VocabularyForm& form : vocabulary.forms_of(word)) {
      const bool has = std::any_of(members.begin(), members.end(), [&](const FamilyMember& member) {
        return member.form == form.form;
      });
      if (has) continue;
      members.push_back({std::move(form.form), form.releases, FamilyRelation::kAdded});
    }
  }
  sort_members(members);
  return members;
}

}  // namespace pressarkiv
