// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/release_words.h"

#include "common/schema/fields.h"
#include "common/text/letters.h"
#include "common/vocabulary/vocabulary_segment.h"

namespace pressarkiv {
namespace {

constexpr std::uint32_t kSeenAllWays = FormEntry::kSeenLower | FormEntry::kSeenAsName;

/// Whether a sentence or line goes on before the word that begins at `at`.
bool is_inside_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return false;
  const char before = text[at - 1];
  return is_ascii_letter(before) || is_digit(before) || before == ',' ||
         (static_cast<unsigned char>(before) >= 0x80 &&
          is_word_at(text, character_before(text, at)));
}

/// How the word that begins at `at` is written, for telling names from words: a capital at the
/// beginning of a sentence or line says nothing.
std::uint32_t writing_of(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') return FormEntry::kSeenLower;
  if (is_lower_at(text, at)) return FormEntry::kSeenLower;
  return is_upper_at(text, at) && is_inside_sentence(text, at) ? FormEntry::kSeenAsName : 0;
}

}  // namespace

void ReleaseWords::begin(const std::shared_ptr<const FormTable>& forms) {
  if (forms != table_) {
    if (table_) move_form_counts();
    forms_.clear();
    terms_.clear();
    ids_.clear();
    table_ = forms;
  }
  ++release_;
  found_.clear();
  tokens_.clear();
}

void ReleaseWords::add(Section section, std::uint32_t weight, std::string_view text,
                       const AnalyzedText& analyzed) {
  forms_.resize(table_->form_count());
  terms_.resize(table_->term_count());
  ids_.resize(table_->term_count());
  for (const Token& token : analyzed.tokens()) {
    const KnownForm& known = table_->form(token.form_number);
    count_form(known, text, token, section, weight);
    count_term(known.term_number, section, weight);
  }
}

void ReleaseWords::count_form(const KnownForm& known, std::string_view text, const Token& token,
                              Section section, std::uint32_t weight) {
  FormState& form = forms_[known.folded];
  if (form.release != release_) {
    form.release = release_;
    form.row = kNoRow;
    ++form.releases;
  }
  if (counting_ == Counting::kForms && form.flags != kSeenAllWays) {
    form.flags |= writing_of(text, token.range.begin);
  }
  if (token.kind != TokenKind::kMain && weight == 0) return;
  if (form.row == kNoRow) {
    form.row = tokens_.row_of(
        hash_word(table_->term(known.term_number).hash, table_->form(known.folded).form_hash));
  }
  if (token.kind == TokenKind::kMain) {
    tokens_.add_row(section, form.row);
  } else {
    tokens_.add_beside(form.row, weight);
  }
}

void ReleaseWords::count_term(std::uint32_t number, Section section, std::uint32_t weight) {
  TermState& term = terms_[number];
  if (term.release != release_) {
    term = TermState{};
    term.release = release_;
    found_.push_back(number);
  }
  term.text += weight;
  term.title = term.title || section == Section::kTitle;
  term.boilerplate = term.boilerplate || section == Section::kBoilerplate;
}

std::uint32_t ReleaseWords::add_terms(DocumentTerms& terms) {
  std::uint32_t length = 0;
  TermTable& table = terms.table();
  const auto id_of = [&](TermId& id, std::string_view prefix, std::uint32_t number) {
    if (id == WordIds::kUnknown) {
      make_term(prefix, table_->term(number).text, buffer_);
      id = table.id_of(buffer_);
    }
    return id;
  };
  for (const std::uint32_t number : found_) {
    const TermState& term = terms_[number];
    WordIds& ids = ids_[number];
    if (ids.round != table.round()) {
      ids = WordIds();
      ids.round = table.round();
    }
    // Boolean: the title has its weight in the text's wdf already, and must not make the document
    // longer twice.
    if (term.title) terms.add(id_of(ids.title, prefix::kTitle, number), 0);
    if (term.boilerplate) terms.add(id_of(ids.boilerplate, prefix::kBoilerplate, number), 0);
    if (term.text == 0) continue;
    terms.add(id_of(ids.text, prefix::kText, number), term.text);
    length += term.text;
  }
  return length;
}

void ReleaseWords::move_form_counts() {
  if (counting_ == Counting::kNoForms) return;
  for (std::uint32_t number = 0; number < forms_.size(); ++number) {
    FormState& form = forms_[number];
    if (form.releases == 0) continue;
    FormCount& count = form_counts_[std::string(table_->form(number).form)];
    count.releases += form.releases;
    count.flags |= form.flags;
    form.releases = 0;
    form.flags = 0;
  }
}

FormCounts ReleaseWords::take_form_counts() {
  if (table_) move_form_counts();
  FormCounts taken;
  taken.swap(form_counts_);
  return taken;
}

}  // namespace pressarkiv
