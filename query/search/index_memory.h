// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "query/search/document_lengths.h"
#include "query/search/posting_cache.h"

namespace pressarkiv {

/// What a session remembers of one state of one index, so that it is looked up once.
struct IndexMemory {
  explicit IndexMemory(const Xapian::Database& releases) : lengths(releases), postings(releases) {}

  DocumentLengths lengths;
  PostingCache postings;
};

}  // namespace pressarkiv
