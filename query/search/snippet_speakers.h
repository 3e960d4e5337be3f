// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/columns/columns.h"
#include "query/search/search_result.h"

namespace pressarkiv {

/// Says who is speaking in snippets whose first marked word stands inside a quote of the release.
/// `quotes` is the database of quotes, `columns` are its. Costs a lookup and the decoding of the
/// release's quotes.
void name_speakers(const Xapian::Database& quotes, const Columns& columns, Hit& hit);

}  // namespace pressarkiv
