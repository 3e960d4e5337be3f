// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "common/places/place_tree.h"
#include "common/text/analyzer.h"
#include "query/expansion/synonyms.h"
#include "query/search/index_memory.h"
#include "query/search/index_reader.h"

namespace pressarkiv {

/// What search knows beside the index: words that mean the same and places inside places. Made on
/// first use and kept; the synonyms anew for each generation of the index.
class SearchKnowledge {
 public:
  /// `analyzer` must outlive the object.
  explicit SearchKnowledge(Analyzer& analyzer) : analyzer_(analyzer) {}

  Synonyms& synonyms(const IndexReader& index);
  /// Of the index as it is now; anew when a writer moved on.
  IndexMemory& memory(const IndexReader& index);
  PlaceTree& places(const Gazetteer& gazetteer);
  /// What was wrong with the archive's own files; "" if nothing.
  const std::string& problem() const { return problem_; }

 private:
  Analyzer& analyzer_;
  std::unique_ptr<Synonyms> synonyms_;
  std::string synonyms_of_;  // The generation.
  std::unique_ptr<PlaceTree> places_;
  std::unique_ptr<IndexMemory> memory_;
  std::string memory_of_;  // Generation and revision.
  std::string problem_;
};

}  // namespace pressarkiv
