// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/language/ast.h"
#include "query/search/bm25.h"
#include "query/search/forms_source.h"

namespace pressarkiv {

/// Terms (stems) of many forms that count as one word.
struct TermsOfForms {
  std::vector<std::string> certain;  ///< All their forms are meant.
  std::vector<std::string> shared;   ///< Forms that are not meant have them, too.
};

/// The releases that hold a term where `field` looks, each scored once for all the terms that it
/// holds (BM25 over the sum of their frequencies in the running text). Uncertain are those that
/// hold shared terms only. The patterns that settle it are the caller's to add. Cost: one pass over
/// the postings of all terms. May throw Xapian::Error.
FormMatches matches_of(const Xapian::Database& releases, const TermsOfForms& terms,
                       QueryField field, const Bm25& bm25);

}  // namespace pressarkiv
