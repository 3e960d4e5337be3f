// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <utility>

#include "common/columns/columns.h"
#include "query/search/document_lengths.h"
#include "query/search/document_list_memo.h"
#include "query/search/feedback_memo.h"
#include "query/search/narrowed_scores.h"
#include "query/search/posting_cache.h"
#include "query/search/scored_words.h"

namespace pressarkiv {

/// What a session remembers of one state of one index, so that it is looked up once.
struct IndexMemory {
  IndexMemory(const Xapian::Database& releases, std::shared_ptr<const Columns> columns_of_them)
      : columns(std::move(columns_of_them)),
        lengths(columns, releases.get_lastdocid()),
        postings(releases) {}

  std::shared_ptr<const Columns> columns;
  DocumentLengths lengths;
  PostingCache postings;
  DocumentListMemo phrases;     // By phrase_key().
  DocumentListMemo conditions;  // By the query that is written out.
  ScoredWordsMemo words;
  NarrowedScoresMemo narrowed;  // Of words and conditions.
  FeedbackMemo feedback;        // Of words.
};

}  // namespace pressarkiv
