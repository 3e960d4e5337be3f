// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/record/archive_layout.h"
#include "common/result.h"
#include "query/expansion/word_family.h"
#include "query/expansion/word_relatives.h"
#include "query/themes/duplicate_list.h"
#include "query/themes/kwic_result.h"
#include "query/themes/theme_result.h"
#include "query/themes/trend_result.h"

namespace pressarkiv {

/// The facade of everything that counts over an archive, beside Searcher, which finds. Answers from
/// the generation that it opened. Not thread-safe: one a thread.
class ThemeSearcher {
 public:
  /// Errors: kNotFound (no archive, or none indexed yet), kIncompatible, kCorrupt, kIo.
  static Result<ThemeSearcher> open(const ArchiveLayout& layout);

  ThemeSearcher(ThemeSearcher&&) noexcept;
  ThemeSearcher& operator=(ThemeSearcher&&) noexcept;
  ~ThemeSearcher();

  /// Errors of all: kQuerySyntax (the message names the column), kInvalidArgument, and those of
  /// open().
  Result<TrendResult> trends(const TrendRequest& request);
  Result<KwicResult> kwic(const KwicRequest& request);
  Result<ThemeResult> themes(const ThemeRequest& request);
  Result<CooccurResult> cooccur(const CooccurRequest& request);
  Result<DuplicateList> duplicates();
  /// The family of a word as typed, also with changes ("skola -högskola +lärosäte");
  /// kInvalidArgument where it is not one word.
  Result<std::vector<FamilyMember>> family(std::string_view text);
  /// What is near the family and not counted with it: derivations, relatives, and the parts of a
  /// compound as an expression.
  Result<std::vector<FamilyMember>> relatives(std::string_view text);

 private:
  struct State;
  explicit ThemeSearcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
