// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/schema/facets.h"

namespace pressarkiv {

/// What the index keeps of each document beside its postings. Numbers reach the disk: never
/// renumber.
enum class Column : std::uint8_t {
  kCard = 0,        ///< What a list of hits shows (common/schema/card.h).
  kTokens = 1,      ///< The compact token stream (common/schema/token_stream.h).
  kPeople = 2,      ///< Who is named, with roles (common/schema/stored_people.h).
  kQuote = 3,       ///< In quotes/: the quote (common/schema/stored_quote.h).
  kContent = 4,     ///< Blocks and MinHash signature (common/schema/content_sketch.h).
  kFirstFacet = 5,  ///< One column a facet: packed ids (common/schema/facets.h).
  kLength = 13,     ///< The length that ranking divides by: the sum of all wdf, 4 bytes.
};
inline constexpr std::size_t kColumnCount = 14;
static_assert(static_cast<std::size_t>(Column::kFirstFacet) + kFacetCount ==
              static_cast<std::size_t>(Column::kLength));

constexpr Column facet_column(Facet facet) {
  return static_cast<Column>(static_cast<std::size_t>(Column::kFirstFacet) +
                             static_cast<std::size_t>(facet));
}

}  // namespace pressarkiv
