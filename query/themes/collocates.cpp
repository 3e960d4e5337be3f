// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include "common/text/sentences.h"
#include "query/search/press_service.h"
#include "query/themes/content_words.h"
#include "query/themes/hash_counter.h"
#include "query/themes/release_text.h"
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

/// A word that stood beside the query.
struct DatedWord {
  std::uint32_t term = 0;
  int year = 0;  ///< 0: no date.
};

class CollocateFinder {
 public:
  CollocateFinder(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                  const OccurrenceScanner& scanner, const CooccurRequest& request)
      : index_(index), analyzer_(analyzer), table_(table), scanner_(scanner), request_(request) {}

  Result<CooccurResult> find();

 private:
  void count_alone();
  Status count_windows();
  Status count_occurrence(const ContentEntry& entry,
                          const std::vector<std::vector<ContentWord>>& runs, const Span& span);
  void count_words(const std::vector<ContentWord>& run, const Span& span, SectionRange around);
  Result<SectionRange> sentence_around(std::uint32_t docid, const Span& span);
  void count_years();
  void rank();
  Status name();

  IndexReader& index_;
  Analyzer& analyzer_;
  const ContentTable& table_;
  const OccurrenceScanner& scanner_;
  const CooccurRequest& request_;
  HashCounter<WordCounts> words_;
  std::uint64_t all_words_ = 0;
  std::uint64_t window_words_ = 0;
  std::vector<std::uint32_t> terms_;  // Beside result_.collocates.
  std::vector<DatedWord> dated_;
  std::map<int, std::uint64_t> occurrences_by_year_;
  int year_ = 0;                  // Of the release at hand.
  std::uint32_t text_docid_ = 0;  // Whose text is at hand.
  std::optional<ReleaseText> text_;
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

/// Counts the words of `around` (stream positions) beside an occurrence.
void CollocateFinder::count_words(const std::vector<ContentWord>& run, const Span& span,
                                  SectionRange around) {
  const std::uint32_t first = run.front().position;
  const std::uint32_t begin = std::max(around.begin, first);
  const std::uint32_t end = std::min(around.end, run.back().position + 1);
  for (std::uint32_t at = begin; at < end; ++at) {
    if (at >= span.begin && at < span.end) continue;
    ++window_words_;
    const std::uint32_t term = run[at - first].term;
    if (term == run[span.begin - first].term) continue;  // The query again.
    WordCounts& counts = words_[word_key(term)];
    if (counts.last_occurrence == result_.occurrences) continue;
    counts.last_occurrence = result_.occurrences;
    ++counts.both;
    dated_.push_back({term, year_});
  }
}

/// The words of the sentence that an occurrence begins in.
Result<SectionRange> CollocateFinder::sentence_around(std::uint32_t docid, const Span& span) {
  if (!text_ || text_docid_ != docid) {
    Result<ReleaseText> text = ReleaseText::read(index_, analyzer_, docid);
    if (!text) return text.error();
    text_ = std::move(*text);
    text_docid_ = docid;
  }
  const TextPlace place = text_->place(span.begin, span.end);
  const std::string_view section = text_->text(place.section);
  const ByteRange line = line_around(section, place.range.begin);
  for (const ByteRange& sentence : split_sentences(section.substr(line.begin, line.size()))) {
    const ByteRange found{sentence.begin + line.begin, sentence.end + line.begin};
    if (place.range.begin >= found.end) continue;
    return text_->words_in(place.section, found);
  }
  return SectionRange{span.begin, span.end};
}

Status CollocateFinder::count_occurrence(const ContentEntry& entry,
                                         const std::vector<std::vector<ContentWord>>& runs,
                                         const Span& span) {
  ++result_.occurrences;
  year_ = static_cast<int>(entry.date / 10000);
  if (year_ != 0) ++occurrences_by_year_[year_];
  SectionRange around{span.begin - std::min(request_.window, span.begin),
                      span.end + request_.window};
  if (request_.sentence) {
    const Result<SectionRange> sentence = sentence_around(entry.docid, span);
    if (!sentence) return sentence.error();
    around = *sentence;
  }
  for (const auto& run : runs) {
    if (span.begin >= run.front().position && span.end <= run.back().position + 1) {
      count_words(run, span, around);
    }
  }
  return Done{};
}

Status CollocateFinder::count_windows() {
  ContentWords reader(index_, table_);
  Status failed = Done{};
  const Result<ScanSummary> summary =
      scanner_.scan(request_.query, request_.options,
                    [&](const ContentEntry& entry, const std::vector<Span>& spans) {
                      const auto& runs = reader.runs_of(entry);
                      for (const Span& span : spans) {
                        if (Status counted = count_occurrence(entry, runs, span); !counted)
                          failed = counted;
                      }
                    });
  if (!summary) return summary.error();
  if (!failed) return failed.error();
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
    terms_[kept.size()] = terms_[i];
    kept.push_back(result_.collocates[i]);
  }
  result_.collocates = std::move(kept);
  return Done{};
}

/// How often the words that were kept stand there each year, from the first with an occurrence.
void CollocateFinder::count_years() {
  if (occurrences_by_year_.empty()) return;
  const int first = occurrences_by_year_.begin()->first;
  const int last = occurrences_by_year_.rbegin()->first;
  for (int year = first; year <= last; ++year) {
    const auto found = occurrences_by_year_.find(year);
    result_.years.push_back({year, found == occurrences_by_year_.end() ? 0 : found->second});
  }
  HashCounter<std::uint32_t> item_of;  // Plus one.
  for (std::size_t i = 0; i < result_.collocates.size(); ++i) {
    result_.collocates[i].by_year.resize(result_.years.size());
    item_of[word_key(terms_[i])] = static_cast<std::uint32_t>(i + 1);
  }
  for (const DatedWord& word : dated_) {
    const std::uint32_t* item = item_of.find(word_key(word.term));
    if (item == nullptr || word.year == 0) continue;
    ++result_.collocates[*item - 1].by_year[static_cast<std::size_t>(word.year - first)];
  }
}

Result<CooccurResult> CollocateFinder::find() {
  result_.query = request_.query;
  result_.window = request_.sentence ? 0 : request_.window;
  result_.sentence = request_.sentence;
  result_.revision = index_.last_event();
  result_.conditions = conditions_of(request_.options);
  count_alone();
  if (Status counted = count_windows(); !counted) return counted.error();
  rank();
  if (Status named = name(); !named) return named.error();
  count_years();
  return std::move(result_);
}

}  // namespace

Result<CooccurResult> find_collocates(IndexReader& index, Analyzer& analyzer,
                                      const ContentTable& table, const OccurrenceScanner& scanner,
                                      const CooccurRequest& request) {
  return CollocateFinder(index, analyzer, table, scanner, request).find();
}

}  // namespace pressarkiv
