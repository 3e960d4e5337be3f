// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema/token_stream.h"
#include "common/text/analyzer.h"
#include "common/vocabulary/vocabulary_writer.h"
#include "indexer/document_terms.h"

namespace pressarkiv {

/// Counts the words of one release after the other: its terms with their frequencies, its token
/// stream, and in how many releases each form stands. Counts by the numbers of the analyzer's
/// FormTable, in flat tables as long as that one: a token costs a few loads, and strings are made
/// only where Xapian or the vocabulary asks for them.
class ReleaseWords {
 public:
  enum class Counting { kForms, kNoForms };

  /// With kNoForms the forms are not counted and take_form_counts() has none.
  explicit ReleaseWords(Counting counting = Counting::kForms) : counting_(counting) {}

  /// Begins a release whose forms are numbered in `forms`.
  void begin(const std::shared_ptr<const FormTable>& forms);

  /// Adds the words of one of its texts, whose occurrences count `weight` each; 0: not in ranking.
  void add(Section section, std::uint32_t weight, std::string_view text,
           const AnalyzedText& analyzed);

  /// Adds the release's terms of running text, title and boilerplate. Their frequencies together:
  /// the length of the document. One table of terms for all calls.
  std::uint32_t add_terms(DocumentTerms& terms);

  std::string encode_tokens() const { return tokens_.encode(); }

  /// Whether counts of forms have come out of an analyzer's table that was full. Whoever takes
  /// them then keeps memory bounded.
  bool has_counts_to_take() const { return !form_counts_.empty(); }
  /// The forms of all releases begun since the last call.
  FormCounts take_form_counts();

 private:
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;

  // Both say nothing of the release at hand unless they have its number.
  struct FormState {
    std::uint32_t release = 0;
    std::uint32_t row = kNoRow;  // Of the token stream.
    std::uint32_t releases = 0;  // Since counts were taken, as the flags.
    std::uint32_t flags = 0;     // Of FormEntry.
  };
  struct TermState {
    std::uint32_t release = 0;
    std::uint32_t text = 0;  // Weighted over title, lead and body.
    bool title = false;
    bool boilerplate = false;
  };
  /// The numbers that a word's index terms have in a round of their table.
  struct WordIds {
    static constexpr TermId kUnknown = 0xFFFFFFFFU;
    std::uint32_t round = 0;
    TermId text = kUnknown;
    TermId title = kUnknown;
    TermId boilerplate = kUnknown;
  };

  void count_form(const KnownForm& known, std::string_view text, const Token& token,
                  Section section, std::uint32_t weight);
  void count_term(std::uint32_t number, Section section, std::uint32_t weight);
  void move_form_counts();

  Counting counting_;
  std::shared_ptr<const FormTable> table_;
  std::vector<FormState> forms_;      // By the number of the folded form.
  std::vector<TermState> terms_;      // By the number of the term.
  std::vector<WordIds> ids_;          // The same.
  std::vector<std::uint32_t> found_;  // Terms of the release at hand.
  std::uint32_t release_ = 0;         // Its number, from 1.
  TokenStreamBuilder tokens_;
  std::string buffer_;
  FormCounts form_counts_;  // What came out of tables that are no more.
};

}  // namespace pressarkiv
