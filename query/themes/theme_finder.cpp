// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/theme_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/normalizer.h"
#include "common/text/stopwords.h"
#include "query/themes/content_words.h"
#include "query/themes/hash_counter.h"
#include "query/themes/surface_finder.h"

namespace pressarkiv {
namespace {

/// A difference that chance gives once in a thousand (chi-square, one degree of freedom).
constexpr double kSignificant = 10.83;
/// Half as frequent again at least: in many releases smaller differences are sure, and no theme.
constexpr double kLeastLogRatio = 0.585;
/// An expression that holds so much of a word's use stands for the word.
constexpr double kMostOfItsUse = 0.6;
constexpr std::size_t kLongest = 3;  ///< Words of an expression.
/// Candidates whose words are looked up, for each theme that is asked for: some say too little.
constexpr std::size_t kSpare = 3;

using Entries = std::vector<const ContentEntry*>;

/// Releases with something.
struct ReleaseCounts {
  std::uint32_t here = 0;
  std::uint32_t there = 0;
};

struct ExpressionCounts {
  std::array<std::uint32_t, kLongest> terms{};
  std::uint32_t length = 0;
  std::uint32_t here = 0;
  std::uint32_t there = 0;
  std::uint32_t last_docid = 0;  ///< Each release counts once.
};

/// A word or expression that the selection has more of.
struct Candidate {
  std::uint64_t key = 0;
  std::array<std::uint32_t, kLongest> terms{};
  std::uint32_t length = 1;
  Contingency counts;
  double log_likelihood = 0;
};

std::uint64_t expression_key(const ContentWord* words, std::size_t length) {
  std::uint64_t key = length;
  for (std::size_t i = 0; i < length; ++i) key = combined_hash(key, words[i].term);
  return key | 1U;
}

/// Compares two sets of releases.
class Comparison {
 public:
  Comparison(const IndexReader& index, const ContentTable& table, const Entries& here,
             const Entries& there, const std::vector<std::uint64_t>& function_words,
             std::uint32_t least)
      : index_(index), table_(table), here_(here), there_(there), least_(least) {
    for (const std::uint64_t key : function_words) function_[key] = true;
  }

  /// At most `most`, by log-likelihood, each content word in one of them only.
  std::vector<Candidate> find(std::size_t most) {
    count_words(here_, &ReleaseCounts::here);
    count_words(there_, &ReleaseCounts::there);
    mark_words();
    count_expressions();
    return choose(most);
  }

 private:
  bool is_function(std::uint32_t term) { return function_.find(word_key(term)) != nullptr; }
  bool is_marked(std::uint32_t term) { return marked_.find(word_key(term)) != nullptr; }

  void count_words(const Entries& entries, std::uint32_t ReleaseCounts::*side);
  void mark_words();
  void count_expressions();
  template <typename Visit>
  void each_expression(const Entries& entries, Visit visit);
  Contingency counts_of(std::uint32_t here, std::uint32_t there) const {
    return {here, here_.size(), there, there_.size()};
  }
  bool tells(const Contingency& counts) const {
    return counts.hits >= least_ && log_likelihood(counts) >= kSignificant &&
           log_ratio(counts) >= kLeastLogRatio;
  }
  std::vector<Candidate> all_candidates() const;
  std::vector<Candidate> choose(std::size_t most);

