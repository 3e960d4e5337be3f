// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_key.h"

namespace pressarkiv {
namespace {

void append(const TokenPattern& pattern, std::string& key) {
  const auto number = [&key](std::size_t value) { key += std::to_string(value) + ' '; };
  number(static_cast<std::size_t>(pattern.kind));
  number(pattern.distance);
  number(pattern.words.size());
  for (const WordMatch& word : pattern.words) {
    number(word.hash.term);
    number(word.hash.form);
    number(word.exact ? 1 : 0);
  }
  number(pattern.children.size());
  for (const TokenPattern& child : pattern.children) append(child, key);
}

}  // namespace

std::string phrase_key(const TokenPattern& pattern, std::optional<Section> section) {
  std::string key = section ? std::to_string(static_cast<unsigned>(*section)) + ' ' : "- ";
  append(pattern, key);
  return key;
}

}  // namespace pressarkiv
