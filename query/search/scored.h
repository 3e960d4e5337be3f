// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace pressarkiv {

/// A release and what it scores. 16 bytes: lists of them are as long as the archive.
struct Scored {
  Scored() = default;
  Scored(Xapian::docid the_document, double the_weight, bool hit)
      : document(the_document), is_hit(hit), weight(the_weight) {}

  Xapian::docid document = 0;
  bool is_hit = true;  ///< False: it has no more than one part of a compound.
  double weight = 0;
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
