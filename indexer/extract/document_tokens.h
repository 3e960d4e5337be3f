// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/facts.h"
#include "common/release.h"
#include "indexer/extract/word_classes.h"

namespace pressarkiv::extract {

/// What a token is made of.
enum class TokenKind : std::uint8_t {
  kWord,       ///< Letters, with inner hyphens, apostrophes, colons and the dots of initials.
  kNumber,     ///< Digits first: "91", "10.30", "1.a".
  kDash,       ///< – — − or a hyphen that stands alone or opens a line.
  kQuoteMark,  ///< ” “ „ " » «
  kFullStop,   ///< . ! ? …
  kComma,
  kColon,
  kOpen,   ///< ( [
  kClose,  ///< ) ]
  kOther,
};

/// One token of a text. Ranges are bytes of the text it stands in.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t lower_begin = 0;  ///< Its lower-case form in Document's arena.
  std::uint32_t lower_size = 0;
  std::uint32_t classes = 0;  ///< WordClass bits.
  TokenKind kind = TokenKind::kOther;
  bool capital = false;       ///< Begins with an upper-case letter ("el-Masri" counts).
  bool all_capitals = false;  ///< Two letters or more, none of them lower case.
  bool initial = false;       ///< "J.", "C.G.", "K-G", "Karl-G.".
  bool space_before = false;  ///< Blank or line end before it.
  bool line_before = false;   ///< Begins a line that is no continuation of a wrapped one.
};

/// A paragraph: tokens [begin, end) of one text.
struct Paragraph {
  FactText text = FactText::kBody;
  BlockKind kind = BlockKind::kParagraph;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool dash = false;  ///< Opens with a dash that can introduce speech; content begins at begin + 1.
};

/// The texts of a release as one sequence of tokens, cut once and read by every rule. Views point
/// into the release, which must outlive it. One thread at a time.
class Document {
 public:
  Document(const Release& release, const WordClasses& words);

  const Release& release() const { return release_; }
  const WordClasses& words() const { return words_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }

  const Token& at(std::uint32_t i) const { return tokens_[i]; }
  const Paragraph& paragraph_of(std::uint32_t token) const {
    return paragraphs_[paragraph_index_[token]];
  }
  std::uint32_t paragraph_index(std::uint32_t token) const { return paragraph_index_[token]; }
  std::string_view text(FactText text) const { return texts_[static_cast<std::size_t>(text)]; }
  std::string_view raw(std::uint32_t token) const;
  /// Lower case; "" behind the last token, so that rules may look one further.
  std::string_view lower(std::uint32_t token) const {
    if (token >= tokens_.size()) return {};
    const Token& t = tokens_[token];
    return std::string_view(arena_).substr(t.lower_begin, t.lower_size);
  }
  bool is(std::uint32_t token, std::uint32_t classes) const {
    return token < tokens_.size() && (tokens_[token].classes & classes) != 0;
  }
  bool is_kind(std::uint32_t token, TokenKind kind) const {
    return token < tokens_.size() && tokens_[token].kind == kind;
  }
  /// WordClasses::is_role_noun of a token; remembered, since many rules ask it of the same words.
  bool is_role_noun(std::uint32_t token) const;
  /// The given name that a token is, or that its first half is; null if unknown. Remembered, too.
  const GivenName* given_name(std::uint32_t token) const;
  bool is_word(std::uint32_t token) const { return is_kind(token, TokenKind::kWord); }
  bool is_lower_word(std::uint32_t token) const {
    return is_word(token) && !tokens_[token].capital;
  }
  /// Whether a sentence begins with this token.
  bool starts_sentence(std::uint32_t token) const;
  /// First token of the sentence that holds this one.
  std::uint32_t sentence_begin(std::uint32_t token) const;
  /// The bytes from one token to before another, as written.
  std::string_view between(std::uint32_t from, std::uint32_t to) const;
  /// The same without soft hyphens, runs of blanks as one space.
  std::string clean(std::uint32_t from, std::uint32_t to) const;

 private:
  void read(FactText which, const std::vector<Block>* blocks);
  void read_paragraph(FactText which, BlockKind kind, std::size_t begin, std::size_t end);
  std::size_t read_word(std::string_view text, std::size_t at, std::size_t end, Token& token) const;
  void finish(Token& token, std::string_view text, bool small);
  const GivenName* find_given_name(std::string_view lower) const;

  const Release& release_;
  const WordClasses& words_;
  std::string_view texts_[kFactTextCount];
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> paragraph_index_;
  std::vector<Paragraph> paragraphs_;
  std::string arena_;
  mutable std::vector<std::uint8_t> role_nouns_;  // 0: not asked yet, 1: no, 2: yes.
  mutable std::vector<std::optional<const GivenName*>> given_names_;  // Of tokens asked for.
};

/// Text without soft hyphens and zero-width characters, runs of blanks as one space, trimmed.
std::string clean_text(std::string_view text);

}  // namespace pressarkiv::extract
