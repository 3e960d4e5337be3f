// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace pressarkiv {

/// What the folders and the name of a file say of the release in it.
struct PathFacts {
  std::optional<PartialDate> date;
  std::string kind;
};

/// Date: from a file name that begins with one ("2015-03-17-slug.md"), else from folders
/// ("…/2015/03/17/slug.md", "…/2015/03/slug.md", "…/2015-03/slug.md", "…/2015/slug.md"; the ones
/// nearest to the file count). Kind: from a folder named after one ("pressmeddelanden" →
/// "Pressmeddelande"), the nearest to the file.
PathFacts path_facts(std::string_view path);

}  // namespace pressarkiv
