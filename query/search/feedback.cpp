// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "common/text/stopwords.h"
#include "query/search/gallop.h"

namespace pressarkiv {
namespace {

constexpr Xapian::doccount kFewestReleases = 2;  ///< Of the hits that a term must stand in.
constexpr std::size_t kCandidates = 100;
constexpr double kMostCommon = 0.1;  ///< Terms of more than this share of the archive say nothing.

/// A term of the hits, what it makes up of them, and how many hold it.
struct SharedTerm {
  std::string term;
  std::size_t hash = 0;
  double share = 0;
  Xapian::doccount hits = 0;
};

/// Terms as they come, each once: most of some 2,500 stand in one hit only, so that they are kept
/// side by side instead of each in a piece of memory of its own.
class SharedTerms {
 public:
  SharedTerms() : places_(kPlaces, 0) { terms_.reserve(kUsualTerms); }

  SharedTerm& of(std::string&& term);
  std::vector<SharedTerm>& all() { return terms_; }

 private:
  static constexpr std::size_t kUsualTerms = 2048;  // Of nine releases, about.
  static constexpr std::size_t kPlaces = 8192;      // A power of two.

  void grow();

  std::vector<SharedTerm> terms_;
  std::vector<std::uint32_t> places_;  // By hash, the next free one: number of the term and 1.
};

SharedTerm& SharedTerms::of(std::string&& term) {
  if (terms_.size() * 2 > places_.size()) grow();
  const std::size_t hash = std::hash<std::string>{}(term);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    if (places_[place] == 0) {
      terms_.push_back({std::move(term), hash});
      places_[place] = static_cast<std::uint32_t>(terms_.size());
      return terms_.back();
    }
    SharedTerm& known = terms_[places_[place] - 1];
    if (known.hash == hash && known.term == term) return known;
  }
}

void SharedTerms::grow() {
  places_.assign(places_.size() * 2, 0);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t place = terms_[i].hash & mask;
    while (places_[place] != 0) place = (place + 1) & mask;
    places_[place] = static_cast<std::uint32_t>(i + 1);
  }
}

/// The theme words of two hits or more, weighed by how much of the hits they make up.
std::vector<WeightedTerm> shared_terms(const Xapian::Database& releases,
                                       std::span<const Scored> best) {
  SharedTerms seen;
  for (const Scored& hit : best) {
    const double length = releases.get_doclength(hit.document) + 50.0;
    const double credit = hit.weight / best.front().weight;
    const auto end = releases.termlist_end(hit.document);
    auto term = releases.termlist_begin(hit.document);
    term.skip_to("a");  // Words come behind figures and prefixed terms.
    for (; term != end; ++term) {
      std::string text = *term;
      if (!is_theme_word(text) || term.get_wdf() == 0) continue;
      SharedTerm& one = seen.of(std::move(text));
      one.share += credit * std::min<double>(term.get_wdf(), 20) / length;
      ++one.hits;
    }
  }
  std::vector<WeightedTerm> terms;
  for (SharedTerm& one : seen.all()) {
    if (one.hits < kFewestReleases || is_stopword(one.term)) continue;
    terms.push_back({std::move(one.term), one.share, 0});
  }
  return terms;
}

/// Leaves the `count` strongest, in no order.
void keep_strongest(std::vector<WeightedTerm>& terms, std::size_t count) {
  if (terms.size() <= count) return;
  std::nth_element(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(),
                   weighs_more);
  terms.resize(count);
}

/// Calls `visit(number of the hit, frequency)` for each hit that holds the term. Hits ascend by
/// document.
template <typename Visit>
void each_common(const Xapian::Database& releases, PostingCache& postings, const std::string& term,
                 std::span<const Scored> hits, Visit visit) {
  if (const PostingCache::List list = postings.short_postings(term)) {
    auto posting = list->begin();
    for (std::size_t hit = 0; hit < hits.size() && posting != list->end(); ++hit) {
      posting = gallop(posting, list->end(), hits[hit].document);
      if (posting != list->end() && posting->document == hits[hit].document) {
        visit(hit, posting->frequency);
      }
    }
    return;
  }
  auto posting = releases.postlist_begin(term);
  const auto last = releases.postlist_end(term);
  for (std::size_t hit = 0; hit < hits.size() && posting != last; ++hit) {
    if (*posting < hits[hit].document) posting.skip_to(hits[hit].document);
    if (posting != last && *posting == hits[hit].document) visit(hit, posting.get_wdf());
  }
}

}  // namespace

std::vector<WeightedTerm> feedback_terms(const Xapian::Database& releases, PostingCache& postings,
                                         std::span<const Scored> best,
                                         const RankingParameters& parameters) {
  std::vector<WeightedTerm> terms = shared_terms(releases, best);
  // Looking up how common a term is costs more than all else: only for those that may matter, and
  // in the order in which they lie.
  keep_strongest(terms, kCandidates);
  std::sort(terms.begin(), terms.end(),
            [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
  const double documents = releases.get_doccount();
  for (WeightedTerm& term : terms) {
    term.releases = postings.frequency(term.term);
    const double frequency = term.releases;
    term.weight *=
        frequency > kMostCommon * documents ? 0 : std::log((documents + 1) / (frequency + 0.5));
  }
  std::erase_if(terms, [](const WeightedTerm& term) { return term.weight <= 0; });
  sort_by_weight(terms);
  const auto wanted = static_cast<std::size_t>(parameters.feedback_terms);
  if (terms.size() > wanted) terms.resize(wanted);
  for (std::size_t i = terms.size(); i-- > 0;) terms[i].weight /= terms.front().weight;
  return terms;
}

void add_feedback(const Xapian::Database& releases, PostingCache& postings,
                  const std::vector<WeightedTerm>& terms, const RankingParameters& parameters,
                  const Bm25& bm25, std::vector<Scored>& ranked) {
  const double top = ranked.empty() ? 0 : ranked.front().weight;
  const auto end =
      ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), kFeedbackDepth));
  std::sort(ranked.begin(), end,
            [](const Scored& a, const Scored& b) { return a.document < b.document; });
  const std::span<const Scored> hits(ranked.begin(), end);
  std::vector<double> gains(hits.size());
  for (const WeightedTerm& term : terms) {
    const double worth = parameters.feedback * term.weight * bm25.most(term.releases);
    each_common(releases, postings, term.term, hits, [&](std::size_t hit, std::uint32_t frequency) {
      gains[hit] += worth * bm25.share(hits[hit].document, frequency);
    });
  }
  // What was typed decides first.
  const double greatest = gains.empty() ? 0 : *std::max_element(gains.begin(), gains.end());
  const double most = parameters.feedback_most * top;
  const double scale = greatest > most ? most / greatest : 1;
  for (std::size_t i = 0; i < gains.size(); ++i) ranked[i].weight += scale * gains[i];
  std::sort(ranked.begin(), end, ranks_before);
}

}  // namespace pressarkiv
