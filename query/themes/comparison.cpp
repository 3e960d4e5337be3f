// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/comparison.h"

#include <algorithm>
#include <utility>

#include "query/themes/hash_counter.h"

namespace pressarkiv {
namespace {

/// A difference that chance gives once in a hundred (chi-square, one degree of freedom).
constexpr double kSignificant = 6.63;
/// Half as frequent again at least: in many releases smaller differences are sure, and no theme.
constexpr double kLeastLogRatio = 0.585;
/// An expression that holds so much of a word's use stands for the word …
constexpr double kMostOfItsUse = 0.6;
/// … if it rises nearly as much itself.
constexpr double kNearlyAsMuch = 0.7;
/// So many of the releases that have a theme are about it. (Of words in a Swedish government's
/// releases, "nationalpark" has .67, "kärnkraft" .69, "genomförande" .22, "informera" .21.)
constexpr double kLeastCentral = 1.0 / 3;
/// A release tells what it is about in its title and its first words: a quarter of it, at
/// most so many.
constexpr std::uint32_t kBeginning = 50;
std::uint32_t beginning_of(const ContentEntry& entry, std::uint32_t title_end) {
  return std::max(title_end, std::min(kBeginning, entry.words / 4));
}

using Entries = std::vector<const ContentEntry*>;

/// Releases with something.
struct ReleaseCounts {
  std::uint32_t here = 0;
  std::uint32_t there = 0;
  std::uint32_t past = 0;
  std::uint32_t central = 0;     ///< Of all of them: those that are about it.
  std::uint32_t last_docid = 0;  ///< Each release counts once …
  bool last_central = false;     ///< … and is central once.

  /// Counts one occurrence; `side` is the set that its release is in.
  void add(std::uint32_t docid, bool at_beginning, std::uint32_t ReleaseCounts::*side) {
    const bool again = last_docid == docid;
    if (!again) {
      last_docid = docid;
      last_central = false;
      ++(this->*side);
    }
    if (!last_central && (again || at_beginning)) {
      last_central = true;
      ++central;
    }
  }
};

struct WordCounts : ReleaseCounts {
  std::uint32_t term = 0;
};

struct ExpressionCounts : ReleaseCounts {
  std::array<std::uint32_t, kLongestExpression> terms{};
  std::uint32_t length = 0;
};

class Comparison {
 public:
  Comparison(const IndexReader& index, const ContentTable& table, const ComparedReleases& releases,
             const std::vector<std::uint64_t>& function_words, std::uint32_t least)
      : index_(index), table_(table), releases_(releases), least_(least) {
    for (const std::uint64_t key : function_words) function_[key] = true;
  }

  std::vector<ThemeCandidate> find(std::size_t most) {
    count_words(releases_.here, &ReleaseCounts::here);
    count_words(releases_.there, &ReleaseCounts::there);
    count_words(releases_.past, &ReleaseCounts::past);
    mark_words();
    count_expressions(releases_.here, &ReleaseCounts::here);
    count_expressions(releases_.there, &ReleaseCounts::there);
    count_expressions(releases_.past, &ReleaseCounts::past);
    return choose(most);
  }

 private:
  bool is_function(std::uint32_t term) { return function_.find(word_key(term)) != nullptr; }
  bool is_marked(std::uint32_t term) { return marked_.find(word_key(term)) != nullptr; }

  void count_words(const Entries& entries, std::uint32_t ReleaseCounts::*side);
  void mark_words();
  void count_expressions(const Entries& entries, std::uint32_t ReleaseCounts::*side);
  template <typename Visit>
  void each_expression(const std::vector<ContentWord>& run, Visit visit);
  bool rises(const ReleaseCounts& counts) const;
  bool is_central(const ReleaseCounts& counts) const {
    const std::uint32_t all = counts.here + counts.there + counts.past;
    return counts.central >= kLeastCentral * all;
  }
  Contingency against_previous(const ReleaseCounts& counts) const {
    return {counts.here, releases_.here.size(), counts.there, releases_.there.size()};
  }
  Contingency against_all(const ReleaseCounts& counts) const {
    return {counts.here, releases_.here.size(), std::uint64_t{counts.there} + counts.past,
            releases_.there.size() + releases_.past.size()};
  }
  void add_candidate(std::uint64_t key, const ReleaseCounts& counts, ThemeCandidate candidate);
  void find_candidates();
  void find_replacements();
  std::vector<ThemeCandidate> choose(std::size_t most);

