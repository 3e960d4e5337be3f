// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/theme_searcher.h"

#include <utility>

#include "common/text/normalizer.h"
#include "query/search/release_association.h"
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

  Result<FamilySpec> family_spec(std::string_view text) {
    if (index.vocabulary() == nullptr) {
      return Error{ErrorCode::kCorrupt, index.vocabulary_error()};
    }
    const auto single_word = [this](std::string_view piece) {
      AnalyzedText analyzed;
      analyzer.analyze(piece, analyzed);
      return analyzed.tokens().size() == 1 ? fold_accents(analyzed.tokens().front().form)
                                           : std::string();
    };
    std::optional<FamilySpec> spec = read_family_spec(text, single_word);
    if (spec) return std::move(*spec);
    return Error{ErrorCode::kInvalidArgument,
                 "'" + std::string(text) +
                     "' is not one word: a family is that of a single word, with -WORD and +WORD "
                     "behind it for what is dropped and added"};
  }

  /// Releases that have the words of an expression, in any form, right after each other.
  Result<std::uint64_t> releases_with(const std::string& expression) {
    std::string query;
    for (const char c : expression) query += c == ' ' ? std::string(" ADJ/1 ") : std::string(1, c);
    std::uint64_t releases = 0;
    const Result<ScanSummary> summary =
        scanner.scan(query, {}, [&](const ContentEntry&, const std::vector<Span>&) { ++releases; });
    if (!summary) return summary.error();
    return releases;
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
  return state_->guarded<TrendResult>([&] {
    return count_trends(state_->index, state_->analyzer, state_->table, state_->scanner, request);
  });
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

Result<std::vector<FamilyMember>> ThemeSearcher::family(std::string_view text) {
  return state_->guarded<std::vector<FamilyMember>>([&]() -> Result<std::vector<FamilyMember>> {
    const Result<FamilySpec> spec = state_->family_spec(text);
    if (!spec) return spec.error();
    return word_family(*state_->index.vocabulary(),
                       release_association(state_->index, state_->analyzer), *spec);
  });
}

Result<std::vector<FamilyMember>> ThemeSearcher::relatives(std::string_view text) {
  return state_->guarded<std::vector<FamilyMember>>([&]() -> Result<std::vector<FamilyMember>> {
    const Result<FamilySpec> spec = state_->family_spec(text);
    if (!spec) return spec.error();
    const Vocabulary& vocabulary = *state_->index.vocabulary();
    std::vector<FamilyMember> members = word_relatives(
        vocabulary, release_association(state_->index, state_->analyzer), spec->word);
    const CompoundHalves halves = compound_halves(vocabulary.model(), spec->word);
    if (halves.first.empty()) return members;
    for (const std::string_view preposition : {"av", "bland", "för", "hos", "i", "inom"}) {
      std::string expression = halves.last + " " + std::string(preposition) + " " + halves.first;
      const Result<std::uint64_t> releases = state_->releases_with(expression);
      if (!releases) return releases.error();
      if (*releases == 0) continue;
      members.push_back({std::move(expression), *releases, FamilyRelation::kExpression});
    }
    return members;
  });
}

Result<DuplicateList> ThemeSearcher::duplicates() {
  return state_->guarded<DuplicateList>(
      [&]() -> Result<DuplicateList> { return list_duplicates(state_->index, state_->table); });
}

}  // namespace pressarkiv
