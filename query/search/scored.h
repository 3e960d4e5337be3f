// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace pressarkiv {

/// A release and what it scores.
struct Scored {
  Xapian::docid document = 0;
  double weight = 0;
  bool is_hit = true;  ///< False: it has no more than one part of a compound.
};

/// Releases that meet a concept, ascending by document.
using Scores = std::vector<Scored>;

/// The order of hits: the heaviest first, of equal ones the one that was indexed first.
inline bool ranks_before(const Scored& a, const Scored& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
}

/// The `count` best of a list, ascending by document.
std::vector<Scored*> best_of(Scores& scores, std::size_t count);

}  // namespace pressarkiv
