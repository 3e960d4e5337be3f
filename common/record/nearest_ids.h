// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/record/sqlite.h"

namespace pressarkiv {

/// Up to three ids that somebody may have meant: those that hold what was asked for (or its last
/// part, without an extension), shortest first; else the neighbours in the order of ids that begin
/// alike. One scan over the ids: about 1 ms for 10,000.
std::vector<std::string> nearest_ids(const sqlite::Database& database, std::string_view asked);

/// "no release 'x' in the archive; nearest: a, b, c".
std::string not_found_message(const sqlite::Database& database, std::string_view asked);

}  // namespace pressarkiv
