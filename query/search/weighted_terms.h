// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pressarkiv {

/// An index term and how much it says, for finding more of the same.
struct WeightedTerm {
  std::string term;
  double weight = 0;
  std::uint32_t releases = 0;  ///< That hold it; 0 where nobody asked.
};

/// Whether a term is a word of the running text that can tell a theme: no prefix (those begin with
/// a capital), no figure, three letters or more.
bool is_theme_word(const std::string& term);

/// The order of terms: the strongest first; equal ones by the alphabet.
inline bool weighs_more(const WeightedTerm& a, const WeightedTerm& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
}
void sort_by_weight(std::vector<WeightedTerm>& terms);

}  // namespace pressarkiv