  const IndexReader& index_;
  const ContentTable& table_;
  const ComparedReleases& releases_;
  std::uint32_t least_;
  HashCounter<bool> function_;
  HashCounter<bool> marked_;
  HashCounter<WordCounts> words_;
  HashCounter<ExpressionCounts> expressions_;
  std::vector<ThemeCandidate> candidates_;
  HashCounter<const ThemeCandidate*> instead_;  // By word: the expression that stands for it.
};

void Comparison::count_words(const Entries& entries, std::uint32_t ReleaseCounts::*side) {
  ContentWords reader(index_, table_);
  for (const ContentEntry* entry : entries) {
    const auto& runs = reader.runs_of(*entry);
    const std::uint32_t beginning = beginning_of(*entry, reader.title_end());
    for (const auto& run : runs) {
      for (const ContentWord& word : run) {
        WordCounts& counts = words_[word_key(word.term)];
        counts.term = word.term;
        counts.add(entry->docid, word.position < beginning, side);
      }
    }
  }
}

/// Whether there are more of it here than there and than in the past, surely and by much.
bool Comparison::rises(const ReleaseCounts& counts) const {
  if (counts.here < least_) return false;
  const Contingency previous = against_previous(counts);
  if (log_ratio(previous) < kLeastLogRatio) return false;
  const Contingency past{counts.here, releases_.here.size(), counts.past, releases_.past.size()};
  if (!releases_.past.empty() && log_ratio(past) < kLeastLogRatio) return false;
  return log_likelihood(against_all(counts)) >= kSignificant;
}

void Comparison::mark_words() {
  words_.each([this](std::uint64_t key, const WordCounts& counts) {
    if (function_.find(key) == nullptr && rises(counts)) marked_[key] = true;
  });
}

/// Expressions of two or three words that begin and end with a content word and hold a marked one.
template <typename Visit>
void Comparison::each_expression(const std::vector<ContentWord>& run, Visit visit) {
  enum class Kind : unsigned char { kFunction, kContent, kMarked };
  std::vector<Kind> kinds;
  kinds.reserve(run.size());
  for (const ContentWord& word : run) {
    kinds.push_back(is_marked(word.term)     ? Kind::kMarked
                    : is_function(word.term) ? Kind::kFunction
                                             : Kind::kContent);
  }
  for (std::size_t at = 0; at < run.size(); ++at) {
    if (kinds[at] == Kind::kFunction) continue;
    bool marked = kinds[at] == Kind::kMarked;
    for (std::size_t length = 2; length <= kLongestExpression && at + length <= run.size();
         ++length) {
      const Kind last = kinds[at + length - 1];
      marked = marked || last == Kind::kMarked;
      if (marked && last != Kind::kFunction) visit(&run[at], length);
    }
  }
}

void Comparison::count_expressions(const Entries& entries, std::uint32_t ReleaseCounts::*side) {
  const bool is_new = side == &ReleaseCounts::here;
  ContentWords reader(index_, table_);
  for (const ContentEntry* entry : entries) {
    const auto& runs = reader.runs_of(*entry);
    const std::uint32_t beginning = beginning_of(*entry, reader.title_end());
    for (const auto& run : runs) {
      each_expression(run, [&](const ContentWord* words, std::size_t length) {
        const std::uint64_t key = expression_key(words, length);
        ExpressionCounts* counts = is_new ? &expressions_[key] : expressions_.find(key);
        if (counts == nullptr || (!is_new && counts->here < least_)) return;
        counts->length = static_cast<std::uint32_t>(length);
        for (std::size_t i = 0; i < length; ++i) counts->terms[i] = words[i].term;
        counts->add(entry->docid, words->position < beginning, side);
      });
    }
  }
}

void Comparison::add_candidate(std::uint64_t key, const ReleaseCounts& counts,
                               ThemeCandidate candidate) {
  if (!rises(counts) || !is_central(counts)) return;
  candidate.key = key;
  candidate.counts = against_previous(counts);
  candidate.past = counts.past;
  candidate.all = against_all(counts);
  candidate.surely_times = least_log_ratio(candidate.all);
  candidates_.push_back(candidate);
}

void Comparison::find_candidates() {
  words_.each([&](std::uint64_t key, const WordCounts& word) {
    if (function_.find(key) == nullptr) add_candidate(key, word, {0, {word.term}, 1, {}, 0, {}, 0});
  });
  expressions_.each([&](std::uint64_t key, const ExpressionCounts& found) {
    add_candidate(key, found, {0, found.terms, found.length, {}, 0, {}, 0});
  });
  std::sort(candidates_.begin(), candidates_.end(),
            [](const ThemeCandidate& a, const ThemeCandidate& b) {
              if (a.surely_times != b.surely_times) return a.surely_times > b.surely_times;
              return a.length != b.length ? a.length > b.length : a.key < b.key;
            });
}

/// For each word the expression that holds most of its use, of equal ones the longest.
void Comparison::find_replacements() {
  for (const ThemeCandidate& candidate : candidates_) {
    for (std::size_t i = 0; candidate.length > 1 && i < candidate.length; ++i) {
      const WordCounts* word = words_.find(word_key(candidate.terms[i]));
      if (word == nullptr || word->here == 0) continue;
      if (static_cast<double>(candidate.counts.hits) < kMostOfItsUse * word->here) continue;
      const ThemeCandidate*& best = instead_[word_key(candidate.terms[i])];
      const auto rank = [](const ThemeCandidate& one) {
        return std::make_pair(one.counts.hits, one.length);
      };
      if (best == nullptr || rank(candidate) > rank(*best)) best = &candidate;
    }
  }
}

std::vector<ThemeCandidate> Comparison::choose(std::size_t most) {
  find_candidates();
  find_replacements();
  HashCounter<bool> taken;
  std::vector<ThemeCandidate> chosen;
  const auto take = [&](const ThemeCandidate& candidate) {
    if (taken.find(candidate.key) != nullptr) return;
    taken[candidate.key] = true;
    chosen.push_back(candidate);
  };
  for (const ThemeCandidate& candidate : candidates_) {
    if (chosen.size() >= most) break;
    // What most uses of one of its words are part of comes first: "Maria Malmer Stenergard" before
    // "utrikesminister Maria Malmer".
    const ThemeCandidate* better = &candidate;
    for (std::size_t i = 0; i < candidate.length; ++i) {
      const ThemeCandidate* const* other = instead_.find(word_key(candidate.terms[i]));
      if (other == nullptr || *other == nullptr) continue;
      if (better->length == 1 || (*other)->counts.hits > better->counts.hits) better = *other;
    }
    if (better->surely_times >= kNearlyAsMuch * candidate.surely_times) take(*better);
    take(candidate);
  }
  return chosen;
}

}  // namespace

std::uint64_t expression_key(const ContentWord* words, std::size_t length) {
  std::uint64_t key = length;
  for (std::size_t i = 0; i < length; ++i) key = combined_hash(key, words[i].term);
  return key | 1U;
}

std::vector<ThemeCandidate> compare_releases(const IndexReader& index, const ContentTable& table,
                                             const ComparedReleases& releases,
                                             const std::vector<std::uint64_t>& function_words,
                                             std::uint32_t least, std::size_t most) {
  return Comparison(index, table, releases, function_words, least).find(most);
}

}  // namespace pressarkiv
