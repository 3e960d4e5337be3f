// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace pressarkiv {

/// How much each layer counts beside the typed word (1.0), and its limits. Chosen on the
/// development topics of the retrieval collection; ablations in benchmarks/README.md.
struct ExpansionWeights {
  double compounds = 0.6;  ///< The word or a compound with it.
  double parts = 0.5;      ///< All parts of a typed compound.
  double one_part = 0.2;   ///< One of them.
  double spelling = 0.9;   ///< A correction.
  double joined = 0.9;     ///< Neighbours as one word.
  double divided = 0.6;    ///< One word as neighbours.
  double synonym = 0.7;
  double places = 0.35;
  double number_of_record = 1.5;  ///< The number of a law, bill or report: "2023:15".
  std::size_t most_terms = 300;   ///< Terms of a group at most, the most frequent first.

  bool operator==(const ExpansionWeights&) const = default;
};

}  // namespace pressarkiv
