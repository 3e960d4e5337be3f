// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/theme_searcher.h"

#include <utility>

#include "common/text/normalizer.h"
#include "query/themes/content_reader.h"
#include "query/themes/duplicates.h"
#include "query/themes/kwic.h"
#include "query/themes/theme_finder.h"
#include "query/themes/trends.h"

namespace pressarkiv {

struct ThemeSearcher::State {
  State(IndexReader reader, ContentTable content)
      : index(std::move(reader)),
        table(std::move(content)),
        scanner(index, analyzer, gazetteer, knowledge, table) {}

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
  SearchKnowledge knowledge{analyzer};
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

Result<ThemeResult> ThemeSearcher::themes(const ThemeRequest& request) {
  return state_->guarded<ThemeResult>([&] {
    return find_themes(state_->index, state_->analyzer, state_->table, state_->scanner, request);
  });
}

Result<CooccurResult> ThemeSearcher::cooccur(const CooccurRequest& request) {
  return state_->guarded<CooccurResult>([&] {
    return find_collocates(state_->index, state_->analyzer, state_->table, state_->scanner,
                           request);
  });
}

Result<std::vector<FamilyMember>> ThemeSearcher::family(std::string_view word) {
  AnalyzedText analyzed;
  state_->analyzer.analyze(word, analyzed);
  if (analyzed.tokens().size() != 1) {
    return Error{ErrorCode::kInvalidArgument,
                 "'" + std::string(word) + "' is not one word: a family is that of a single word"};
  }
  const Vocabulary* vocabulary = state_->index.vocabulary();
  if (vocabulary == nullptr) return Error{ErrorCode::kCorrupt, state_->index.vocabulary_error()};
  return word_family(*vocabulary, fold_accents(analyzed.tokens().front().form));
}

Result<DuplicateList> ThemeSearcher::duplicates() {
  return state_->guarded<DuplicateList>(
      [&]() -> Result<DuplicateList> { return list_duplicates(state_->index, state_->table); });
}

}  // namespace pressarkiv
