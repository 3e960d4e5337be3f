// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/record/archive_layout.h"
#include "common/result.h"
#include "query/search/index_part.h"
#include "query/search/search_request.h"
#include "query/search/search_result.h"
#include "query/search/suggester.h"

namespace pressarkiv {

/// The facade that every face (command line, web page, TREC run) calls: SearchRequest in,
/// SearchResult out. Keeps the index open between calls and reopens it when a writer has moved on.
/// Not thread-safe: one Searcher a thread.
class Searcher {
 public:
  /// Errors: kNotFound (no archive, or none indexed yet), kIncompatible, kCorrupt, kIo.
  /// Of IndexPart::kQuotes every hit is a quote, with Hit::quote set.
  static Result<Searcher> open(const ArchiveLayout& layout, IndexPart part = IndexPart::kReleases);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Errors: kQuerySyntax (the message names the column), kInvalidArgument (unknown facet value is
  /// *not* an error: nothing is found), and those of open().
  Result<SearchResult> search(const SearchRequest& request);

  /// Releases about the same things as this one, each with the words they share (Hit::shared);
  /// those that say the same again are left out. kNotFound where there is no such release.
  Result<SearchResult> similar(std::string_view id, std::uint32_t limit);

  /// Of IndexPart::kQuotes: those of an office in which their own release names nobody.
  Result<std::vector<Hit>> open_office_quotes();

  /// Completions of what was typed so far: suggest() in suggester.h.
  Result<std::vector<Suggestion>> suggest(std::string_view typed, std::size_t most);

  /// The release with this id; kNotFound otherwise.
  Result<ReleaseView> release(std::string_view id);

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
