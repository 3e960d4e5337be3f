// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/render/renderers.h"
#include "query/speakers/likely_pairs.h"

namespace pressarkiv {

/// Pairs of names that may be one person's, with what speaks for and against, and in text the line
/// of names.txt that would decide it; key by key in OUTPUT.md.
std::string render_pairs(const std::vector<LikelyPair>& pairs, OutputFormat format);

}  // namespace pressarkiv
