// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_pattern_source.h"

#include "common/schema/fields.h"

namespace pressarkiv {

Xapian::PostingSource* TokenPatternSource::clone() const {
  return new TokenPatternSource(pattern_, section_);  // Xapian owns what clone() returns.
}

void TokenPatternSource::init(const Xapian::Database& database) {
  database_ = database;
  documents_ = database.get_doccount();
  at_ = database_.valuestream_begin(kTokensSlot);
  end_ = database_.valuestream_end(kTokensSlot);
  place_ = Place::kStart;
  set_maxweight(0);
}

bool TokenPatternSource::here() {
  const std::string encoded = *at_;
  const bool found = matcher_.matches(TokenStreamView(encoded), section_);
  place_ = found ? Place::kMatch : Place::kNoMatch;
  return found;
}

void TokenPatternSource::advance_to_match() {
  if (place_ == Place::kStart) place_ = Place::kUntested;
  while (at_ != end_ && !here()) ++at_;
}

void TokenPatternSource::next(double) {
  const bool known = place_ == Place::kMatch || place_ == Place::kNoMatch;
  if (known && at_ != end_) ++at_;
  advance_to_match();
}

void TokenPatternSource::skip_to(Xapian::docid docid, double) {
  if (at_ != end_) {
    if (place_ == Place::kMatch && at_.get_docid() >= docid) return;
    at_.skip_to(docid);
  }
  advance_to_match();
}

bool TokenPatternSource::check(Xapian::docid docid, double) {
  if (at_ != end_ && !(place_ == Place::kMatch && at_.get_docid() >= docid)) {
    at_.skip_to(docid);
    place_ = Place::kUntested;
  }
  if (place_ == Place::kStart) place_ = Place::kUntested;
  // True means "positioned, or at the end"; false that this release does not match.
  if (at_ == end_ || place_ == Place::kMatch) return true;
  return at_.get_docid() == docid && here();
}

}  // namespace pressarkiv
