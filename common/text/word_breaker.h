// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace pressarkiv {

/// Words and numbers of a text without blanks, as UAX #29 breaks them (ICU, locale sv), with two
/// differences that the Swedish rules of the Tokenizer build on: a colon always breaks, and
/// underscores around a word are no part of it. Not thread-safe.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  /// Replaces `words`: ranges of text, ascending. `text` must be normalised and within the range
  /// must hold no blanks. Latin text is broken by hand, anything else by ICU, whose break iterator
  /// is created when first needed (some milliseconds).
  void find_words(std::string_view text, ByteRange range, std::vector<ByteRange>& words);

  /// The two ways, which agree (a test compares them). The first returns false, and leaves `words`
  /// in any state, if the text has characters that it does not know.
  static bool find_latin_words(std::string_view text, ByteRange range,
                               std::vector<ByteRange>& words);
  void find_words_with_icu(std::string_view text, ByteRange range, std::vector<ByteRange>& words);

 private:
  struct Icu;
  std::unique_ptr<Icu> icu_;
};

}  // namespace pressarkiv
