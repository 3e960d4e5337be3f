// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/facts.h"
#include "common/record/record_store.h"
#include "common/release.h"
#include "common/text/analyzer.h"
#include "indexer/facet_values.h"
#include "indexer/indexed_document.h"
#include "indexer/release_words.h"

namespace pressarkiv {

/// Adds who is quoted and in what role: terms that `sade:` and `roll:` look for. `buffer` is
/// overwritten.
void add_speaker_terms(const Quote& quote, Analyzer& analyzer, AnalyzedText& buffer,
                       Xapian::Document& document);

/// Release and Facts → the documents of quotes/, one for each quote, with the same terms and
/// columns as a release has for the words, the date and what the release can be filtered by, so
/// that one query language serves both. Every document carries the release's id as a term: that is
/// how they are replaced. Keeps buffers: one a thread.
class QuoteDocuments {
 public:
  /// `analyzer` must outlive the object; others of the same thread may use it between calls.
  explicit QuoteDocuments(Analyzer& analyzer) : analyzer_(analyzer) {}

  /// `facets` are the release's own (facet_values()), `event` brought this version of it.
  std::vector<IndexedDocument> build(const Release& release, const Facts& facts,
                                     const std::vector<FacetValue>& facets, EventNumber event);

 private:
  void add_words(const Quote& quote, IndexedDocument& indexed);

  Analyzer& analyzer_;
  AnalyzedText analyzed_;
  ReleaseWords words_{ReleaseWords::Counting::kNoForms};  // The release has counted them.
};

/// Puts a release's quotes in the place of those that were there before. `columns` ascends by
/// docid; the documents that are no more have an entry without values there.
void replace_quotes(Xapian::WritableDatabase& quotes, const std::string& release_id,
                    const std::vector<IndexedDocument>& documents,
                    std::map<std::uint32_t, std::vector<ColumnValue>>& columns);

}  // namespace pressarkiv
