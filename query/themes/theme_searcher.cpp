// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/theme_searcher.h"

#include <utility>

#include "query/themes/content_reader.h"
#include "query/themes/duplicates.h"
#include "query/themes/kwic.h"
#include "query/themes/trends.h"

namespace pressarkiv {

struct ThemeSearcher::State {
  State(IndexReader reader, ContentTable content)
      : index(std::move(reader)),
        table(std::move(content)),
        scanner(index, analyzer, gazetteer, table) {}

  /// Runs `work`; Xapian's errors become ours.
  template <typename T, typename Work>
  Result<T> guarded(Work work) {
    try {
      return work();
    } catch (const Xapian::Error& error) {
      return translate_index_error(error, index.layout());
    }
  }

  IndexReader index;
  Analyzer analyzer;
  Gazetteer gazetteer;
  ContentTable table;
  OccurrenceScanner scanner;
};

ThemeSearcher::ThemeSearcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
ThemeSearcher::ThemeSearcher(ThemeSearcher&&) noexcept = default;
ThemeSearcher& ThemeSearcher::operator=(ThemeSearcher&&) noexcept = default;
ThemeSearcher::~ThemeSearcher() = default;

Result<ThemeSearcher> ThemeSearcher::open(const ArchiveLayout& layout) {
  Result<IndexReader> index = IndexReader::open(layout);
  if (!index) return index.error();
  try {
    Result<ContentTable> table = read_content_table(*index);
    if (!table) return table.error();
    return ThemeSearcher(std::make_unique<State>(std::move(*index), std::move(*table)));
  } catch (const Xapian::Error& error) {
    return translate_index_error(error, layout);
  }
}

Result<TrendResult> ThemeSearcher::trends(const TrendRequest& request) {
  return state_->guarded<TrendResult>(
      [&] { return count_trends(state_->index, state_->table, state_->scanner, request); });
}

Result<KwicResult> ThemeSearcher::kwic(const KwicRequest& request) {
  return state_->guarded<KwicResult>(
      [&] { return list_occurrences(state_->index, state_->analyzer, state_->scanner, request); });
}

Result<DuplicateList> ThemeSearcher::duplicates() {
  return state_->guarded<DuplicateList>(
      [&]() -> Result<DuplicateList> { return list_duplicates(state_->index, state_->table); });
}

}  // namespace pressarkiv
