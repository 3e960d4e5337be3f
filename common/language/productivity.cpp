// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/productivity.h"

#include <algorithm>
#include <string_view>

namespace pressarkiv {
namespace {

/// Adds first part and last lemma of each way to read a word as two known parts.
void add_readings(const WordTable& table, std::string_view word,
                  std::vector<std::uint64_t>& pairs) {
  const std::size_t accidental = table.prefix_reach(word);
  const WordAutomaton automaton = table.automaton();
  WordAutomaton::Walk walk(automaton);
  for (std::size_t cut = 1; cut < word.size() && walk.step(word[cut - 1]); ++cut) {
    if (cut <= accidental || !walk.at_word()) continue;
    if (!table.words()[walk.number()].can_be_first) continue;
    const TableWord* last = table.find(word.substr(cut));
    if (last == nullptr || !last->can_be_last || last->lemma_count == 0) continue;
    pairs.push_back(std::uint64_t{walk.number()} << 32U | last->lemmas[0]);
  }
}

}  // namespace

Productivity count_productivity(const WordTable& table,
                                const std::vector<VocabularyWord>& vocabulary) {
  std::vector<std::uint64_t> pairs;
  for (const TableWord& word : table.words()) {
    if (word.base && word.can_be_last) add_readings(table, word.form, pairs);
  }
  for (const VocabularyWord& word : vocabulary) {
    if (!word.name_only) add_readings(table, word.form, pairs);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  Productivity counts{std::vector<std::uint32_t>(table.words().size()),
                      std::vector<std::uint32_t>(table.lemmas().size())};
  for (const std::uint64_t pair : pairs) {
    ++counts.first[pair >> 32U];
    ++counts.last[pair & 0xFFFFFFFFU];
  }
  return counts;
}

}  // namespace pressarkiv
