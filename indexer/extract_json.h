// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/release.h"

namespace pressarkiv {

/// One release as `pressarkiv-index extract` prints it: one line of JSON without a line feed, keys
/// in a fixed order, null where the source does not say, UTF-8 as it is.
/// {"id", "structure": {"title", "lead", "date", "sender", "subjects", "regions",
/// "boilerplate_starts", "contacts"}, "people", "quotes", "regions", "bare_names"}
///
/// `people`, `quotes`, `regions` (places named in the text) and `bare_names` (of people who are
/// named by one word) are JSON lists that are put in as they are; extract/facts_json.h makes them.
std::string extract_line(const Release& release, std::string_view people = "[]",
                         std::string_view quotes = "[]", std::string_view regions = "[]",
                         std::string_view bare_names = "[]");

}  // namespace pressarkiv