  const IndexReader& index_;
  const ContentTable& table_;
  const Entries& here_;
  const Entries& there_;
  std::uint32_t least_;
  HashCounter<bool> function_;
  HashCounter<bool> marked_;
  HashCounter<std::pair<std::uint32_t, ReleaseCounts>> words_;  // With the term hash.
  HashCounter<ExpressionCounts> expressions_;
};

void Comparison::count_words(const Entries& entries, std::uint32_t ReleaseCounts::*side) {
  ContentWords reader(index_, table_);
  std::vector<bool> seen;
  for (const ContentEntry* entry : entries) {
    const auto& runs = reader.runs_of(*entry);
    seen.assign(reader.row_count(), false);
    for (const auto& run : runs) {
      for (const ContentWord& word : run) {
        if (seen[word.row]) continue;
        seen[word.row] = true;
        auto& [term, counts] = words_[word_key(word.term)];
        term = word.term;
        ++(counts.*side);
      }
    }
  }
}

void Comparison::mark_words() {
  words_.each([this](std::uint64_t key, const auto& word) {
    if (function_.find(key) != nullptr) return;
    if (tells(counts_of(word.second.here, word.second.there))) marked_[key] = true;
  });
}

/// Expressions of two or three words that begin and end with a content word and hold a marked one.
template <typename Visit>
void Comparison::each_expression(const Entries& entries, Visit visit) {
  ContentWords reader(index_, table_);
  std::vector<unsigned char> kinds;  // 2: marked, 1: another content word, 0: function word.
  for (const ContentEntry* entry : entries) {
    for (const auto& run : reader.runs_of(*entry)) {
      kinds.clear();
      for (const ContentWord& word : run) {
        kinds.push_back(is_marked(word.term) ? 2 : (is_function(word.term) ? 0 : 1));
      }
      for (std::size_t at = 0; at < run.size(); ++at) {
        if (kinds[at] == 0) continue;
        bool marked = kinds[at] == 2;
        for (std::size_t length = 2; length <= kLongest && at + length <= run.size(); ++length) {
          marked = marked || kinds[at + length - 1] == 2;
          if (marked && kinds[at + length - 1] != 0) visit(*entry, &run[at], length);
        }
      }
    }
  }
}

void Comparison::count_expressions() {
  each_expression(here_,
                  [this](const ContentEntry& entry, const ContentWord* words, std::size_t length) {
                    ExpressionCounts& counts = expressions_[expression_key(words, length)];
                    if (counts.last_docid == entry.docid) return;
                    counts.last_docid = entry.docid;
                    counts.length = static_cast<std::uint32_t>(length);
                    for (std::size_t i = 0; i < length; ++i) counts.terms[i] = words[i].term;
                    ++counts.here;
                  });
  each_expression(
      there_, [this](const ContentEntry& entry, const ContentWord* words, std::size_t length) {
        ExpressionCounts* counts = expressions_.find(expression_key(words, length));
        if (counts == nullptr || counts->here < least_ || counts->last_docid == entry.docid) return;
        counts->last_docid = entry.docid;
        ++counts->there;
      });
}

std::vector<Candidate> Comparison::all_candidates() const {
  std::vector<Candidate> candidates;
  words_.each([&](std::uint64_t key, const auto& word) {
    Candidate candidate{key, {word.first}, 1, counts_of(word.second.here, word.second.there), 0};
    if (!tells(candidate.counts)) return;
    candidates.push_back(candidate);
  });
  expressions_.each([&](std::uint64_t key, const ExpressionCounts& found) {
    Candidate candidate{key, found.terms, found.length, counts_of(found.here, found.there), 0};
    if (!tells(candidate.counts)) return;
    candidates.push_back(candidate);
  });
  for (Candidate& candidate : candidates) {
    candidate.log_likelihood = log_likelihood(candidate.counts);
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.log_likelihood != b.log_likelihood) return a.log_likelihood > b.log_likelihood;
    return a.length != b.length ? a.length > b.length : a.key < b.key;
  });
  return candidates;
}

std::vector<Candidate> Comparison::choose(std::size_t most) {
  const std::vector<Candidate> candidates = all_candidates();
  // For each word the expression that holds most of its use, of equal ones the longest.
  HashCounter<const Candidate*> instead;
  for (const Candidate& candidate : candidates) {
    for (std::size_t i = 0; candidate.length > 1 && i < candidate.length; ++i) {
      const auto* word = words_.find(word_key(candidate.terms[i]));
      const double share = word == nullptr || word->second.here == 0
                               ? 0
                               : static_cast<double>(candidate.counts.hits) / word->second.here;
      if (share < kMostOfItsUse) continue;
      const Candidate*& best = instead[word_key(candidate.terms[i])];
      const auto rank = [](const Candidate& one) {
        return std::make_pair(one.counts.hits, one.length);
      };
      if (best == nullptr || rank(candidate) > rank(*best)) best = &candidate;
    }
  }
  HashCounter<bool> used;
  std::vector<Candidate> chosen;
  const auto take = [&](const Candidate& candidate) {
    for (std::size_t i = 0; i < candidate.length; ++i) {
      const bool content = !is_function(candidate.terms[i]);
      if (content && used.find(word_key(candidate.terms[i])) != nullptr) return false;
    }
    for (std::size_t i = 0; i < candidate.length; ++i) used[word_key(candidate.terms[i])] = true;
    chosen.push_back(candidate);
    return true;
  };
  for (const Candidate& candidate : candidates) {
    if (chosen.size() >= most) break;
    if (candidate.length == 1 && is_function(candidate.terms[0])) continue;
    // What most uses of one of its words are part of stands for it: "Maria Malmer Stenergard" for
    // "utrikesminister Maria Malmer".
    const Candidate* better = &candidate;
    for (std::size_t i = 0; i < candidate.length; ++i) {
      const Candidate* const* other = instead.find(word_key(candidate.terms[i]));
      if (other == nullptr || *other == nullptr) continue;
      if (better->length == 1 || (*other)->counts.hits > better->counts.hits) better = *other;
    }
    if (better != &candidate && take(*better)) continue;
    take(candidate);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Candidate& a, const Candidate& b) {
    return a.log_likelihood > b.log_likelihood;  // Some stand in the place of a word.
  });
  return chosen;
}

