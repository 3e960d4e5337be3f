// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/token_writer.h"

#include "common/utf8.h"

namespace pressarkiv {
namespace {

std::string_view cut(std::string_view form) {
  if (form.size() <= TokenWriter::kMaxFormBytes) return form;
  std::size_t end = TokenWriter::kMaxFormBytes;
  while (end > 0 && is_utf8_tail(form[end])) --end;
  return form.substr(0, end);
}

}  // namespace

Token TokenWriter::make(TokenKind kind, std::string_view form, ByteRange normal) {
  Token token;
  token.range = map_.original(normal);
  token.kind = kind;
  if (looks_up_late_) {
    token.form = letters_.copy(form);
    token.form_number = FormTable::hash(form);  // Until finish().
  } else {
    set_form(forms_.number_of(form), token);
  }
  return token;
}

void TokenWriter::set_form(std::uint32_t number, Token& token) const {
  const KnownForm& known = forms_.form(number);
  token.form = known.form;
  token.term = known.term;
  token.form_number = number;
}

void TokenWriter::finish() {
  if (!looks_up_late_) return;
  constexpr std::size_t kAhead = 8;  // As many as memory is slower than a look at one.
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (i + 2 * kAhead < tokens_.size()) {
      forms_.prefetch_slot(tokens_[i + 2 * kAhead].form_number);
    }
    if (i + kAhead < tokens_.size()) forms_.prefetch_entry(tokens_[i + kAhead].form_number);
    set_form(forms_.number_of(tokens_[i].form, tokens_[i].form_number), tokens_[i]);
  }
}

std::size_t TokenWriter::add_main(std::string_view form, ByteRange normal) {
  last_main_ = tokens_.size();
  tokens_.push_back(make(TokenKind::kMain, cut(form), normal));
  tokens_.back().position = main_count_++;
  return last_main_;
}

void TokenWriter::add_extra(TokenKind kind, std::string_view form, ByteRange normal) {
  insert_extra(last_main_, kind, form, normal);
}

void TokenWriter::insert_extra(std::size_t main, TokenKind kind, std::string_view form,
                               ByteRange normal) {
  if (form.empty() || form.size() > kMaxFormBytes || main >= tokens_.size()) return;
  std::size_t at = main;
  do {
    if (tokens_[at].form == form) return;
    ++at;
  } while (at < tokens_.size() && tokens_[at].kind != TokenKind::kMain);
  Token token = make(kind, form, normal);
  token.position = tokens_[main].position;
  tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(at), token);
  if (last_main_ >= at) ++last_main_;
}

}  // namespace pressarkiv
