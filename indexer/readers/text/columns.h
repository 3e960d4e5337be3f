// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// Letterheads are set in columns: "Nordans AB            Pressmeddelande" over "Borås
/// 2008-05-19". Makes each column of such a line near the top a line of its own, if one of them is
/// a type or a date; other lines stay as they are.
void split_columns(Document& document);

}  // namespace pressarkiv::text
