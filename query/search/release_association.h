// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/text/analyzer.h"
#include "query/expansion/word_association.h"
#include "query/search/index_reader.h"

namespace pressarkiv {

/// The association of words in an archive's releases. Reads the posting lists of the forms' terms:
/// about 10 ns a posting. Both must outlive it; may throw Xapian::Error.
WordAssociation release_association(const IndexReader& index, Analyzer& analyzer);

/// Normalised pointwise mutual information of two things that are in `a` and `b` of `all` releases,
/// and in `both` together. 0 where `both` is less than five.
double npmi(std::uint64_t both, std::uint64_t a, std::uint64_t b, std::uint64_t all);

}  // namespace pressarkiv
