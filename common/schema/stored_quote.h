// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/facts.h"

namespace pressarkiv {

/// One quote as the index keeps it, with what a list of quotes shows of its release.
struct StoredQuote {
  Quote quote;  ///< `speaker` (an index into the release's facts) is not kept.
  std::string attribution;  ///< The words of quote.attribution.
  std::string release_id;
  std::string release_title;
  std::optional<PartialDate> date;
  std::string publisher;
  std::string url;
};

/// kQuoteSlot: the fields in the order of stored_quote.cpp.
std::string encode_quote(const StoredQuote& quote);
/// Damaged bytes decode to what could be read of them.
StoredQuote decode_quote(std::string_view encoded);

}  // namespace pressarkiv
