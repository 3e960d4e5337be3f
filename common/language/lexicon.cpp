// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/lexicon.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_set>

#include "common/language/swedish_stem.h"
#include "common/language/word_lists.h"
#include "common/text/letters.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

/// What the letters of an entry are.
enum class Spelling { kLower, kCapitalised, kOther };

/// Lower-cases a dictionary word; kOther where it is no plain word ("ABB", "16V", "a:et").
Spelling lower_word(std::string_view word, std::string& lower) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto letter = static_cast<UChar32>(next_character(word, at));
    if (u_isalpha(letter) == 0) return Spelling::kOther;
    capitals += u_isupper(letter) != 0 ? 1 : 0;
  }
  lower.clear();
  append_lower(word, lower);
  if (capitals == 0) return Spelling::kLower;
  return capitals == 1 && is_upper_at(word, 0) ? Spelling::kCapitalised : Spelling::kOther;
}

bool has(std::string_view flags, char flag) {
  return flag != 0 && flags.find(flag) != std::string_view::npos;
}

}  // namespace

Lexicon::Lexicon() : arena_(std::make_shared<ByteArena>()) {}

std::uint32_t Lexicon::lemma_of(std::string_view lemma) {
  const auto found = lemma_index_.find(lemma);
  if (found != lemma_index_.end()) return found->second;
  const auto index = static_cast<std::uint32_t>(lemmas_.size());
  lemmas_.push_back(arena_->copy(lemma));
  lemma_index_.emplace(lemmas_.back(), index);
  return index;
}

void Lexicon::add(std::string_view form, std::uint32_t lemma, std::uint8_t roles, LemmaRank rank) {
  forms_.push_back({arena_->copy(form), lemma, roles, rank});
}

Lexicon Lexicon::from_hunspell(const HunspellDictionary& dictionary) {
  Lexicon lexicon;
  lexicon.forms_.reserve(dictionary.entries().size() * 8);
  lexicon.lemma_index_.reserve(dictionary.entries().size());
  for (const HunspellEntry& entry : dictionary.entries()) lexicon.add_entry(dictionary, entry);
  lexicon.add_irregular_words();
  return lexicon;
}

void Lexicon::add_entry(const HunspellDictionary& dictionary, const HunspellEntry& entry) {
  const HunspellRoles& flags = dictionary.roles();
  if (has(entry.flags, flags.forbidden)) return;
  std::string_view written = entry.word;
  const bool hanging = written.size() > 1 && written.back() == '-';
  if (hanging) written.remove_suffix(1);
  std::string base;
  const Spelling spelling = lower_word(written, base);
  if (spelling == Spelling::kOther) return;
  const bool name = spelling == Spelling::kCapitalised;
  const bool part_only = hanging || has(entry.flags, flags.only_in_compound);
  const auto first_role = [&](std::string_view with) -> std::uint8_t {
    const bool named = has(with, flags.compound_begin) || has(with, flags.compound_middle);
    return named ? WordRole::kFirst | WordRole::kNamed : 0;
  };
  const std::uint8_t word_role = name ? WordRole::kName : WordRole::kLast;
  const std::uint32_t lemma = lemma_of(base);
  bool inflects = false;
  std::string form;
  dictionary.expand(entry, [&](std::string_view made, std::string_view with) {
    // "el-": the dictionary lets it hang before a hyphen, so it is a first part as well.
    const bool hangs = made.ends_with('-');
    if (hangs) return add_hanging(made.substr(0, made.size() - 1), lemma);
    if (lower_word(made, form) == Spelling::kOther) return;
    const std::uint8_t first = first_role(with);
    const bool word = !part_only && !has(with, flags.only_in_compound) && with.empty();
    inflects = inflects || word;
    // A genitive may be a first part that the dictionary forgot to name: "landsbygds".
    const bool genitive = word && !name && form.size() == base.size() + 1 && form.back() == 's' &&
                          form.starts_with(base);
    const auto roles = static_cast<std::uint8_t>(first | (word ? word_role : 0) |
                                                 (genitive ? WordRole::kFirst : 0));
    if (roles == 0) return;
    add(form, lemma, roles, name ? LemmaRank::kName : LemmaRank::kDerived);
  });
  std::uint8_t roles = first_role(entry.flags);
  if (!name) roles |= WordRole::kFirst;
  if (!name && hanging) roles |= WordRole::kNamed;
  if (!part_only && !has(entry.flags, flags.need_affix)) roles |= word_role;
  const LemmaRank own = inflects ? LemmaRank::kBase : LemmaRank::kBareEntry;
  add(base, lemma, roles, name ? LemmaRank::kName : own);
}