/// The words of candidates, as they are written in `entries`.
Result<std::vector<std::string>> surfaces_of(const IndexReader& index, Analyzer& analyzer,
                                             const ContentTable& table, const Entries& entries,
                                             const std::vector<Candidate>& candidates) {
  HashCounter<std::uint32_t> item_of;  // Plus one.
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    item_of[candidates[i].key] = static_cast<std::uint32_t>(i + 1);
  }
  SurfaceFinder finder;
  std::size_t open = candidates.size();
  ContentWords reader(index, table);
  for (const ContentEntry* entry : entries) {
    if (open == 0) break;
    for (const auto& run : reader.runs_of(*entry)) {
      for (std::size_t at = 0; at < run.size(); ++at) {
        for (std::size_t length = 1; length <= kLongest && at + length <= run.size(); ++length) {
          const std::uint64_t key =
              length == 1 ? word_key(run[at].term) : expression_key(&run[at], length);
          const std::uint32_t* item = item_of.find(key);
          if (item == nullptr || !finder.wants(*item - 1)) continue;
          const std::uint32_t begin = run[at].position;
          const auto end = static_cast<std::uint32_t>(begin + length);
          if (!finder.add(*item - 1, entry->docid, {begin, end})) --open;
        }
      }
    }
  }
  return finder.read(index, analyzer, candidates.size());
}

class ThemeFinder {
 public:
  ThemeFinder(const IndexReader& index, Analyzer& analyzer, const ContentTable& table,
              const OccurrenceScanner& scanner, const ThemeRequest& request)
      : index_(index), analyzer_(analyzer), table_(table), scanner_(scanner), request_(request) {}

  Result<ThemeResult> find();

 private:
  Status select();
  Status add_themes(const Entries& here, const Entries& there, std::vector<Theme>& themes);

  const IndexReader& index_;
  Analyzer& analyzer_;
  const ContentTable& table_;
  const OccurrenceScanner& scanner_;
  const ThemeRequest& request_;
  Entries here_;
  Entries there_;
  ThemeResult result_;
};

Status ThemeFinder::select() {
  Entries selected;
  const Result<ScanSummary> summary = scanner_.scan(
      request_.query, request_.options,
      [&](const ContentEntry& entry, const std::vector<Span>&) { selected.push_back(&entry); });
  if (!summary) return summary.error();
  result_.notes = summary->notes;
  if (request_.period) {
    const auto& [period, unit] = *request_.period;
    if (!period.known()) {
      return Error{ErrorCode::kInvalidArgument,
                   "there is no period before '" + period_label(period, unit) + "'"};
    }
    const TrendPeriod previous = previous_period(period, unit);
    result_.period = period_label(period, unit);
    result_.previous = period_label(previous, unit);
    for (const ContentEntry* entry : selected) {
      const TrendPeriod own = period_of(entry->date, unit);
      if (own == period) here_.push_back(entry);
      if (own == previous) there_.push_back(entry);
    }
    return Done{};
  }
  CountOptions everything;
  everything.with_duplicates = request_.options.with_duplicates;
  const Entries all = scanner_.population(everything);
  std::set_difference(all.begin(), all.end(), selected.begin(), selected.end(),
                      std::back_inserter(there_),
                      [](const auto* a, const auto* b) { return a->docid < b->docid; });
  here_ = std::move(selected);
  return Done{};
}

Status ThemeFinder::add_themes(const Entries& here, const Entries& there,
                               std::vector<Theme>& themes) {
  Comparison comparison(index_, table_, here, there, function_word_keys(analyzer_),
                        request_.least_releases);
  const std::vector<Candidate> candidates =
      comparison.find(kSpare * std::max<std::size_t>(request_.limit, 1));
  const Result<std::vector<std::string>> words =
      surfaces_of(index_, analyzer_, table_, here, candidates);
  if (!words) return words.error();
  for (std::size_t i = 0; i < candidates.size() && themes.size() < request_.limit; ++i) {
    if ((*words)[i].empty() || says_little((*words)[i])) continue;
    themes.push_back({(*words)[i], candidates[i].counts, candidates[i].log_likelihood,
                      log_ratio(candidates[i].counts)});
  }
  return Done{};
}

Result<ThemeResult> ThemeFinder::find() {
  result_.query = request_.query;
  result_.revision = index_.last_event();
  result_.conditions = conditions_of(request_.options);
  if (Status selected = select(); !selected) return selected.error();
  result_.selected = here_.size();
  result_.compared = there_.size();
  if (Status added = add_themes(here_, there_, result_.rising); !added) return added.error();
  if (request_.period) {
    if (Status added = add_themes(there_, here_, result_.falling); !added) return added.error();
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

Result<ThemeResult> find_themes(const IndexReader& index, Analyzer& analyzer,
                                const ContentTable& table, const OccurrenceScanner& scanner,
                                const ThemeRequest& request) {
  return ThemeFinder(index, analyzer, table, scanner, request).find();
}

}  // namespace pressarkiv
