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
    std::vector<VocabularyForm> others;
    std::map<std::string, std::vector<VocabularyForm>> after_particle;
    for (const std::string& root : finder.roots()) {
      for (VocabularyForm& form : vocabulary_.containing(root)) {
        if (seen_.count(form.form) > 0) continue;
        const PartFinder::Answer answer = finder.find(form);
        if (answer.is_part) {
          with_part.push_back(std::move(form));
        } else if (answer.after_particle.empty()) {
          others.push_back(std::move(form));
        } else {
          after_particle[answer.after_particle].push_back(std::move(form));
        }
      }
    }
    take(std::move(with_part), FamilyRelation::kCompound);
    drop_misread(finder);
    take_inflected(std::move(others));
    for (auto& [noun, forms] : after_particle) {
      std::vector<std::string> written;
      for (const VocabularyForm& form : forms) written.push_back(form.form);
      if (association_(written, own_forms_) < kSameMatter) continue;
      take(std::move(forms), FamilyRelation::kCompound);
    }
  }

  /// A form is in the family with its base form: "ändamålsenligt" with "ändamålsenlig"; and a base
  /// form that ends in the word with its own forms: "elbil" with "elbilar".
  void take_inflected(std::vector<VocabularyForm> forms) {
    std::set<std::string> bases_of_members;
    for (const FamilyMember& member : members_) {
      for (std::string& base : base_forms(member.form)) bases_of_members.insert(std::move(base));
    }
    const auto is_not = [&](const VocabularyForm& form) {
      if (form.form.ends_with(word_) && bases_of_members.count(form.form) > 0) return false;
      const std::vector<std::string> bases = base_forms(form.form);
      return std::none_of(bases.begin(), bases.end(),
                          [this](const std::string& base) { return seen_.count(base) > 0; });
    };
    forms.erase(std::remove_if(forms.begin(), forms.end(), is_not), forms.end());
    take(std::move(forms), FamilyRelation::kCompound);
  }

  /// A form that was cut otherwise than its base form is what that is: "säkerställandet" holds no
  /// "land", for "säkerställande" does not.
  void drop_misread(const PartFinder& finder) {
    const auto is_misread = [&](const FamilyMember& member) {
      if (member.relation != FamilyRelation::kCompound) return false;
      const std::vector<std::string> bases = base_forms(member.form);
      return !bases.empty() && std::none_of(bases.begin(), bases.end(), [&](const auto& base) {
        return base.ends_with(word_) || holds_word(finder, base);
      });
    };
    members_.erase(std::remove_if(members_.begin(), members_.end(), is_misread), members_.end());
  }

  bool holds_word(const PartFinder& finder, const std::string& form) const {
    const std::vector<std::string> own = compound_part_lemmas(vocabulary_.model(), form);
    const std::vector<std::string> wanted = word_lemmas(vocabulary_.model(), word_);
    if (std::find_first_of(own.begin(), own.end(), wanted.begin(), wanted.end()) != own.end()) {
      return true;
    }
    VocabularyForm asked;
    asked.form = form;
    const PartFinder::Answer answer = finder.find(asked);
    return answer.is_part || !answer.after_particle.empty();
  }

  /// The dictionary's base forms of a longer form that it has whole; none for a base form.
  std::vector<std::string> base_forms(const std::string& form) const {
    const LanguageModel& model = vocabulary_.model();
    if (!model.knows(form)) return {};
    WordKeys keys;
    model.lemmas(form, keys);
    std::vector<std::string> bases;
    for (const std::string_view base : keys) {
      if (base == form) return {};
      if (base != word_ && model.knows(base)) bases.emplace_back(base);
    }
    return bases;
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
