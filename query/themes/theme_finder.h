// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/themes/occurrence_scanner.h"
#include "query/themes/theme_result.h"

namespace pressarkiv {

/// Finds what marks a selection. Releases are counted, not occurrences, so that one long text does
/// not make a theme; a word or expression counts in its counted text only. Every content word is
/// named once: by the expression that holds it where that is most of its use, else alone.
/// Errors: kQuerySyntax, kCorrupt, kInvalidArgument (an unknown period). May throw Xapian::Error.
Result<ThemeResult> find_themes(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                                const OccurrenceScanner& scanner, const ThemeRequest& request);

/// Finds the words that stand near a query. Errors as above; kInvalidArgument for a query without
/// words. Cost: one pass over all token streams.
Result<CooccurResult> find_collocates(IndexReader& index, Analyzer& analyzer,
                                      const ContentTable& table, const OccurrenceScanner& scanner,
                                      const CooccurRequest& request);

/// Word keys (word_key) of the function words that are no theme and no collocate.
std::vector<std::uint64_t> function_word_keys(Analyzer& analyzer);

}  // namespace pressarkiv
