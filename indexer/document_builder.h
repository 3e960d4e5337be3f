// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/facts.h"
#include "common/places/gazetteer.h"
#include "common/release.h"
#include "common/schema/facets.h"
#include "common/schema/token_stream.h"
#include "common/text/analyzer.h"
#include "common/vocabulary/abbreviations.h"
#include "common/vocabulary/vocabulary_writer.h"
#include "indexer/facet_labels.h"

namespace pressarkiv {

/// Release → Xapian::Document: the one place that decides what is indexed (schema/fields.h says
/// under which names). Keeps buffers between calls: one builder a thread.
///
/// What a posting carries: one posting a stem and release, no positions; those lie in the token
/// stream of the release.
class DocumentBuilder {
 public:
  /// `gazetteer` and `labels` must outlive the builder.
  DocumentBuilder(const Gazetteer& gazetteer, FacetLabels& labels)
      : gazetteer_(gazetteer), labels_(labels) {}

  Xapian::Document build(const Release& release, const Facts& facts);

  /// The forms of all releases built so far; the caller may take them.
  FormCounts& form_counts() { return form_counts_; }
  /// The abbreviations that they explain; the caller may take them.
  AbbreviationCounts& abbreviations() { return abbreviations_; }

 private:
  void index_section(Section section, std::string_view text);
  void count_abbreviations(const Release& release);
  void add_terms(Xapian::Document& document);
  void add_facets(const Release& release, const Facts& facts, Xapian::Document& document);
  void add_facet(Facet facet, const std::vector<std::string>& labels, Xapian::Document& document);
  void add_dates(const Release& release, Xapian::Document& document);

  struct TermFrequencies {
    std::uint32_t text = 0;  // Weighted over title, lead and body.
    std::uint32_t title = 0;
    std::uint32_t boilerplate = 0;
  };

  const Gazetteer& gazetteer_;
  FacetLabels& labels_;
  Analyzer analyzer_;
  AnalyzedText analyzed_;
  TokenStreamBuilder tokens_;
  std::unordered_map<std::string, TermFrequencies> terms_;
  std::unordered_map<std::string, std::uint32_t> forms_;  // Flags of FormEntry.
  FormCounts form_counts_;
  AbbreviationCounts abbreviations_;
};

}  // namespace pressarkiv
