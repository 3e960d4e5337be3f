// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "query/search/document_lengths.h"
#include "query/search/feedback_memo.h"
#include "query/search/kept_streams.h"
#include "query/search/phrase_memo.h"
#include "query/search/posting_cache.h"
#include "query/search/scored_words.h"

namespace pressarkiv {

/// What a session remembers of one state of one index, so that it is looked up once.
struct IndexMemory {
  explicit IndexMemory(const Xapian::Database& releases)
      : lengths(releases), postings(releases), streams(releases.get_lastdocid()) {}

  /// From the second query on a session is worth remembering more for.
  void begin_query() {
    if (++queries_ == 2) streams.start();
  }

  DocumentLengths lengths;
  PostingCache postings;
  KeptStreams streams;
  PhraseMemo phrases;
  ScoredWordsMemo words;
  FeedbackMemo feedback;  // Of words.

 private:
  int queries_ = 0;
};

}  // namespace pressarkiv
