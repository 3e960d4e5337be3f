// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/weighted_terms.h"

#include <algorithm>

#include "common/text/letters.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kFewestLetters = 3;

}  // namespace

bool is_theme_word(const std::string& term) {
  return !(term.front() >= 'A' && term.front() <= 'Z') &&
         !std::any_of(term.begin(), term.end(), is_digit) &&
         count_characters(term) >= kFewestLetters;
}

void sort_by_weight(std::vector<WeightedTerm>& terms) {
  std::sort(terms.begin(), terms.end(), weighs_more);
}

}  // namespace pressarkiv
