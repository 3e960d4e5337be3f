// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/speakers/people_directory.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {

/// What the releases that name a person speak of more than all others: as ThemeSearcher::themes()
/// has it, by log-likelihood, without names of people and words of their offices, which say who and
/// not what. Empty for someone whom too few releases name to tell.
/// Errors: those of ThemeSearcher::themes().
Result<std::vector<Theme>> person_themes(ThemeSearcher& searcher, const PeopleDirectory& directory,
                                         const DirectoryPerson& person, std::size_t most);

}  // namespace pressarkiv
