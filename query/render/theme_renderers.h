// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/render/renderers.h"
#include "query/themes/duplicate_list.h"
#include "query/themes/kwic_result.h"
#include "query/themes/theme_result.h"
#include "query/themes/trend_result.h"

namespace pressarkiv {

/// What counts over the archive, written out; see render() for the general rules. Every form
/// carries the query and the archive's revision, and none the time of day: the same question on
/// the same revision gives the same bytes.
std::string render(const TrendResult& result, OutputFormat format, const TextStyle& style);
std::string render(const KwicResult& result, OutputFormat format, const TextStyle& style);
std::string render(const ThemeResult& result, OutputFormat format, const TextStyle& style);
std::string render(const CooccurResult& result, OutputFormat format, const TextStyle& style);
std::string render(const DuplicateList& result, OutputFormat format, const TextStyle& style);

/// Pictures that gnuplot draws.
enum class PlotFormat { kSvg, kPng };
/// A gnuplot script (5.4) that writes the picture to its standard output: a line a series, of
/// releases per thousand, with 95 % intervals for up to three; axis, unit, denominator, query,
/// revision and date printed inside. Lines differ by colour (Okabe and Ito 2008), dash and mark, so
/// that they stay apart in black and white. Holds no text that gnuplot would run or interpret.
std::string plot_script(const TrendResult& result, PlotFormat format);

}  // namespace pressarkiv
