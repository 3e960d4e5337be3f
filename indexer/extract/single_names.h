// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/name_model.h"
#include "indexer/extract/person_finder.h"

namespace pressarkiv::extract {

/// How much must speak for a name that no rule found.
inline constexpr float kLeastScore = 0.0F;
/// The same for one whose first name nobody in Sweden bears: programmes and foreign companies are
/// commoner in releases than in the news that the model has learnt from. The margin of its
/// training.
inline constexpr float kLeastStrangeScore = 8.0F;

/// Adds those whom the release names by one word only, as the model weighs all the places where the
/// word stands together. A surname that someone speaks under, or with a title or party, is a
/// person; other words are PersonTable::bare_names. To be called when shorter forms are linked;
/// `runs` are all runs of capitals, `taken` the tokens of mentions.
void add_single_names(const Document& doc, const NameModel& model, const std::vector<NameRun>& runs,
                      PersonTable& table, std::vector<std::uint8_t>& taken);

}  // namespace pressarkiv::extract
