// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_memo.h"

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

/// Patterns have the same key where they are the same tree.
std::string key_of(const TokenPattern& pattern, std::optional<Section> section) {
  std::string key = section ? std::to_string(static_cast<unsigned>(*section)) + ' ' : "- ";
  append(pattern, key);
  return key;
}

}  // namespace

PhraseMemo::List PhraseMemo::find(const TokenPattern& pattern,
                                  std::optional<Section> section) const {
  const auto known = lists_.find(key_of(pattern, section));
  return known == lists_.end() ? nullptr : known->second;
}

void PhraseMemo::keep(const TokenPattern& pattern, std::optional<Section> section,
                      const std::vector<Xapian::docid>& all_matches) {
  if (all_matches.size() > most_documents_) return;
  kept_documents_ += all_matches.size();
  if (kept_documents_ > most_documents_) {
    lists_.clear();
    kept_documents_ = all_matches.size();
  }
  lists_[key_of(pattern, section)] =
      std::make_shared<const std::vector<Xapian::docid>>(all_matches);
}

}  // namespace pressarkiv
