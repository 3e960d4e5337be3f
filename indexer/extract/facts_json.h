// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/facts.h"
#include "common/release.h"

namespace pressarkiv {

/// The lists of one line of `pressarkiv-index extract`, as JSON text: people with names, roles and
/// mentions; quotes with parts, speaker and attribution; places named in the text; names of people
/// who are named by one word. Keys are stable, ranges are [text, first byte, byte behind], bytes
/// that are no UTF-8 become U+FFFD.
std::string people_json(const Facts& facts);
std::string quotes_json(const Release& release, const Facts& facts);
std::string regions_json(const Facts& facts);
std::string bare_names_json(const Facts& facts);

}  // namespace pressarkiv
