// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/facts.h"
#include "common/record/record_store.h"
#include "common/release.h"
#include "common/schema/content_sketch.h"
#include "common/text/analyzer.h"
#include "common/vocabulary/abbreviations.h"
#include "indexer/document_terms.h"
#include "indexer/facet_values.h"
#include "indexer/indexed_document.h"
#include "indexer/release_words.h"

namespace pressarkiv {

/// Release → IndexedDocument: the one place that decides what is indexed (schema/fields.h says
/// under which names). Keeps buffers between calls: one builder a thread.
///
/// What a posting carries: one posting a stem and release, no positions; those lie in the token
/// stream of the release.
class DocumentBuilder {
 public:
  /// `analyzer` and `terms`, which numbers the documents' terms, must outlive the builder; others
  /// of the same thread may use them between calls.
  DocumentBuilder(Analyzer& analyzer, TermTable& terms) : analyzer_(analyzer), terms_(terms) {}

  /// `facets` are the release's own (facet_values()), `event` brought this version of it.
  IndexedDocument build(const Release& release, const Facts& facts,
                        const std::vector<FacetValue>& facets, EventNumber event);

  /// The forms of the releases built so far, for the vocabulary to take.
  ReleaseWords& words() { return words_; }
  /// The abbreviations that they explain; the caller may take them.
  AbbreviationCounts& abbreviations() { return abbreviations_; }

 private:
  void sketch_section(Section section, const std::vector<Block>& blocks);
  void count_abbreviations(const Release& release);
  void add_columns(const Release& release, const Facts& facts, EventNumber event,
                   std::vector<ColumnValue>& columns);

  Analyzer& analyzer_;
  DocumentTerms terms_;
  AnalyzedText analyzed_;
  ReleaseWords words_;
  ContentSketch sketch_;
  std::vector<std::uint32_t> content_words_;  // Of title, lead and body, for the signature.
  AbbreviationCounts abbreviations_;
};

}  // namespace pressarkiv
