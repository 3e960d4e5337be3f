// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "common/date.h"
#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// Marks rules of signs and the words that say that the release is over, from line `from` on.
void take_end_marks(Document& document, std::size_t from);

/// Marks the lines of place and date that close the news ("Malmö den 2 december 2020"): those below
/// which no news stands. Gives the first date in them. Call it again once the standing text is
/// marked, for a date line above it.
std::optional<PartialDate> take_date_lines(Document& document, std::size_t from);

}  // namespace pressarkiv::text
