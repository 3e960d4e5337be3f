// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "common/facts.h"
#include "common/release.h"

namespace pressarkiv {

/// The arrays of one line of `pressarkiv-index extract`: people with names, roles and mentions,
/// quotes with parts, speaker and attribution, regions. Keys are stable.
nlohmann::ordered_json people_json(const Facts& facts);
nlohmann::ordered_json quotes_json(const Release& release, const Facts& facts);
nlohmann::ordered_json regions_json(const Facts& facts);

}  // namespace pressarkiv
