// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/result.h"
#include "common/schema/content_table.h"
#include "common/text/analyzer.h"
#include "query/search/index_reader.h"
#include "query/themes/occurrence_scanner.h"
#include "query/themes/trend_result.h"

namespace pressarkiv {

/// Counts. Errors: kQuerySyntax, kInvalidArgument (no query). May throw Xapian::Error.
Result<TrendResult> count_trends(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                                 const OccurrenceScanner& scanner, const TrendRequest& request);

}  // namespace pressarkiv
