// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "query/themes/trend_grouping.h"

namespace pressarkiv {

/// The split by the words that occurrences consist of, each in all its forms; phrases count as
/// everything else. The denominators are those of the whole.
std::unique_ptr<TrendGrouping> make_member_grouping(IndexReader& index, Analyzer& analyzer,
                                                    const OccurrenceScanner& scanner,
                                                    const TrendRequest& request);

}  // namespace pressarkiv
