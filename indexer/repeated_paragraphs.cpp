// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/repeated_paragraphs.h"

#include <algorithm>

#include "common/hash.h"

namespace pressarkiv {

std::uint64_t RepeatedParagraphs::key_of(std::uint32_t sender, const ContentBlock& block) {
  const std::uint64_t words = (static_cast<std::uint64_t>(block.words) << 32U) | block.hash;
  return combined_hash(sender + std::uint64_t{1}, words);
}

void RepeatedParagraphs::add(const ContentSketch& sketch) {
  for (const ContentBlock& block : sketch.blocks) {
    std::vector<std::uint32_t>& titles = titles_of_[key_of(sketch.sender_hash, block)].hashes;
    if (titles.size() >= kShortRepeatTitles) continue;
    if (std::find(titles.begin(), titles.end(), sketch.title_hash) == titles.end()) {
      titles.push_back(sketch.title_hash);
    }
  }
}

bool RepeatedParagraphs::is_repeated(std::uint32_t sender, const ContentBlock& block) const {
  const auto found = titles_of_.find(key_of(sender, block));
  if (found == titles_of_.end()) return false;
  const std::size_t needed = block.words >= kRepeatWords ? kRepeatTitles : kShortRepeatTitles;
  return found->second.hashes.size() >= needed;
}

}  // namespace pressarkiv
