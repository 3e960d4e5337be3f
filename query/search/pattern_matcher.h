// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "common/schema/token_stream.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// A TokenPattern made ready to be checked against many releases, one after the other: it keeps
/// its working memory. What matches and in which order the matches come: find_spans().
///
/// A phrase of given forms is looked for as the few numbers that its words have in the release.
/// Cost for a release otherwise: one look at each row of its table, which most releases fail and
/// leave; then one pass over the section's words, whatever the number of words in the pattern; then
/// linear in the words that were met.
class PatternMatcher {
 public:
  explicit PatternMatcher(const TokenPattern& pattern);

  std::vector<Span> find(const TokenStreamView& stream, std::optional<Section> section);
  /// Whether find() would find anything; stops at the first section that has something.
  bool matches(const TokenStreamView& stream, std::optional<Section> section);

 private:
  using Spans = std::vector<Span>;

  /// A node of the pattern; the words of leaves lie in words_.
  struct Node {
    TokenPattern::Kind kind = TokenPattern::Kind::kWord;
    std::size_t leaf = 0;
    std::vector<Node> children;
    std::uint32_t distance = 1;
  };
  /// A word and the leaf that wants it.
  struct Wanted {
    WordMatch word;
    std::size_t leaf = 0;
  };
  /// A word of the section that some leaf wants.
  struct Met {
    std::uint32_t position = 0;
    std::uint32_t leaves = 0;  ///< Where its set of leaves begins in leaf_sets_.
  };

  Node number_leaves(const TokenPattern& pattern);
  bool has_phrase(const TokenStreamView& stream, std::optional<Section> section);
  bool find_phrase_rows(const TokenStreamView& stream);
  bool look_at_rows(const TokenStreamView& stream);
  bool knows_table_of(const TokenStreamView& stream);
  std::uint32_t leaves_of(WordHash row);
  void look_at_words(const TokenStreamView& stream, SectionRange range);
  bool has(std::uint32_t leaves, std::size_t leaf) const;
  bool is_possible(const Node& node) const;

  Spans find(const Node& node) const;
  Spans find_word(std::size_t leaf) const;
  Spans find_any(const Node& node) const;
  Spans find_ordered(const Node& node) const;
  Spans find_near(const Node& node) const;

  static constexpr std::size_t kFilterBits = 4096;

  std::vector<WordHash> phrase_;         ///< Its forms, where the pattern is a phrase of such.
  StreamWords table_;                    ///< Of the streams at hand …
  std::vector<std::uint32_t> in_table_;  ///< … the numbers of phrase_ there.
  std::vector<Wanted> words_;            ///< Ascending by term.
  std::bitset<kFilterBits> wanted_;      ///< Low bits of the terms: turns away nearly all rows.
  std::size_t leaf_count_ = 0;
  std::size_t set_words_ = 1;  ///< 64-bit words of a set of leaves.
  Node root_;

  // Of the table of the streams at hand: which numbers anybody wants, once it is worth finding out.
  static constexpr std::size_t kNumberBits = 65536;
  StreamWords rows_table_;
  std::size_t rows_seen_ = 0;
  std::unique_ptr<std::bitset<kNumberBits>> wanted_numbers_;  ///< Low bits; null: not found out.

  // Of the release at hand: the rows of phrase_, or the words that are met. Set 0 of leaf_sets_
  // gathers all leaves that some row meets.
  std::vector<std::uint32_t> phrase_rows_;
  std::vector<std::uint64_t> leaf_sets_;
  std::vector<std::uint32_t> of_row_;  ///< For each row where its set begins; 0: nobody wants it.
  std::vector<Met> met_;
};

}  // namespace pressarkiv
