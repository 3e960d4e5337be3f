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
#include "indexer/document_terms.h"
#include "indexer/facet_values.h"
#include "indexer/indexed_document.h"
#include "indexer/release_words.h"

namespace pressarkiv {

/// Release and Facts → the documents of quotes/, one for each quote, with the same terms and
/// columns as a release has for the words, the date and what the release can be filtered by, so
/// that one query language serves both. Every document carries the release's id as a term: that is
/// how they are replaced. Keeps buffers: one a thread.
class QuoteDocuments {
 public:
  /// `analyzer` and `terms`, which numbers the documents' terms, must outlive the object; others
  /// of the same thread may use them between calls.
  QuoteDocuments(Analyzer& analyzer, TermTable& terms) : analyzer_(analyzer), terms_(terms) {}

  /// `facets` are the release's own (facet_values()), `event` brought this version of it.
  std::vector<IndexedDocument> build(const Release& release, const Facts& facts,
                                     const std::vector<FacetValue>& facets, EventNumber event);

 private:
  void add_words(const Quote& quote, IndexedDocument& indexed);

  Analyzer& analyzer_;
  DocumentTerms terms_;
  AnalyzedText analyzed_;
  ReleaseWords words_{ReleaseWords::Counting::kNoForms};  // The release has counted them.
};

/// Puts a release's quotes, whose terms are numbered in `terms`, in the place of those that were
/// there before. `columns` ascends by
/// docid; the documents that are no more have an entry without values there.
void replace_quotes(Xapian::WritableDatabase& quotes, const std::string& release_id,
                    const std::vector<IndexedDocument>& documents, const TermTable& terms,
                    std::map<std::uint32_t, std::vector<ColumnValue>>& columns);

}  // namespace pressarkiv
