// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/theme_finder.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "common/text/fold.h"
#include "common/text/normalizer.h"
#include "common/text/stopwords.h"
#include "query/themes/comparison.h"
#include "query/themes/content_words.h"
#include "query/themes/hash_counter.h"
#include "query/themes/noun_phrase.h"
#include "query/themes/surface_finder.h"

namespace pressarkiv {
namespace {

/// Candidates whose words are looked up, for each theme that is asked for: some say too little, or
/// stand where nothing is told.
constexpr std::size_t kSpare = 5;
/// A theme has so much of its samples in running text.
constexpr double kLeastContent = 0.5;

using Entries = std::vector<const ContentEntry*>;

/// What the texts show of candidates, beside them.
struct Surfaces {
  std::vector<std::string> words;                  ///< As they are written; "" where no theme is.
  std::vector<std::vector<std::uint32_t>> docids;  ///< The releases with them, ascending.
};

Result<Surfaces> surfaces_of(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                             const Entries& entries,
                             const std::vector<ThemeCandidate>& candidates) {
  Surfaces surfaces;
  surfaces.docids.resize(candidates.size());
  HashCounter<std::uint32_t> item_of;  // Plus one.
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    item_of[candidates[i].key] = static_cast<std::uint32_t>(i + 1);
  }
  SurfaceFinder finder(SurfaceFinder::Samples::kSpread);
  ContentWords reader(index, table);
  for (const ContentEntry* entry : entries) {
    for (const auto& run : reader.runs_of(*entry)) {
      for (std::size_t at = 0; at < run.size(); ++at) {
        for (std::size_t length = 1; length <= kLongestExpression && at + length <= run.size();
             ++length) {
          const std::uint64_t key =
              length == 1 ? word_key(run[at].term) : expression_key(&run[at], length);
          const std::uint32_t* item = item_of.find(key);
          if (item == nullptr) continue;
          std::vector<std::uint32_t>& docids = surfaces.docids[*item - 1];
          if (docids.empty() || docids.back() != entry->docid) docids.push_back(entry->docid);
          const std::uint32_t begin = run[at].position;
          finder.add(*item - 1, entry->docid, {begin, static_cast<std::uint32_t>(begin + length)});
        }
      }
    }
  }
  Result<std::vector<std::string>> words =
      finder.read(index, analyzer, candidates.size(), kLeastContent);
  if (!words) return words.error();
  surfaces.words = std::move(*words);
  return surfaces;
}

/// Whether half of all releases that have one of two things have both (Jaccard).
bool is_same_matter(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty() && 2 * both.size() >= a.size() + b.size() - both.size();
}

/// The words that were named already, in any form, so that nothing is named twice: not "Stubb"
/// beside "president Alexander Stubb", nor "partnerskapet" beside "partnerskap".
class Named {
 public:
  explicit Named(const Vocabulary* vocabulary) : vocabulary_(vocabulary) {}

  /// False where one of its content words is there.
  bool add(const std::string& expression) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < expression.size();) {
      const std::size_t end = std::min(expression.find_first_of(" -", at), expression.size());
      const std::string folded = fold_accents(fold_label(expression.substr(at, end - at)));
      at = end + 1;
      if (is_stopword(folded)) continue;
      words.push_back(folded);
      if (vocabulary_ == nullptr) continue;
      for (std::string& lemma : word_lemmas(vocabulary_->model(), folded)) {
        words.push_back(std::move(lemma));
      }
    }
    for (const std::string& word : words) {
      if (words_.count(word) > 0) return false;
    }
    words_.insert(words.begin(), words.end());
    return true;
  }

 private:
  const Vocabulary* vocabulary_;
  std::set<std::string> words_;
};

class ThemeFinder {
 public:
  ThemeFinder(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
              const OccurrenceScanner& scanner, const ThemeRequest& request)
      : index_(index), analyzer_(analyzer), table_(table), scanner_(scanner), request_(request) {}

  Result<ThemeResult> find();

 private:
  Status select();
  void share_out(const Entries& selected);
  Status add_themes(const ComparedReleases& releases, std::vector<Theme>& themes);

  IndexReader& index_;
  Analyzer& analyzer_;
  const ContentTable& table_;
  const OccurrenceScanner& scanner_;
  const ThemeRequest& request_;
  ComparedReleases releases_;
  ThemeResult result_;
};

