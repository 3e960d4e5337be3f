// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/form_table.h"

namespace pressarkiv {

/// How a token came to be. Values reach the disk (token streams): never renumber.
enum class TokenKind : std::uint8_t {
  kMain = 0,     ///< A word or number as it stands in the text. Has a position of its own.
  kJoined = 1,   ///< Neighbours written as one: "e-post" and "epost" beside "e", "post".
  kPiece = 2,    ///< A piece of a main token: "2023" of "2023:15", "regeringen" of an address.
  kVariant = 3,  ///< Another spelling of a main token: "eu:s", "andre" beside "andré".
  kCompleted = 4  ///< A hanging hyphen completed: "biståndsminister" of "bistånds- och …minister".
};

/// One token of a text. `form` and `term` live as long as the AnalyzedText that holds the token
/// keeps them.
struct Token {
  std::string_view form;       ///< Lower case, NFC, as written: "andré", "företagarna".
  std::string_view term;       ///< What is indexed and searched: folded (å ä ö kept), stemmed.
  ByteRange range;             ///< Byte offsets into the *original* text, soft hyphens included.
  std::uint32_t position = 0;  ///< 0, 1, 2 … over the main tokens; extra tokens share one.
  std::uint32_t form_number = 0;  ///< In AnalyzedText::forms().
  TokenKind kind = TokenKind::kMain;
};

/// The tokens of one text in text order; extra tokens follow the main token that they begin at.
/// Reuse one object for many texts: it keeps its memory.
class AnalyzedText {
 public:
  const std::vector<Token>& tokens() const { return tokens_; }
  /// Number of main tokens (the next free position).
  std::uint32_t length() const { return length_; }
  /// The table that form_number is a number of; null before the first analysis. It is the
  /// analyzer's own table, which goes on to grow.
  const std::shared_ptr<const FormTable>& forms() const { return forms_; }

 private:
  friend class Analyzer;
  std::vector<Token> tokens_;
  std::uint32_t length_ = 0;
  std::shared_ptr<const FormTable> forms_;  // Holds the letters of forms and terms.
};

/// Turns text into the tokens that are indexed, searched and highlighted: the one analysis for
/// index, query, snippet and concordance.
///
/// Normalises first (NFC; soft hyphens and zero-width characters out; no-break spaces are
/// blanks), breaks words as UAX #29 with the Swedish rules of docs in tokenizer.h, lower-cases,
/// folds accents other than å ä ö for the term, and stems words with Snowball Swedish.
/// Not thread-safe: one Analyzer a thread, its AnalyzedTexts included (it holds break iterators and
/// a table of forms).
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Replaces the content of `out`. Ranges never split a UTF-8 sequence. Invalid UTF-8 is skipped,
  /// never an error. O(bytes). Example: "klimat\u00ADmålen" → {form "klimatmålen", term
  /// "klimatmål", range [0, 14), position 0}.
  void analyze(std::string_view text, AnalyzedText& out);

  /// The same for a further text of something that is counted as a whole: the numbers of forms are
  /// those of the call before. analyze() begins a new table of forms whenever the old one is full
  /// (FormTable::is_full), so that no source, however many words it invents, fills the memory.
  void analyze_further(std::string_view text, AnalyzedText& out);

  /// The term of one word form as analyze() would make it ("Företagarna" → "företag").
  std::string term_of(std::string_view form);

  /// Changes whenever an index written with another analyzer could not be searched with this one:
  /// library versions (ICU, Snowball) and our own rules.
  static std::string fingerprint();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
