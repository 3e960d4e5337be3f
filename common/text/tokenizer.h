// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/addresses.h"
#include "common/text/hanging_hyphens.h"
#include "common/text/token_writer.h"
#include "common/text/word_breaker.h"

namespace pressarkiv {

/// Breaks a normalised text into tokens: UAX #29, then these Swedish rules.
///
/// | text                    | main tokens              | further forms                         |
/// |-------------------------|--------------------------|---------------------------------------|
/// | EU:s, tv:n, 19:e        | eu · tv · 19             | eu:s eus · tv:n tvn · 19:e            |
/// | S:t, n:o                | s:t · n:o                | st sankt · no                         |
/// | EU-kommissionen, e-post | eu kommissionen · e post | eu-kommissionen eukommissionen …      |
/// | covid-19-vaccin         | covid 19 vaccin          | … and covid-19 as a piece             |
/// | EU/EES, T&E, 2024/2025  | eu ees · t e · …         | eu/ees · t&e · 2024/2025              |
/// | skol- och sjukvård      | skol och sjukvård        | skolvård (see HangingHyphens)         |
/// | SOU 2023:15, 2022/23:91 | sou 2023:15 · 2022/23:91 | 2023 15 · 2022 23 91                  |
/// | 2023-09-05, Ju2022/0123 | the whole                | its pieces                            |
/// | 500 000, 50.000         | 500000 · 50000           | 500 000 · 50.000                      |
/// | 1,5; kl. 09.00          | 1,5 · kl 09.00           | 1.5 · 09:00 9.00                      |
/// | t.ex., f.d.             | t.ex · f.d               | tex · fd                              |
/// | slut.Nästa, fil.pdf     | slut nästa · fil pdf     | fil.pdf                               |
/// | www.exempel.se/om       | the whole, no scheme     | www.exempel.se exempel.se exempel om  |
/// | nils.ek@exempel.se      | the whole                | nils.ek exempel.se nils ek exempel    |
/// | O'Brien · EU's, King's  | o'brien · eu king        | obrien brien · eu's eus king's kings  |
/// | Erasmus+ · COP28        | erasmus · cop28          | erasmus+ · cop 28                     |
/// | Jørgensen, André        | the same                 | jörgensen jorgensen · andre           |
///
/// Extra tokens are at the position of the main token that they begin at. Forms have at most
/// TokenWriter::kMaxFormBytes.
class Tokenizer {
 public:
  void run(std::string_view text, TokenWriter& writer);

 private:
  /// What is one thing in a chain of words: "EU:s", "2022/23:91", or a word.
  struct Element {
    enum class Kind { kWord, kNumber, kSuffixed, kContracted };
    Kind kind = Kind::kWord;
    std::size_t first = 0;  // In words_.
    std::size_t count = 1;
    ByteRange range;
    ByteRange base;  // Without a suffix.
  };

  std::size_t take_plain_word(std::size_t at);
  void take_chunk(ByteRange chunk);
  void take_stretch(ByteRange stretch);
  Element element_at(std::size_t word) const;
  std::size_t take_chain(std::size_t word, ByteRange stretch);
  void add_joined(const std::vector<Element>& chain, std::size_t first);
  std::size_t add_element(const Element& element);
  void add_suffixed(const Element& element);
  void add_number(const Element& element);
  void add_spaced_number(ByteRange number);
  void add_word(ByteRange word);
  void add_apostrophe_word(ByteRange word);
  void add_pointed_word(ByteRange word);
  void add_numeric_word(ByteRange word);
  void add_time(std::string_view digits);
  void add_pieces(ByteRange word, char separator);
  void add_code_pieces(ByteRange word);
  void add_foreign_spellings(ByteRange word);
  void add_address(const Address& address);
  void add_address_pieces(ByteRange part, bool host);

  std::string_view view(ByteRange range) const { return text_.substr(range.begin, range.size()); }
  char sign_after(std::size_t word) const;
  /// The text in lower case, in scratch memory until the next call.
  std::string_view lower(ByteRange range);

  WordBreaker breaker_;
  HangingHyphens hanging_;
  std::string_view text_;
  TokenWriter* writer_ = nullptr;
  std::vector<ByteRange> words_;  // Of the stretch at hand.
  std::vector<Element> chain_;
  std::size_t next_ = 0;  // Where the text goes on.
  std::string form_;
  std::string scratch_;
};

}  // namespace pressarkiv
