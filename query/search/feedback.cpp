// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "query/search/gallop.h"
#include "query/search/shared_terms.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kCandidates = 100;
constexpr double kMostCommon = 0.1;  ///< Terms of more than this share of the archive say nothing.

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

std::vector<WeightedTerm> feedback_terms(const Xapian::Database& releases, IndexMemory& memory,
                                         const TermNames& names, std::span<const Scored> best,
                                         const RankingParameters& parameters) {
  std::vector<WeightedTerm> terms = shared_terms(memory, names, best);
  // Looking up how common a term is costs more than all else: only for those that may matter, and
  // in the order in which they lie.
  keep_strongest(terms, kCandidates);
  std::sort(terms.begin(), terms.end(),
            [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
  const double documents = releases.get_doccount();
  for (WeightedTerm& term : terms) {
    term.releases = memory.postings.frequency(term.term);
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
