// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stream_words.h"

#include "common/hash.h"

namespace pressarkiv {

WordHash hash_word(std::string_view term, std::string_view folded_form) {
  return hash_word(stable_hash(term), stable_hash(folded_form));
}

std::uint32_t StreamWords::lower_bound(std::uint64_t order) const {
  std::uint32_t first = 0;
  std::uint32_t count = size();
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (order_of(word(first + half)) < order) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

std::uint32_t StreamWords::find(WordHash word) const {
  const std::uint32_t number = lower_bound(order_of(word));
  return number < size() && this->word(number) == word ? number : size();
}

std::pair<std::uint32_t, std::uint32_t> StreamWords::of_term(std::uint32_t term) const {
  const std::uint64_t order = order_of({term, 0});
  return {lower_bound(order), lower_bound(order + 0x10000)};
}

}  // namespace pressarkiv
