// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "common/result.h"
#include "common/schema/content_table.h"
#include "common/text/analyzer.h"
#include "query/search/index_reader.h"
#include "query/search/search_knowledge.h"
#include "query/search/token_pattern.h"
#include "query/themes/count_options.h"

namespace pressarkiv {

/// What a scan found out beside the occurrences.
struct ScanSummary {
  std::string understood;           ///< The query in canonical form.
  std::vector<std::string> notes;   ///< In Swedish.
  bool counts_occurrences = false;  ///< False: the query only selects, nothing of it is in a text.
  std::uint64_t elsewhere = 0;      ///< Matching releases without an occurrence in what is counted.
};

/// Called for each counted release, ascending by docid. Spans are positions in its token stream,
/// ascending and disjoint; none where the query only selects.
using OccurrenceVisitor = std::function<void(const ContentEntry&, const std::vector<Span>&)>;

/// THE definition of a count: whoever counts (trends) or lists (kwic) goes through it, so that
/// numbers and lines are the same by construction.
///
/// A release counts where the query finds it and, if the query has words, at least one occurrence
/// stands in its counted text: title, lead and body without the paragraphs that its sender repeats
/// (with_boilerplate adds those and the "OM …" text; `om:` in a query looks there too). A release
/// that repeats another does not count. An occurrence is a match of any not excluded word, phrase
/// or nearness of the query; where matches overlap, the one that begins first (then the longest)
/// is it.
class OccurrenceScanner {
 public:
  /// All must outlive the scanner.
  OccurrenceScanner(IndexReader& index, Analyzer& analyzer, const Gazetteer& gazetteer,
                    SearchKnowledge& knowledge, const ContentTable& table)
      : index_(index),
        analyzer_(analyzer),
        gazetteer_(gazetteer),
        knowledge_(knowledge),
        table_(table) {}

  /// Errors: kQuerySyntax. May throw Xapian::Error. Cost: one token stream a matching release.
  Result<ScanSummary> scan(const std::string& query, const CountOptions& options,
                           const OccurrenceVisitor& visit) const;

  /// The word forms that occurrences of a query can consist of, those of excluded parts included;
  /// nothing of its phrases. Folded, ascending. kQuerySyntax.
  Result<std::vector<std::string>> forms(const std::string& query) const;

  /// Every release that could have counted under these options: the denominators.
  std::vector<const ContentEntry*> population(const CountOptions& options) const;

  /// Words of a release in its counted text.
  static std::uint32_t counted_words(const ContentEntry& entry, const CountOptions& options) {
    return options.with_boilerplate ? entry.all_words : entry.words;
  }

 private:
  IndexReader& index_;
  Analyzer& analyzer_;
  const Gazetteer& gazetteer_;
  SearchKnowledge& knowledge_;
  const ContentTable& table_;
};

}  // namespace pressarkiv
