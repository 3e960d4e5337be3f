// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/render/renderers.h"
#include "query/speakers/quote_search.h"

namespace pressarkiv {

/// Quotes in one of the forms, complete, ending with a line feed; key by key in OUTPUT.md. Where
/// counts were asked for, CSV holds them and nothing else.
std::string render_quotes(const QuoteResult& result, OutputFormat format, const TextStyle& style);

}  // namespace pressarkiv