/// Shares out the selected releases among the period, the one before, and the year before that.
void ThemeFinder::share_out(const Entries& selected) {
  const auto& [first, last, unit] = *request_.period;
  const PeriodRange previous = range_before(*request_.period);
  TrendPeriod past = previous.first;
  for (unsigned i = 0; i < periods_a_year(unit); ++i) past = previous_period(past, unit);
  result_.period = range_label(*request_.period);
  result_.previous = range_label(previous);
  for (const ContentEntry* entry : selected) {
    const TrendPeriod own = period_of(entry->date, unit);
    if (!own.known()) continue;
    if (own >= first && own <= last) releases_.here.push_back(entry);
    if (own >= previous.first && own < first) releases_.there.push_back(entry);
    if (own >= past && own < previous.first) releases_.past.push_back(entry);
  }
}

Status ThemeFinder::select() {
  Entries selected;
  const Result<ScanSummary> summary = scanner_.scan(
      request_.query, request_.options,
      [&](const ContentEntry& entry, const std::vector<Span>&) { selected.push_back(&entry); });
  if (!summary) return summary.error();
  result_.notes = summary->notes;
  if (request_.period) {
    if (!request_.period->first.known()) {
      return Error{ErrorCode::kInvalidArgument,
                   "there is no period before '" + range_label(*request_.period) + "'"};
    }
    share_out(selected);
    return Done{};
  }
  CountOptions everything;
  everything.with_duplicates = request_.options.with_duplicates;
  const Entries all = scanner_.population(everything);
  std::set_difference(all.begin(), all.end(), selected.begin(), selected.end(),
                      std::back_inserter(releases_.there),
                      [](const auto* a, const auto* b) { return a->docid < b->docid; });
  releases_.here = std::move(selected);
  return Done{};
}

Status ThemeFinder::add_themes(const ComparedReleases& releases, std::vector<Theme>& themes) {
  const std::vector<ThemeCandidate> candidates =
      compare_releases(index_, table_, releases, function_word_keys(analyzer_),
                       request_.least_releases, kSpare * std::max<std::size_t>(request_.limit, 1));
  const Result<Surfaces> surfaces =
      surfaces_of(index_, analyzer_, table_, releases.here, candidates);
  if (!surfaces) return surfaces.error();
  const Vocabulary* vocabulary = index_.vocabulary();
  Named named(vocabulary);
  std::vector<std::size_t> chosen;  // Beside `themes`.
  for (std::size_t i = 0; i < candidates.size() && themes.size() < request_.limit; ++i) {
    const std::string& expression = surfaces->words[i];
    if (expression.empty() || says_little(expression)) continue;
    if (vocabulary != nullptr && !can_name(*vocabulary, expression)) continue;
    if (!named.add(expression)) continue;
    const auto same = std::find_if(chosen.begin(), chosen.end(), [&](std::size_t other) {
      return is_same_matter(surfaces->docids[other], surfaces->docids[i]);
    });
    if (same != chosen.end()) {
      themes[static_cast<std::size_t>(same - chosen.begin())].beside.push_back(expression);
      continue;
    }
    chosen.push_back(i);
    themes.push_back({expression,
                      candidates[i].counts,
                      candidates[i].past,
                      releases.past.size(),
                      log_likelihood(candidates[i].all),
                      log_ratio(candidates[i].all),
                      {}});
  }
  return Done{};
}

Result<ThemeResult> ThemeFinder::find() {
  result_.query = request_.query;
  result_.revision = index_.last_event();
  result_.conditions = conditions_of(request_.options);
  if (Status selected = select(); !selected) return selected.error();
  result_.selected = releases_.here.size();
  result_.compared = releases_.there.size();
  result_.past = releases_.past.size();
  if (Status added = add_themes(releases_, result_.rising); !added) return added.error();
  if (request_.period) {
    const ComparedReleases turned{releases_.there, releases_.here, {}};
    if (Status added = add_themes(turned, result_.falling); !added) return added.error();
  }
  return std::move(result_);
}

}  // namespace

std::vector<std::uint64_t> function_word_keys(Analyzer& analyzer) {
  std::vector<std::uint64_t> keys;
  for (const std::string_view word : all_stopwords()) {
    keys.push_back(word_key(hash_word(analyzer.term_of(word), word).term));
  }
  return keys;
}

Result<ThemeResult> find_themes(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                                const OccurrenceScanner& scanner, const ThemeRequest& request) {
  return ThemeFinder(index, analyzer, table, scanner, request).find();
}

}  // namespace pressarkiv
