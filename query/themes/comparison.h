// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "common/schema/content_table.h"
#include "query/search/index_reader.h"
#include "query/themes/content_words.h"
#include "query/themes/statistics.h"

namespace pressarkiv {

inline constexpr std::size_t kLongestExpression = 3;  ///< In words.

/// The releases that are compared, each set ascending by docid.
struct ComparedReleases {
  std::vector<const ContentEntry*> here;   ///< What is looked for: has more of a theme …
  std::vector<const ContentEntry*> there;  ///< … than this …
  std::vector<const ContentEntry*> past;   ///< … and than this, where there is any.
};

/// A word or expression that the first set has more of.
struct ThemeCandidate {
  std::uint64_t key = 0;  ///< word_key or expression_key.
  std::array<std::uint32_t, kLongestExpression> terms{};
  std::uint32_t length = 1;
  Contingency counts;       ///< Releases, here and there.
  std::uint64_t past = 0;   ///< Releases in the past.
  Contingency all;          ///< Here, and there and in the past together …
  double surely_times = 0;  ///< … and the lower end of the 95 % interval of their log_ratio().
};

std::uint64_t expression_key(const ContentWord* words, std::size_t length);

/// Compares sets of releases, counting releases and not occurrences. What is named must differ
/// surely (G² of 6.63, all that it is compared with together) and much (half as frequent again),
/// and be what releases are about: of all releases with it, a third has it at their beginning or
/// more than once. (Church, "Empirical estimates of adaptation", 2000: a word that comes again
/// where it came once carries content.)
/// At most `most`, in order of what is surely the largest change, but an expression that holds most
/// uses of a word comes before what it can stand for: whoever names a word once names it best.
std::vector<ThemeCandidate> compare_releases(const IndexReader& index, const ContentTable& table,
                                             const ComparedReleases& releases,
                                             const std::vector<std::uint64_t>& function_words,
                                             std::uint32_t least, std::size_t most);

}  // namespace pressarkiv
