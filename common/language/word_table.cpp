// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/word_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/language/word_lists.h"
#include "common/language/word_roles.h"
#include "common/text/letters.h"

namespace pressarkiv {
namespace {

/// Forms of one spelling together, the surest lemma first; a total order, for equal bytes whatever
/// order the rows came in.
std::vector<const LexiconForm*> sorted_rows(const Lexicon& lexicon) {
  std::vector<const LexiconForm*> rows;
  rows.reserve(lexicon.forms().size());
  for (const LexiconForm& form : lexicon.forms()) rows.push_back(&form);
  const auto& lemmas = lexicon.lemmas();
  std::sort(rows.begin(), rows.end(), [&](const LexiconForm* a, const LexiconForm* b) {
    if (const int order = a->form.compare(b->form); order != 0) return order < 0;
    if (a->rank != b->rank) return a->rank < b->rank;
    const std::string_view left = lemmas[a->lemma];
    const std::string_view right = lemmas[b->lemma];
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  });
  return rows;
}

}  // namespace

WordTable::WordTable(const Lexicon& lexicon, const std::vector<VocabularyWord>& vocabulary)
    : lemmas_(lexicon.lemmas()), prefixes_(not_parts().first) {
  merge(lexicon);
  add_names(vocabulary);
  number();
  mark_parts();
  resolve_linking_elements();
}

void WordTable::merge(const Lexicon& lexicon) {
  for (const LexiconForm* row : sorted_rows(lexicon)) {
    if (words_.empty() || words_.back().form != row->form) {
      words_.emplace_back();
      words_.back().form = row->form;
    }
    merge_row(*row);
  }
}

void WordTable::merge_row(const LexiconForm& row) {
  TableWord& word = words_.back();
  word.roles |= row.roles;
  // A name that is also a word is a word.
  if ((word.roles & WordRole::kLast) != 0) {
    word.roles = static_cast<std::uint8_t>(word.roles & ~WordRole::kName);
  }
  word.base = word.base || row.rank == LemmaRank::kBase || row.rank == LemmaRank::kBareEntry;
  const bool unsure = row.rank == LemmaRank::kBareEntry || row.rank == LemmaRank::kName;
  if (word.lemma_count == 0) {
    word.lemmas[word.lemma_count++] = row.lemma;
  } else if (word.lemma_count == 1 && !unsure && word.lemmas[0] != row.lemma) {
    word.lemmas[word.lemma_count++] = row.lemma;
  }
}

void WordTable::add_names(const std::vector<VocabularyWord>& vocabulary) {
  std::vector<std::string_view> names;
  for (const VocabularyWord& word : vocabulary) {
    if (word.name_only && !word.form.empty()) names.push_back(word.form);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const auto by_form = [](const TableWord& word, std::string_view form) {
    return word.form < form;
  };
  std::vector<TableWord> added;
  for (const std::string_view name : names) {
    const auto known = std::lower_bound(words_.begin(), words_.end(), name, by_form);
    if (known != words_.end() && known->form == name) continue;
    TableWord& word = added.emplace_back();
    word.form = name;
    word.roles = WordRole::kName;
    word.lemma_count = 1;
    word.lemmas[0] = static_cast<std::uint32_t>(lemmas_.size());
    // "linanders" belongs to "linander", where the archive has it too.
    const std::string_view base = name.substr(0, name.size() - 1);
    const bool genitive =
        name.back() == 's' && std::binary_search(names.begin(), names.end(), base);
    lemmas_.push_back(genitive ? base : name);
  }
  const auto middle = static_cast<std::ptrdiff_t>(words_.size());
  words_.insert(words_.end(), added.begin(), added.end());
  std::inplace_merge(words_.begin(), words_.begin() + middle, words_.end(),
                     [](const TableWord& a, const TableWord& b) { return a.form < b.form; });
}

void WordTable::number() {
  std::vector<std::string_view> forms;
  forms.reserve(words_.size());
  for (const TableWord& word : words_) forms.push_back(word.form);
  arcs_ = build_automaton(forms);
}

void WordTable::mark_parts() {
  for (TableWord& word : words_) {
    const std::size_t letters = count_characters(word.form);
    const bool named = (word.roles & WordRole::kNamed) != 0;
    word.can_be_first = (word.roles & WordRole::kFirst) != 0 && letters >= (named ? 2U : 3U);
    word.can_be_last = (word.roles & WordRole::kLast) != 0 && letters >= (word.base ? 3U : 4U);
    word.can_follow = word.can_be_first || word.can_be_last;
  }
  const NotParts lists = not_parts();
  for (const std::string_view form : lists.first) {
    if (TableWord* word = find_mutable(form)) word->can_be_first = false;
  }
  for (const std::string_view form : lists.last) {
    if (TableWord* word = find_mutable(form)) word->can_be_last = word->can_follow = false;
  }
}

/// "hälso" is an entry of its own in the dictionary; for search it is "hälsa".
void WordTable::resolve_linking_elements() {
  for (TableWord& word : words_) {
    const bool part_only = (word.roles & WordRole::kFirst) != 0 &&
                           (word.roles & (WordRole::kLast | WordRole::kName)) == 0;
    const bool own = word.lemma_count == 1 && lemmas_[word.lemmas[0]] == word.form;
    if (!part_only || !own) continue;
    if (const std::optional<std::uint32_t> lemma = unlinked(word.form)) word.lemmas[0] = *lemma;
  }
}

/// The lemma of the word that a first part was made of: the ways of Swedish to link compounds.
std::optional<std::uint32_t> WordTable::unlinked(std::string_view first_part) const {
  // The ending of the part, and what the word has instead; the usual ones first.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kLinks{
      {{"s", ""},
       {"s", "e"},
       {"o", "a"},
       {"o", "e"},
       {"u", "a"},
       {"e", "a"},
       {"e", ""},
       {"a", ""},
       {"", "a"},
       {"", "e"},
       {"es", "a"},
       {"s", "a"}}};
  std::string word;
  for (const auto& [link, ending] : kLinks) {
    if (!first_part.ends_with(link) || first_part.size() < link.size() + 3) continue;
    word.assign(first_part, 0, first_part.size() - link.size()).append(ending);
    const TableWord* found = find(word);
    if (found != nullptr && found->base && (found->roles & WordRole::kLast) != 0) {
      return found->lemmas[0];
    }
  }
  return std::nullopt;
}

const TableWord* WordTable::find(std::string_view form) const {
  const std::optional<std::uint32_t> number = automaton().find(form);
  return number ? &words_[*number] : nullptr;
}

TableWord* WordTable::find_mutable(std::string_view form) {
  const std::optional<std::uint32_t> number = automaton().find(form);
  return number ? &words_[*number] : nullptr;
}

std::size_t WordTable::prefix_reach(std::string_view word) const {
  std::size_t reach = 0;
  for (const std::string_view prefix : prefixes_) {
    if (prefix.size() + 3 > word.size() || !word.starts_with(prefix)) continue;
    if (automaton().find(word.substr(prefix.size()))) reach = std::max(reach, prefix.size() + 2);
  }
  return reach;
}

}  // namespace pressarkiv
