// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/byte_arena.h"
#include "common/text/form_table.h"
#include "common/text/normalizer.h"

namespace pressarkiv {

/// Takes the tokens of one text from the Tokenizer, in text order, with ranges of the normalised
/// text; finds their forms in a table and writes them into an AnalyzedText.
class TokenWriter {
 public:
  /// Longer forms are cut to it (main tokens) or left out (extra tokens): an index term has at most
  /// 245 bytes, prefix included, and no word of any language is that long.
  static constexpr std::size_t kMaxFormBytes = 128;

  /// `letters` holds forms until finish().
  TokenWriter(FormTable& forms, const OffsetMap& map, std::vector<Token>& tokens,
              ByteArena& letters)
      : forms_(forms), map_(map), tokens_(tokens), letters_(letters) {}

  /// Adds a main token; returns its index.
  std::size_t add_main(std::string_view form, ByteRange normal);

  /// Adds a further token at the place of the last main token, unless that place has the form.
  void add_extra(TokenKind kind, std::string_view form, ByteRange normal);
  /// The same at the place of the main token with the index `main`.
  void insert_extra(std::size_t main, TokenKind kind, std::string_view form, ByteRange normal);

  /// To be called after the last token. Where the table is larger than a cache, forms are looked up
  /// here, all together: that is faster then, and slower else.
  void finish();

  /// Index of the last main token.
  std::size_t last_index() const { return last_main_; }
  std::uint32_t main_count() const { return main_count_; }
  /// Form of the last main token; "" before the first.
  std::string_view last_form() const {
    return main_count_ == 0 ? std::string_view() : tokens_[last_main_].form;
  }

 private:
  static constexpr std::size_t kFormsInCache = 8192;  // 64 bytes each, and as much beside them.

  void set_form(std::uint32_t number, Token& token) const;
  Token make(TokenKind kind, std::string_view form, ByteRange normal);

  FormTable& forms_;
  const OffsetMap& map_;
  std::vector<Token>& tokens_;
  ByteArena& letters_;
  const bool looks_up_late_ = forms_.form_count() > kFormsInCache;
  std::size_t last_main_ = 0;
  std::uint32_t main_count_ = 0;
};

}  // namespace pressarkiv
