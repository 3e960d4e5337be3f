// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/repeated_paragraphs.h"

#include "common/hash.h"

namespace pressarkiv {

std::uint64_t paragraph_key(std::uint32_t sender, const ContentBlock& block) {
  const std::uint64_t words = (static_cast<std::uint64_t>(block.words) << 32U) | block.hash;
  return combined_hash(sender + std::uint64_t{1}, words);
}

void RepeatedParagraphs::add(const SketchView& sketch) {
  sketch.each_block([&](const ContentBlock& block) {
    titles_of_[paragraph_key(sketch.sender_hash(), block)].add(sketch.title_hash());
  });
}

bool RepeatedParagraphs::is_repeated(std::uint32_t sender, const ContentBlock& block) const {
  const auto found = titles_of_.find(paragraph_key(sender, block));
  return found != titles_of_.end() && found->second.size() >= titles_needed(block.words);
}

}  // namespace pressarkiv
