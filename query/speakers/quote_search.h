// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/record/archive_layout.h"
#include "common/result.h"
#include "query/search/search_request.h"
#include "query/search/search_result.h"

namespace pressarkiv {

/// What quotes are counted by.
enum class QuotePeriod { kYear, kQuarter, kMonth };

struct QuoteRequest {
  SearchRequest search;            ///< The query finds words of quotes; snippets are not made.
  bool context = false;            ///< Fill FoundQuote::context.
  std::optional<QuotePeriod> per;  ///< Fill QuoteResult::counts.
};

struct FoundQuote {
  Hit hit;               ///< The release, the quote and what matched in its words.
  std::string speaker;   ///< Empty: open.
  std::string role;      ///< As given in that release; the office where nobody is named.
  bool by_date = false;  ///< The release names an office only; one person held it then.
  std::string evidence;  ///< For by_date, in Swedish: why.
  std::string context;   ///< The paragraph around it.
  std::string citation;  ///< A line to paste.
};

struct QuoteCount {
  std::string period;  ///< "2023", "2023-Q4", "2023-10"; "" for quotes without such a date.
  std::uint64_t count = 0;
};

struct QuoteResult {
  std::string query;
  std::string understood;
  std::uint64_t total = 0;
  std::uint32_t offset = 0;
  std::uint64_t archive_releases = 0;
  std::vector<std::string> notes;
  std::vector<FoundQuote> quotes;
  std::vector<QuoteCount> counts;  ///< By period, ascending, without gaps filled.
};

/// Searches quotes. Not thread-safe: one object a thread.
class QuoteSearch {
 public:
  /// Errors: those of Searcher::open().
  static Result<QuoteSearch> open(const ArchiveLayout& layout);
  QuoteSearch(QuoteSearch&&) noexcept;
  ~QuoteSearch();

  /// Errors: those of Searcher::search().
  Result<QuoteResult> search(const QuoteRequest& request);

 private:
  struct State;
  explicit QuoteSearch(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// "2023", "2023-Q4", "2023-10" of a date; "" where it is not known that exactly.
std::string period_of(const PartialDate& date, QuotePeriod per);

}  // namespace pressarkiv
