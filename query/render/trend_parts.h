// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/render/text_layout.h"
#include "query/themes/trend_result.h"

namespace pressarkiv {

/// Words that several forms of a trend share.

/// "kärnkraft", or in a split "kärnkraft · Skåne län"; "alla releaser" for an empty query.
std::string series_name(const TrendResult& result, const TrendSeries& series);
/// What splits the trend, as a key: a facet's, "speaker" or "member"; "" where nothing does.
std::string split_key(const TrendResult& result);
/// "2019", with "…" after a period that the archive has not seen the end of.
std::string period_name(const TrendResult& result, std::size_t place);
/// What the counts are shares of, with the bounds of the counting.
std::string denominator_text(const TrendResult& result);
/// "2026-01-20"
std::string newest_text(const TrendResult& result);

std::string trend_text(const TrendResult& result, const TextStyle& style);

}  // namespace pressarkiv
