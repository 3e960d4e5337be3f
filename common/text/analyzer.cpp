// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <unicode/uversion.h>

#include <array>

#include "common/hash.h"
#include "common/text/byte_arena.h"
#include "common/text/letters.h"
#include "common/text/normalizer.h"
#include "common/text/snowball.h"
#include "common/text/token_writer.h"
#include "common/text/tokenizer.h"

namespace pressarkiv {
namespace {

// Raise it whenever a change of the normalizer or tokenizer changes the terms of any text.
constexpr int kRulesVersion = 1;

/// Words whose stems tell the releases of the Snowball Swedish algorithm apart (libstemmer does not
/// say its version): 3.0 removes -et and -öst where 2.2 does not.
std::uint64_t snowball_print() {
  constexpr std::array<std::string_view, 10> kWords{
      "bladet",      "livets",       "laget",     "tröst",     "föst",
      "företagarna", "jaktkarlarne", "lösningen", "kraftlöst", "skönhetens"};
  Snowball snowball;
  std::string stems;
  for (const std::string_view word : kWords) {
    stems += snowball.stem(word);
    stems += ' ';
  }
  return stable_hash(stems) & 0xFFFFFFU;
}

}  // namespace

struct Analyzer::State {
  NormalText normal;
  Tokenizer tokenizer;
  ByteArena letters;  // Of the text at hand.
  std::shared_ptr<FormTable> forms = std::make_shared<FormTable>();
  std::string form;

  void renew_full_table() {
    if (forms->is_full()) forms = std::make_shared<FormTable>();
  }
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, AnalyzedText& out) {
  state_->renew_full_table();
  analyze_further(text, out);
}

void Analyzer::analyze_further(std::string_view text, AnalyzedText& out) {
  out.tokens_.clear();
  if (out.forms_ != state_->forms) out.forms_ = state_->forms;
  state_->normal.assign(text);
  state_->letters.clear();
  TokenWriter writer(*state_->forms, state_->normal.map(), out.tokens_, state_->letters);
  state_->tokenizer.run(state_->normal.text(), writer);
  writer.finish();
  out.length_ = writer.main_count();
}

std::string Analyzer::term_of(std::string_view form) {
  state_->renew_full_table();
  state_->normal.assign(form);
  state_->form.clear();
  append_lower(state_->normal.text(), state_->form);
  return std::string(state_->forms->form(state_->forms->number_of(state_->form)).term);
}

std::string Analyzer::fingerprint() {
  static const std::string kFingerprint = "sv" + std::to_string(kRulesVersion) + " icu" +
                                          U_ICU_VERSION + " snowball" +
                                          std::to_string(snowball_print());
  return kFingerprint;
}

}  // namespace pressarkiv
