// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/word_relatives.h"

#include <map>
#include <set>
#include <utility>

#include "query/expansion/part_finder.h"

namespace pressarkiv {
namespace {

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
