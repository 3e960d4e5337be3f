// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/byte_arena.h"
#include "common/text/normalizer.h"
#include "common/text/stem_memo.h"

namespace pressarkiv {

/// Index term of a lower-case form: folded, and stemmed unless the form is an address, a number or
/// an abbreviation with points. The result points into `form`, or lives until the next call.
class TermMaker {
 public:
  std::string_view term_of(std::string_view form);
  /// For a form of nothing but a–z å ä ö.
  std::string_view term_of_plain_word(std::string_view form) { return memo_.stem(form); }

 private:
  StemMemo memo_;
  std::string folded_;
};

/// Takes the tokens of one text from the Tokenizer, in text order, with ranges of the normalised
/// text; makes their terms and writes both into an AnalyzedText.
class TokenWriter {
 public:
  /// Longer forms are cut to it (main tokens) or left out (extra tokens): an index term has at most
  /// 245 bytes, prefix included, and no word of any language is that long.
  static constexpr std::size_t kMaxFormBytes = 128;

  TokenWriter(TermMaker& terms, const OffsetMap& map, std::vector<Token>& tokens, ByteArena& arena)
      : terms_(terms), map_(map), tokens_(tokens), arena_(arena) {}

  /// Adds a main token; returns its index.
  std::size_t add_main(std::string_view form, ByteRange normal);
  /// The same for a form of at most kMaxFormBytes of nothing but a–z å ä ö.
  std::size_t add_plain_word(std::string_view form, ByteRange normal);

  /// Adds a further token at the place of the last main token, unless that place has the form.
  void add_extra(TokenKind kind, std::string_view form, ByteRange normal);
  /// The same at the place of the main token with the index `main`.
  void insert_extra(std::size_t main, TokenKind kind, std::string_view form, ByteRange normal);

  /// Index of the last main token.
  std::size_t last_index() const { return last_main_; }
  std::uint32_t main_count() const { return main_count_; }
  /// Form of the last main token; "" before the first.
  std::string_view last_form() const {
    return main_count_ == 0 ? std::string_view() : tokens_[last_main_].form;
  }

 private:
  Token make(TokenKind kind, std::string_view form, ByteRange normal);

  TermMaker& terms_;
  const OffsetMap& map_;
  std::vector<Token>& tokens_;
  ByteArena& arena_;
  std::size_t last_main_ = 0;
  std::uint32_t main_count_ = 0;
};

}  // namespace pressarkiv
