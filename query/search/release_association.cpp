// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/release_association.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

constexpr std::uint64_t kLeastTogether = 5;

std::vector<Xapian::docid> releases_with(const IndexReader& index, Analyzer& analyzer,
                                         const std::vector<std::string>& forms) {
  std::set<std::string> terms;
  for (const std::string& form : forms) terms.insert(analyzer.term_of(form));
  std::vector<Xapian::docid> found;
  for (const std::string& term : terms) {
    const std::string posting = make_term(prefix::kText, term);
    const auto middle = static_cast<std::ptrdiff_t>(found.size());
    std::copy(index.releases().postlist_begin(posting), index.releases().postlist_end(posting),
              std::back_inserter(found));
    std::inplace_merge(found.begin(), found.begin() + middle, found.end());
  }
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

double npmi(std::uint64_t both, std::uint64_t a, std::uint64_t b, std::uint64_t all) {
  if (both < kLeastTogether || all == 0) return 0;
  if (both >= all) return 1;
  const auto share = [all](std::uint64_t count) {
    return static_cast<double>(count) / static_cast<double>(all);
  };
  return std::log(share(both) / (share(a) * share(b))) / -std::log(share(both));
}

WordAssociation release_association(const IndexReader& index, Analyzer& analyzer) {
  return [&index, &analyzer](const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::vector<Xapian::docid> with_a = releases_with(index, analyzer, a);
    const std::vector<Xapian::docid> with_b = releases_with(index, analyzer, b);
    std::vector<Xapian::docid> both;
    std::set_intersection(with_a.begin(), with_a.end(), with_b.begin(), with_b.end(),
                          std::back_inserter(both));
    return npmi(both.size(), with_a.size(), with_b.size(), index.releases().get_doccount());
  };
}

}  // namespace pressarkiv
