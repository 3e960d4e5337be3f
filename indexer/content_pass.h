// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/columns/columns.h"
#include "common/schema/content_table.h"

namespace pressarkiv {

/// Finds the repeated paragraphs and near-duplicates of all releases. Depends on the releases
/// alone, not on the order in which they came. About 10 µs a release.
ContentTable make_content_table(const Columns& columns);

}  // namespace pressarkiv
