// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/person_finder.h"

namespace pressarkiv::extract {

/// Adds the mentions by surname or first name alone, to whom they fit (the one named last where
/// several do), and people of whom nothing but a surname stands behind a title (`surnames`).
/// `taken` marks tokens that belong to a mention. The table's mentions are sorted afterwards.
/// O(tokens · namesakes).
void link_short_forms(const Document& doc, const std::vector<NameMention>& surnames,
                      PersonTable& table, std::vector<std::uint8_t>& taken);

}  // namespace pressarkiv::extract
