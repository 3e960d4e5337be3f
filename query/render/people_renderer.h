// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/render/renderers.h"
#include "query/speakers/people_directory.h"
#include "query/themes/theme_result.h"

namespace pressarkiv {

/// People as a list, one a line in text, JSON Lines and CSV; key by key in OUTPUT.md.
std::string render_people(const PeopleDirectory& directory,
                          const std::vector<const DirectoryPerson*>& people, OutputFormat format);

/// Everything that is known of one person, with the themes of person_themes(). There is no CSV of
/// it: kCsv gives the line of the list.
std::string render_person(const PeopleDirectory& directory, const DirectoryPerson& person,
                          const std::vector<Theme>& themes, OutputFormat format,
                          const TextStyle& style);

/// Who held an office: the name on the first line, evidence after it.
std::string render_holder(const RoleAnswer& answer, OutputFormat format);

}  // namespace pressarkiv
