// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/forms_source.h"

#include <algorithm>
#include <utility>

#include "query/search/gallop.h"

namespace pressarkiv {

FormsSource::FormsSource(std::shared_ptr<const FormMatches> found,
                         std::shared_ptr<const Columns> columns)
    : found_(std::move(found)), columns_(std::move(columns)) {
  certain_ = static_cast<Xapian::doccount>(
      std::count_if(found_->matches.begin(), found_->matches.end(),
                    [](const FormMatches::Match& one) { return one.is_certain; }));
}

void FormsSource::init(const Xapian::Database& /*releases*/) {
  set_maxweight(found_->best);
  at_ = 0;
  place_ = Place::kStart;
  matcher_.reset();
}

bool FormsSource::holds_a_form() {
  if (!matcher_) {
    matcher_.emplace(found_->forms);
    tokens_.emplace(*columns_, Column::kTokens);
  }
  return matcher_->matches(tokens_->tokens(get_docid()), found_->section);
}

bool FormsSource::here() {
  const bool is_match = found_->matches[at_].is_certain || holds_a_form();
  place_ = is_match ? Place::kMatch : Place::kNoMatch;
  return is_match;
}

void FormsSource::advance_to_match(double min_weight) {
  if (place_ == Place::kStart) place_ = Place::kUntested;
  while (!is_over() && (get_weight() < min_weight || !here())) ++at_;
}

void FormsSource::next(double min_weight) {
  const bool is_known = place_ == Place::kMatch || place_ == Place::kNoMatch;
  if (is_known && !is_over()) ++at_;
  advance_to_match(min_weight);
}

bool FormsSource::is_at_match_from(Xapian::docid document) const {
  return place_ == Place::kMatch && !is_over() && get_docid() >= document;
}

void FormsSource::pass_to(Xapian::docid document) {
  const auto begin = found_->matches.begin();
  const auto from = begin + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(gallop(from, found_->matches.end(), document) - begin);
  place_ = Place::kUntested;
}

void FormsSource::skip_to(Xapian::docid document, double min_weight) {
  if (is_at_match_from(document)) return;
  pass_to(document);
  advance_to_match(min_weight);
}

bool FormsSource::check(Xapian::docid document, double /*min_weight*/) {
  if (is_at_match_from(document)) return true;
  pass_to(document);
  // True means "positioned, or at the end"; false that this release does not match.
  return is_over() || (get_docid() == document && here());
}

}  // namespace pressarkiv
