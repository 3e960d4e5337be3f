// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_pattern_source.h"

namespace pressarkiv {

Xapian::PostingSource* TokenPatternSource::clone() const {
  return new TokenPatternSource(pattern_, section_, columns_);  // Xapian owns what clone() returns.
}

void TokenPatternSource::init(const Xapian::Database& database) {
  documents_ = database.get_doccount();
  at_ = columns_->next_document(1);
  place_ = Place::kStart;
  set_maxweight(0);
}

bool TokenPatternSource::here() {
  const bool found = matcher_.matches(tokens_.tokens(at_), section_);
  place_ = found ? Place::kMatch : Place::kNoMatch;
  return found;
}

void TokenPatternSource::pass_to(Xapian::docid docid) {
  if (docid > at_) at_ = columns_->next_document(docid);
}

void TokenPatternSource::advance_to_match() {
  if (place_ == Place::kStart) place_ = Place::kUntested;
  while (!is_over() && !here()) pass_to(at_ + 1);
}

void TokenPatternSource::next(double) {
  const bool known = place_ == Place::kMatch || place_ == Place::kNoMatch;
  if (known && !is_over()) pass_to(at_ + 1);
  advance_to_match();
}

void TokenPatternSource::skip_to(Xapian::docid docid, double) {
  if (!is_over()) {
    if (place_ == Place::kMatch && at_ >= docid) return;
    pass_to(docid);
  }
  advance_to_match();
}

bool TokenPatternSource::check(Xapian::docid docid, double) {
  if (!is_over() && !(place_ == Place::kMatch && at_ >= docid)) {
    pass_to(docid);
    place_ = Place::kUntested;
  }
  if (place_ == Place::kStart) place_ = Place::kUntested;
  // True means "positioned, or at the end"; false that this release does not match.
  if (is_over() || place_ == Place::kMatch) return true;
  return at_ == docid && here();
}

}  // namespace pressarkiv