void Lexicon::add_hanging(std::string_view part, std::uint32_t lemma) {
  std::string form;
  if (lower_word(part, form) != Spelling::kLower) return;
  add(form, lemma, WordRole::kFirst | WordRole::kNamed, LemmaRank::kBareEntry);
}

void Lexicon::add_irregular_words() {
  const std::vector<IrregularWord> words = irregular_words();
  std::unordered_map<std::string_view, std::vector<const IrregularWord*>> by_lemma;
  for (const IrregularWord& word : words) by_lemma[word.lemma].push_back(&word);
  for (const IrregularWord& word : words) add_irregular("", word);

  const NotParts not_part = not_parts();
  const std::unordered_set<std::string_view> prefixes(not_part.first.begin(), not_part.first.end());
  // "föreslå" inflects as "slå", "lärobok" as "bok". Entries only: lemmas_ grows meanwhile.
  const std::size_t entries = lemmas_.size();
  for (std::size_t index = 0; index < entries; ++index) {
    const std::string_view entry = lemmas_[index];
    for (std::size_t cut = 1; cut < entry.size(); ++cut) {
      const auto found = by_lemma.find(entry.substr(cut));
      if (found == by_lemma.end()) continue;
      const std::string_view prefix = entry.substr(0, cut);
      for (const IrregularWord* word : found->second) {
        const bool verb = word->kind == IrregularWord::Kind::kVerb && prefixes.contains(prefix);
        const bool noun = word->kind == IrregularWord::Kind::kNoun && knows_plural(prefix, *word);
        if (verb || noun) add_irregular(prefix, *word);
      }
    }
  }
}

bool Lexicon::knows_plural(std::string_view prefix, const IrregularWord& word) const {
  if (count_characters(prefix) < 2) return false;
  return std::any_of(word.forms.begin(), word.forms.end(), [&](std::string_view form) {
    return lemma_index_.contains(std::string(prefix).append(form));
  });
}

void Lexicon::add_irregular(std::string_view prefix, const IrregularWord& word) {
  using Kind = IrregularWord::Kind;
  const std::string lemma = std::string(prefix).append(word.lemma);
  const std::uint32_t index = lemma_of(lemma);
  const auto add_form = [&](std::string_view form) {
    add(form, index, WordRole::kLast, LemmaRank::kIrregular);
  };
  const auto add_with_s = [&](const std::string& form) {
    if (!form.ends_with('s') && !form.ends_with('x') && !form.ends_with('z')) add_form(form + "s");
  };
  add_form(lemma);
  for (const std::string_view irregular : word.forms) {
    const std::string form = std::string(prefix).append(irregular);
    add_form(form);
    // The present tense in -r has no passive of its own: "skrivs" and "föreslås" follow below.
    if (word.kind == Kind::kNoun) add_with_s(form);
    if (word.kind == Kind::kVerb && !form.ends_with('r')) add_with_s(form);
    if (word.kind == Kind::kAdjective && form.ends_with("sta")) {
      add_form(form.substr(0, form.size() - 1) + "e");
    }
  }
  if (word.kind == Kind::kNoun) add_with_s(lemma);
  if (word.kind == Kind::kVerb) {
    add_with_s(lemma);
    if (lemma.ends_with('a')) add_form(lemma.substr(0, lemma.size() - 1) + "s");
  }
}

Lexicon Lexicon::from_nst() {
  Lexicon lexicon;
  const NstParts parts = nst_parts();
  for (const std::string_view part : parts.first) {
    const std::uint32_t lemma = lexicon.lemma_of(swedish_stem(part));
    lexicon.add(part, lemma, WordRole::kFirst | WordRole::kNamed, LemmaRank::kDerived);
    lexicon.add(std::string(part) + "s", lemma, WordRole::kFirst | WordRole::kNamed,
                LemmaRank::kDerived);
  }
  for (const std::string_view part : parts.last) {
    lexicon.add(part, lexicon.lemma_of(swedish_stem(part)), WordRole::kLast, LemmaRank::kDerived);
  }
  lexicon.add_irregular_words();
  return lexicon;
}

}  // namespace pressarkiv
