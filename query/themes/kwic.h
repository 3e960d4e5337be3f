// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/search/index_reader.h"
#include "query/themes/kwic_result.h"
#include "query/themes/occurrence_scanner.h"

namespace pressarkiv {

/// Lists occurrences. Sorting by context or speaker, and quotes alone, reads every release that has
/// one (about 0.2 ms each); other orders read those of the page alone. Errors: kQuerySyntax,
/// kInvalidArgument (a query without words), kCorrupt. May throw Xapian::Error.
Result<KwicResult> list_occurrences(IndexReader& index, Analyzer& analyzer,
                                    const OccurrenceScanner& scanner, const KwicRequest& request);

}  // namespace pressarkiv
