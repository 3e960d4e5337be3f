// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/themes/content_words.h"
#include "query/themes/hash_counter.h"
#include "query/themes/surface_finder.h"
#include "query/themes/theme_finder.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kSpare = 3;  ///< Words looked up for each that is asked for.

struct WordCounts {
  std::uint32_t term = 0;
  std::uint64_t both = 0;
  std::uint64_t alone = 0;
  std::uint64_t last_occurrence = 0;  ///< Each occurrence of the query counts a word once.
};

class CollocateFinder {
 public:
  CollocateFinder(const IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                  const OccurrenceScanner& scanner, const CooccurRequest& request)
      : index_(index), analyzer_(analyzer), table_(table), scanner_(scanner), request_(request) {}

  Result<CooccurResult> find();

 private:
  void count_alone();
  Status count_windows();
  void count_window(const std::vector<ContentWord>& run, const Span& span);
  void rank();
  Status name();

  const IndexReader& index_;
  Analyzer& analyzer_;
  const ContentTable& table_;
  const OccurrenceScanner& scanner_;
  const CooccurRequest& request_;
  HashCounter<WordCounts> words_;
  std::uint64_t all_words_ = 0;
  std::uint64_t window_words_ = 0;
  std::vector<std::uint32_t> terms_;  // Beside result_.collocates.
  CooccurResult result_;
};

void CollocateFinder::count_alone() {
  ContentWords reader(index_, table_);
  for (const ContentEntry* entry : scanner_.population(request_.options)) {
    for (const auto& run : reader.runs_of(*entry)) {
      for (const ContentWord& word : run) {
        WordCounts& counts = words_[word_key(word.term)];
        counts.term = word.term;
        ++counts.alone;
      }
      all_words_ += run.size();
    }
  }
}

void CollocateFinder::count_window(const std::vector<ContentWord>& run, const Span& span) {
  const std::uint32_t first = run.front().position;
  const std::uint32_t last = run.back().position + 1;
  const std::uint32_t begin = span.begin - std::min(request_.window, span.begin - first);
  const std::uint32_t end = span.end + std::min(request_.window, last - span.end);
  for (std::uint32_t at = begin; at < end; ++at) {
    if (at >= span.begin && at < span.end) continue;
    ++window_words_;
    WordCounts& counts = words_[word_key(run[at - first].term)];
    if (counts.last_occurrence == result_.occurrences) continue;
    counts.last_occurrence = result_.occurrences;
    ++counts.both;
  }
}

Status CollocateFinder::count_windows() {
  ContentWords reader(index_, table_);
  const Result<ScanSummary> summary = scanner_.scan(
      request_.query, request_.options,
      [&](const ContentEntry& entry, const std::vector<Span>& spans) {
        const auto& runs = reader.runs_of(entry);
        for (const Span& span : spans) {
          ++result_.occurrences;
          for (const auto& run : runs) {
            if (span.begin >= run.front().position && span.end <= run.back().position + 1) {
              count_window(run, span);
            }
          }
        }
      });
  if (!summary) return summary.error();
  if (!summary->counts_occurrences) {
    return Error{ErrorCode::kInvalidArgument,
                 "'" + request_.query +
                     "' only selects releases: what stands near needs a word or "
                     "a phrase that can stand in a text"};
  }
  result_.understood = summary->understood;
  result_.notes = summary->notes;
  return Done{};
}

void CollocateFinder::rank() {
  HashCounter<bool> function;
  for (const std::uint64_t key : function_word_keys(analyzer_)) function[key] = true;
  struct Ranked {
    double score = 0;
    std::uint64_t key = 0;
    std::uint32_t term = 0;
    Collocate collocate;
  };
  std::vector<Ranked> ranked;
  words_.each([&](std::uint64_t key, const WordCounts& counts) {
    if (counts.both < request_.least || function.find(key) != nullptr) return;
    Collocate collocate;
    collocate.both = counts.both;
    collocate.alone = counts.alone;
    collocate.log_dice = log_dice(counts.both, result_.occurrences, counts.alone);
    collocate.log_likelihood = log_likelihood({counts.both, window_words_,
                                               counts.alone - std::min(counts.alone, counts.both),
                                               all_words_ - window_words_});
    const double score =
        request_.order == CollocateOrder::kLogDice ? collocate.log_dice : collocate.log_likelihood;
    ranked.push_back({score, key, counts.term, collocate});
  });
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.key < b.key;
  });
  const std::size_t most = kSpare * std::max<std::size_t>(request_.limit, 1);
  for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) {
    result_.collocates.push_back(ranked[i].collocate);
    terms_.push_back(ranked[i].term);
  }
}

/// Gives the words back; those that say little go.
Status CollocateFinder::name() {
  HashCounter<std::uint32_t> item_of;  // Plus one.
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    item_of[word_key(terms_[i])] = static_cast<std::uint32_t>(i + 1);
  }
  SurfaceFinder finder(SurfaceFinder::Samples::kFirst);
  ContentWords reader(index_, table_);
  std::size_t open = terms_.size();
  for (const ContentEntry* entry : scanner_.population(request_.options)) {
    if (open == 0) break;
    for (const auto& run : reader.runs_of(*entry)) {
      for (const ContentWord& word : run) {
        const std::uint32_t* item = item_of.find(word_key(word.term));
        if (item == nullptr || !finder.wants(*item - 1)) continue;
        if (!finder.add(*item - 1, entry->docid, {word.position, word.position + 1})) --open;
      }
    }
  }
  const Result<std::vector<std::string>> words = finder.read(index_, analyzer_, terms_.size(), 0);
  if (!words) return words.error();
  std::vector<Collocate> kept;
  for (std::size_t i = 0; i < terms_.size() && kept.size() < request_.limit; ++i) {
    if ((*words)[i].empty() || says_little((*words)[i])) continue;
    result_.collocates[i].word = (*words)[i];
    kept.push_back(result_.collocates[i]);
  }
  result_.collocates = std::move(kept);
  return Done{};
}

Result<CooccurResult> CollocateFinder::find() {
  result_.query = request_.query;
  result_.window = request_.window;
  result_.revision = index_.last_event();
  result_.conditions = conditions_of(request_.options);
  count_alone();
  if (Status counted = count_windows(); !counted) return counted.error();
  rank();
  if (Status named = name(); !named) return named.error();
  return std::move(result_);
}

}  // namespace

Result<CooccurResult> find_collocates(const IndexReader& index, Analyzer& analyzer,
                                      const ContentTable& table, const OccurrenceScanner& scanner,
                                      const CooccurRequest& request) {
  return CollocateFinder(index, analyzer, table, scanner, request).find();
}

}  // namespace pressarkiv
