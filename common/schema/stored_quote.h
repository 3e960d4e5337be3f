// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/facts.h"

namespace pressarkiv {

/// One quote as the index keeps it; what is shown of its release lies in the card beside it.
struct StoredQuote {
  Quote quote;              ///< `speaker` (an index into the release's facts) is not kept.
  std::string attribution;  ///< The words of quote.attribution.
};

/// Column::kQuote: the fields in the order of stored_quote.cpp.
std::string encode_quote(const StoredQuote& quote);
/// Damaged bytes decode to what could be read of them.
StoredQuote decode_quote(std::string_view encoded);

}  // namespace pressarkiv
