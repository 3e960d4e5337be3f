// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/search/search_result.h"

namespace pressarkiv {

/// One release as JSON: indented by `indent` blanks a level, or on one line where it is -1.
std::string json_of_release(const ReleaseView& release, int indent);

}  // namespace pressarkiv
