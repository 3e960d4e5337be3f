// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/schema/facets.h"
#include "query/expansion/expansion.h"
#include "query/search/ranking.h"

namespace pressarkiv {

enum class SortOrder { kRelevance, kNewest, kOldest };

/// One facet value that hits must carry. Values of one facet are alternatives (OR), different
/// facets are all required (AND). `label` is compared without regard to case. A kRegion filter that
/// names a county or municipality finds what `region:` finds: a county with all in it.
struct FacetFilter {
  Facet facet = Facet::kSubject;
  std::string label;
};

/// How words are understood and weighed.
struct SearchSettings {
  ExpansionLayers layers;
  bool exact_words = false;  ///< Every free word in just the form that was typed.
  RankingParameters ranking;
};

/// A quote whose release names an office and nobody in it, and who held it then.
struct OfficeQuote {
  std::string release_id;
  std::string role;     ///< As the quote has it.
  std::string speaker;  ///< Folded (fold_label).
};

/// Everything a caller can ask of one search: the command line and the web page fill in this and
/// nothing else.
struct SearchRequest {
  std::string query;  ///< In the query language; empty: every release.
  std::vector<FacetFilter> filters;
  std::optional<PartialDate> from;  ///< First day, month or year of publication, included.
  std::optional<PartialDate> to;    ///< Last one, included.
  SortOrder sort = SortOrder::kRelevance;
  std::uint32_t offset = 0;  ///< Hits to pass over (paging).
  std::uint32_t limit = 10;  ///< Hits to return; 0: all.
  /// Count every match, also where that costs more than finding the best: a phrase is then checked
  /// in every release that has its words. False: SearchResult::total may then say how many there
  /// are at least.
  bool exact_total = true;
  bool snippets = true;
  std::uint32_t snippet_bytes = 300;  ///< About how much text a hit's snippet shows.
  std::uint32_t facet_values = 0;     ///< Values to count for each facet; 0: no facets at all.
  std::vector<Facet> facets;          ///< Which facets to count; empty: all.
  bool fold_copies = false;  ///< Ranked, near-identical releases lie under the best (Hit::copies).
  SearchSettings settings;
  /// Of a search of quotes: speakers that are known from other releases; `sade:` finds these too.
  std::vector<OfficeQuote> office_quotes;
  bool explain = false;  ///< Fill SearchResult::explanation.
};

}  // namespace pressarkiv
