// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/date.h"
#include "common/facts.h"
#include "common/text/analyzer.h"
#include "indexer/document_terms.h"
#include "indexer/indexed_document.h"

namespace pressarkiv {

/// What releases and quotes alike are filtered by, so that one query language serves both.

/// Adds the date that a document is filtered and sorted by.
void add_date(const PartialDate& date, DocumentTerms& terms, IndexedDocument& indexed);

/// Adds who is quoted and in what role: terms that `sade:` and `roll:` look for. `buffer` is
/// overwritten.
void add_speaker_terms(const Quote& quote, Analyzer& analyzer, AnalyzedText& buffer,
                       DocumentTerms& terms);

}  // namespace pressarkiv
