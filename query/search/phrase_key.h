// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Names a phrase or nearness and where it is looked for: patterns have the same key where they are
/// the same tree.
std::string phrase_key(const TokenPattern& pattern, std::optional<Section> section);

}  // namespace pressarkiv
