// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"

namespace pressarkiv::text {

/// A date as it stands in a text.
struct FoundDate {
  PartialDate date;
  ByteRange range;  ///< From its first to its last sign, a "den" before it included.
};

/// The first date at or after `from` that names a day and a year: "2012-05-03", "2012.05.03",
/// "20120503", "12-05-03", "3 maj 2012", "den 3:e maj, 2012", "3 maj -12", "03.05.2012", "3/5
/// 2012", "3/5-12", "May 3rd, 2012", "Maj 03, 2012". A year of two digits is 1950–2049. Dates that
/// no calendar has, and digits inside longer numbers, are passed over.
std::optional<FoundDate> find_date(std::string_view line, std::size_t from = 0);
std::vector<FoundDate> find_dates(std::string_view line);
/// "maj 2012" or "May 2012" without a day, for lines that hold nothing else.
std::optional<FoundDate> find_month(std::string_view line);

/// What is left of a line without its dates, weekdays, times of day, time zones and the words that
/// announce a date ("Publicerad", "Uppdaterad", "Datum"); separators at the ends are gone.
std::string without_dates(std::string_view line);

/// The date behind "i dag" in running text: "i dag, den 9 februari 2023", "idag torsdag 9 februari
/// 2023"; at most a weekday and small words stand between.
std::optional<PartialDate> date_of_today(std::string_view paragraph);

/// The length in bytes of a dateline before running text, with its separator and blanks:
/// "Malmö 2012-11-19. ", "UMEÅ (3 maj 2012) – "; 0 if there is none. A year is not needed.
std::size_t dateline_length(std::string_view paragraph);

}  // namespace pressarkiv::text
