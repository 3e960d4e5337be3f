// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/extract/person_finder.h"

namespace pressarkiv::extract {

/// Makes one person of the full names that are one's: shorter forms, initials, nicknames, slips of
/// the pen, and names that a place behind them made too long. O(people · namesakes).
void merge_forms(PersonTable& table, const WordClasses& words);

}  // namespace pressarkiv::extract
