// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/release.h"
#include "indexer/readers/text/header.h"

namespace pressarkiv::text {

/// Who issues the release, as its text spells it; "" where nothing tells. What the header says goes
/// first; then the name that stands beside its date or type line; then the organisation that the
/// lead, the offices of those who speak and the standing text name most. `release` has title, lead,
/// body, contacts and, if known yet, boilerplate.
std::string find_sender(const Header& header, const Release& release);

/// Only what the header says in words ("Pressmeddelande från X", "PRESSMEDDELANDE | X kommun"),
/// nothing that is weighed; "" where it says nothing.
std::string stated_sender(const Header& header, const Release& release);

}  // namespace pressarkiv::text
