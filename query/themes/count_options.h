// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "query/search/search_request.h"

namespace pressarkiv {

/// What is counted, the same for numerators, denominators and concordance lines.
struct CountOptions {
  std::vector<FacetFilter> filters;  ///< As in SearchRequest.
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  bool with_boilerplate = false;  ///< Count repeated paragraphs and the sender's text about itself.
  bool with_duplicates = false;   ///< Count each copy of a release that was published again.
};

/// The same in words, for the reader of a result: "utan dubbletter" …
std::vector<std::string> conditions_of(const CountOptions& options);

}  // namespace pressarkiv
