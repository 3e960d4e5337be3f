// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stream_words.h"

#include "common/hash.h"

namespace pressarkiv {

WordHash hash_word(std::string_view term, std::string_view folded_form) {
  return hash_word(stable_hash(term), stable_hash(folded_form));
}

std::uint32_t StreamWords::find(WordHash word) const {
  std::uint32_t first = 0;
  std::uint32_t count = size();
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (order_of(this->word(first + half)) < order_of(word)) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first < size() && this->word(first) == word ? first : size();
}

}  // namespace pressarkiv
