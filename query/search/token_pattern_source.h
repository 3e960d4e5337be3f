// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/columns/columns.h"
#include "query/search/pattern_matcher.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// The releases whose token stream matches a pattern, as a source of postings without weight.
/// Meant to stand in an AND beside the terms of its words, so that only candidates are checked:
/// the matcher asks check() for those. Alone it would read every release's stream: correct, slow.
/// For databases whose columns lie on this machine.
class TokenPatternSource : public Xapian::PostingSource {
 public:
  /// `columns`: of the index that it will search.
  TokenPatternSource(TokenPattern pattern, std::optional<Section> section,
                     std::shared_ptr<const Columns> columns)
      : pattern_(std::move(pattern)),
        matcher_(pattern_),
        section_(section),
        columns_(std::move(columns)),
        tokens_(*columns_, Column::kTokens) {}

  Xapian::PostingSource* clone() const override;
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool check(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return place_ != Place::kStart && is_over(); }
  Xapian::docid get_docid() const override { return at_; }
  std::string get_description() const override { return "TokenPatternSource"; }

 private:
  /// What is known of the release that `at_` stands at. After a check() that found nothing, `at_`
  /// may stand at a later release that was never looked at; next() must not pass over that one.
  enum class Place { kStart, kUntested, kMatch, kNoMatch };

  bool is_over() const { return at_ == 0; }
  void pass_to(Xapian::docid docid);
  bool here();
  void advance_to_match();

  TokenPattern pattern_;
  PatternMatcher matcher_;
  std::optional<Section> section_;
  std::shared_ptr<const Columns> columns_;
  ColumnReader tokens_;
  Xapian::docid at_ = 0;  // 0: past the last one.
  Xapian::doccount documents_ = 0;
  Place place_ = Place::kStart;
};

}  // namespace pressarkiv
