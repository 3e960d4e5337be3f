// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>

#include "common/date.h"

namespace pressarkiv {

/// Releases whose date lies in [from, to], both included and each open where nullopt. A date known
/// to the month or the year counts only where that whole month or year lies inside: a release of
/// "2019-05" is found by 2019 and 2019-05, not by 2019-05-10..2019-05-20. Built from year,
/// month and day terms (whole years and months by one term each), never from value ranges, which
/// are Xapian's slowest class. Both open: every release with a date.
Xapian::Query date_range_query(const Xapian::Database& releases,
                               const std::optional<PartialDate>& from,
                               const std::optional<PartialDate>& to);

}  // namespace pressarkiv
