// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/date.h"

namespace pressarkiv {

/// One release that puts a person beside an office.
struct RoleEvidence {
  PartialDate date;
  std::string release_id;
  std::string title;
};

/// Someone who is seen in an office; evidence oldest first, never empty.
struct OfficeHolder {
  std::string name;
  std::string role;          ///< The title as most releases write it.
  std::string organisation;  ///< "" where none is said.
  std::vector<RoleEvidence> evidence;
};

/// Who held an office at a date, as far as the archive can know.
struct RoleAnswer {
  std::string name;  ///< Empty: it cannot know.
  std::string role;
  std::string organisation;
  std::vector<RoleEvidence> evidence;  ///< Nearest to the date first.
  std::string reason;                  ///< In Swedish: how sure, or why nobody.
};

/// Decides among people who are all seen in the office. A person holds it from the first to the
/// last release that says so, once two say so (months count as whole); where several cover the
/// date, the one with far more evidence in the half year around it. Before the first, after the
/// last and between two, nobody is known.
RoleAnswer holder_at(const std::vector<OfficeHolder>& holders, const PartialDate& date);

/// Days since 1970-01-01 of the date's first day (proleptic Gregorian).
std::int64_t day_number(const PartialDate& date);

}  // namespace pressarkiv
