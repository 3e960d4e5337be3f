// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/columns/columns.h"
#include "query/search/pattern_matcher.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// The releases that hold any of many forms that count as one word, scored beforehand.
struct FormMatches {
  struct Match {
    Xapian::docid document = 0;
    bool is_certain = true;  ///< False: its token stream says whether it holds a form.
    double weight = 0;
  };
  std::vector<Match> matches;      ///< Ascending by document.
  double best = 0;                 ///< The greatest weight.
  TokenPattern forms;              ///< What the uncertain are looked into for …
  std::optional<Section> section;  ///< … and where.
};

/// FormMatches as a part of a Xapian::Query of the same index: one list, where a query of all the
/// forms' terms is a tree as high as their number wants it. Streams are read of those releases only
/// that the rest of the query leaves. Hand it to a Query with release().
class FormsSource final : public Xapian::PostingSource {
 public:
  /// `columns`: of the index that it will search.
  FormsSource(std::shared_ptr<const FormMatches> found, std::shared_ptr<const Columns> columns);

  Xapian::doccount get_termfreq_min() const override { return certain_; }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  double get_weight() const override { return found_->matches[at_].weight; }
  Xapian::docid get_docid() const override { return found_->matches[at_].document; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return place_ != Place::kStart && is_over(); }
  void init(const Xapian::Database& releases) override;
  PostingSource* clone() const override { return new FormsSource(found_, columns_); }
  std::string get_description() const override { return "FormsSource"; }

 private:
  /// What is known of the release at hand, as in TokenPatternSource.
  enum class Place { kStart, kUntested, kMatch, kNoMatch };

  Xapian::doccount size() const { return static_cast<Xapian::doccount>(found_->matches.size()); }
  bool is_over() const { return at_ == found_->matches.size(); }
  bool is_at_match_from(Xapian::docid document) const;
  void pass_to(Xapian::docid document);
  bool here();
  bool holds_a_form();
  void advance_to_match(double min_weight);

  std::shared_ptr<const FormMatches> found_;
  std::shared_ptr<const Columns> columns_;
  Xapian::doccount certain_ = 0;
  std::size_t at_ = 0;
  Place place_ = Place::kStart;
  std::optional<PatternMatcher> matcher_;  // Once it is needed, as the streams.
  std::optional<ColumnReader> tokens_;
};

}  // namespace pressarkiv
