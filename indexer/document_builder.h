// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/facts.h"
#include "common/release.h"
#include "common/schema/content_sketch.h"
#include "common/schema/token_stream.h"
#include "common/text/analyzer.h"
#include "common/vocabulary/abbreviations.h"
#include "common/vocabulary/vocabulary_writer.h"
#include "indexer/facet_values.h"

namespace pressarkiv {

/// Release → Xapian::Document: the one place that decides what is indexed (schema/fields.h says
/// under which names). Keeps buffers between calls: one builder a thread.
///
/// What a posting carries: one posting a stem and release, no positions; those lie in the token
/// stream of the release.
class DocumentBuilder {
 public:
  /// `facets` are the release's own (facet_values()).
  Xapian::Document build(const Release& release, const Facts& facts,
                         const std::vector<FacetValue>& facets);

  /// The forms of all releases built so far; the caller may take them.
  FormCounts& form_counts() { return form_counts_; }
  /// The abbreviations that they explain; the caller may take them.
  AbbreviationCounts& abbreviations() { return abbreviations_; }

 private:
  void index_section(Section section, std::string_view text);
  void sketch_section(Section section, const std::vector<ByteRange>& blocks);
  void count_abbreviations(const Release& release);
  void add_terms(Xapian::Document& document);
  void add_dates(const Release& release, Xapian::Document& document);

  struct TermFrequencies {
    std::uint32_t text = 0;  // Weighted over title, lead and body.
    std::uint32_t title = 0;
    std::uint32_t boilerplate = 0;
  };

  Analyzer analyzer_;
  AnalyzedText analyzed_;
  TokenStreamBuilder tokens_;
  ContentSketch sketch_;
  std::vector<std::uint32_t> content_words_;  // Of title, lead and body, for the signature.
  std::unordered_map<std::string, TermFrequencies> terms_;
  std::unordered_map<std::string, std::uint32_t> forms_;  // Flags of FormEntry.
  FormCounts form_counts_;
  AbbreviationCounts abbreviations_;
};

}  // namespace pressarkiv
