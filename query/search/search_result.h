// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"
#include "common/schema/facets.h"
#include "common/schema/stored_quote.h"

namespace pressarkiv {

/// A passage of a release: plain text, not escaped (renderers escape), and what matched in it.
struct Snippet {
  std::string text;
  std::vector<ByteRange> highlights;  ///< Ascending, disjoint, inside `text`.
  bool starts_inside = false;         ///< Text of the release stands before it ("…").
  bool ends_inside = false;           ///< Text of the release stands after it.
  std::string speaker;                ///< Who says it, where the first match stands inside a quote.
};

/// A part of a hit's score, for people.
struct ScorePart {
  std::string what;  ///< In Swedish: "hemtjänst", "alla ord", "orden nära varandra".
  double weight = 0;
};

struct Hit {
  std::uint32_t rank = 0;  ///< 1-based over the whole result, paging included.
  double score = 0;        ///< Comparable within one result only.
  std::string id;
  std::string title;
  std::vector<ByteRange> title_highlights;
  std::optional<PartialDate> date;
  std::string publisher;
  std::string kind;
  std::string url;
  std::vector<std::string> shared;     ///< `similar`: words in common, the most telling first.
  std::vector<std::string> copies;     ///< Ids of near-identical releases that were folded into it.
  std::vector<ScorePart> score_parts;  ///< With SearchRequest::explain; they add up to `score`.
  std::vector<Snippet> snippets;  ///< Best passage first; empty where nothing was asked or found.
  std::optional<StoredQuote> quote;         ///< Set where quotes were searched.
  std::vector<ByteRange> quote_highlights;  ///< In quote->quote.text.
};

struct FacetValue {
  std::string label;
  std::uint64_t count = 0;  ///< Exact, over all matches.
};

/// One facet's counts, most frequent first, equal counts by label (Swedish order); years newest
/// first.
struct FacetCounts {
  Facet facet = Facet::kSubject;
  std::vector<FacetValue> values;
  std::uint64_t distinct = 0;  ///< Different values among all matches, shown or not.
  std::uint64_t missing = 0;   ///< Matches without any value of this facet.
};

/// One line of what was understood, for people: what was typed, and what is searched for.
struct ExplanationLine {
  std::string part;  ///< "företagarnas", "datum:2012..2014".
  std::string
      meaning;  ///< In Swedish: "ordet i alla böjningar (företag) i rubrik, ingress eller text".
};

struct SearchResult {
  std::string query;           ///< As it came in.
  std::string understood;      ///< The parsed query printed in canonical form.
  std::uint64_t total = 0;     ///< Number of matching releases, or so many at least.
  bool total_is_exact = true;  ///< False only where SearchRequest::exact_total was.
  std::uint32_t offset = 0;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::vector<std::string> notes;  ///< For the user, in Swedish, one line each.
  std::vector<ExplanationLine> explanation;
  std::uint64_t archive_releases = 0;  ///< Releases in the index.
  std::uint64_t revision = 0;          ///< Last event of the record that the index contains.
};

/// One release as the archive shows it (`show ID`).
struct ReleaseView {
  std::string id;
  std::string title;
  std::string lead;
  std::string body;
  std::string boilerplate;
  std::string contact_text;
  std::optional<PartialDate> date;
  std::optional<PartialDate> updated;
  std::vector<std::string> publishers;
  std::string kind;
  std::string url;
  std::string language;
  std::vector<std::string> subjects;
  std::vector<std::string> regions;
  std::vector<std::string> counties;  ///< Concluded from `regions`.
  std::vector<std::string> people;
  std::vector<std::string> attachments;
};

}  // namespace pressarkiv
