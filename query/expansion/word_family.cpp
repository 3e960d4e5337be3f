// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/word_family.h"

#include <algorithm>
#include <map>
#include <set>

#include "query/expansion/part_finder.h"

namespace pressarkiv {
namespace {

/// A particle noun belongs to the family of its last part where both stand in the same releases so
/// much more often than chance has it ("förskola" and "skola": .57; "utbrott" and "brott": .10).
constexpr double kSameMatter = 0.3;

void sort_members(std::vector<FamilyMember>& members) {
  std::sort(members.begin(), members.end(), [](const FamilyMember& a, const FamilyMember& b) {
    if (a.relation != b.relation) return a.relation < b.relation;
    return a.releases != b.releases ? a.releases > b.releases : a.form < b.form;
  });
}

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

/// A compound as its last part and what stands before it.
struct Halves {
  std::string first;  ///< As written, with its linking element; empty: no compound.
  std::string last;
};

Halves halves_of(const LanguageModel& model, std::string_view word) {
  const WordParts parts = model.split(word);
  if (parts.count < 2) return {};
  const ByteRange& last = parts.ranges[parts.count - 1];
  const ByteRange& before = parts.ranges[parts.count - 2];
  return {std::string(word.substr(0, before.end)), std::string(word.substr(last.begin))};
}

class RelativeFinder {
 public:
  RelativeFinder(const Vocabulary& vocabulary, const WordAssociation& association,
                 std::string_view word)
      : vocabulary_(vocabulary), association_(association), word_(word) {
    for (FamilyMember& member : word_family(vocabulary, association, word)) {
      family_.insert(std::move(member.form));
    }
  }

  std::vector<FamilyMember> find() {
    add_derivations();
    add_relatives();
    sort_members(members_);
    return std::move(members_);
  }

 private:
  void add_derivations() {
    const PartFinder finder(vocabulary_, word_);
    for (const std::string& root : finder.roots()) {
      for (VocabularyForm& form : vocabulary_.with_prefix(root)) {
        if (family_.count(form.form) > 0 || !finder.is_derivation(form.form)) continue;
        family_.insert(form.form);
        members_.push_back({std::move(form.form), form.releases, FamilyRelation::kDerivation});
      }
    }
  }

  void add_relatives() {
    const Halves own = halves_of(vocabulary_.model(), word_);
    if (own.first.empty()) return;
    const std::vector<std::string> wanted = word_lemmas(vocabulary_.model(), own.last);
    std::map<std::string, std::vector<VocabularyForm>> by_first;
    for (VocabularyForm& form : vocabulary_.compounds_with(own.last)) {
      if (family_.count(form.form) > 0) continue;
      const Halves halves = halves_of(vocabulary_.model(), form.form);
      if (halves.first.empty() || halves.first == own.first) continue;
      if (word_lemmas(vocabulary_.model(), halves.last) != wanted) continue;
      by_first[halves.first].push_back(std::move(form));
    }
    for (auto& [first, forms] : by_first) {
      if (!is_same_matter(own.first, first)) continue;
      for (VocabularyForm& form : forms) {
        members_.push_back({std::move(form.form), form.releases, FamilyRelation::kRelative});
      }
    }
  }

  bool is_same_matter(const std::string& own, const std::string& other) const {
    constexpr std::size_t kLeastBytes = 5;
    const std::string_view shorter = own.size() < other.size() ? own : other;
    const std::string_view longer = own.size() < other.size() ? other : own;
    std::string_view bare = shorter;
    if (bare.size() > kLeastBytes && bare.ends_with('s')) bare.remove_suffix(1);
    if (bare.size() >= kLeastBytes && longer.starts_with(bare)) return true;
    return association_(words_of(own), words_of(other)) >= kSameMatter;
  }

  /// The forms in the archive of the word that a first part is: "näringslivs" → näringsliv …
  std::vector<std::string> words_of(const std::string& first) const {
    std::vector<std::string> words;
    WordKeys lemmas;
    vocabulary_.model().keys(first, lemmas);
    for (const std::string_view lemma : lemmas) {
      for (VocabularyForm& form : vocabulary_.forms_of(lemma))
        words.push_back(std::move(form.form));
    }
    return words;
  }

  const Vocabulary& vocabulary_;
  const WordAssociation& association_;
  std::string_view word_;
  std::set<std::string, std::less<>> family_;
  std::vector<FamilyMember> members_;
};

}  // namespace

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

CompoundHalves compound_halves(const LanguageModel& model, std::string_view word) {
  const Halves halves = halves_of(model, word);
  if (halves.first.empty()) return {};
  const std::vector<std::string> lemmas = word_lemmas(model, halves.first);
  return {lemmas.empty() ? halves.first : lemmas.front(), halves.last};
}

std::vector<FamilyMember> word_relatives(const Vocabulary& vocabulary,
                                         const WordAssociation& association,
                                         std::string_view word) {
  return RelativeFinder(vocabulary, association, word).find();
}

}  // namespace pressarkiv
