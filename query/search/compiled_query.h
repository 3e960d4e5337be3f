// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "query/search/search_result.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Something that hits are marked for: any token with one of `terms` (and, where given, one of
/// `forms`), or a pattern of several words.
struct HighlightTarget {
  std::vector<std::string> terms;       ///< Ascending where there is no pattern.
  std::vector<std::string> forms;       ///< Folded, ascending; empty: every form.
  std::optional<TokenPattern> pattern;  ///< Set: only where the pattern matches.
  std::optional<Section> section;       ///< Only there.
  /// Only in releases that hold none of these terms: parts of a compound are worth marking where
  /// the compound itself does not stand.
  std::vector<std::string> unless;
  double weight = 1;  ///< How much seeing it is worth (inverse document frequency).
};

/// A query ready to run against one index.
struct CompiledQuery {
  Xapian::Query query;
  bool ranked = false;  ///< False: nothing in it has a weight, so relevance has no meaning.
  std::vector<HighlightTarget> highlights;
  std::vector<ExplanationLine> explanation;
  std::vector<std::string> notes;
};

}  // namespace pressarkiv
