// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace pressarkiv {

/// A span of time as it is typed: whole days, months or years, both ends included, each open where
/// nullopt.
struct Period {
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  bool swapped = false;  ///< The later end was typed first ("2014..2012"); `from` is the earlier.
  bool operator==(const Period&) const = default;
};

/// One date word: "2019", "2019-05", "2019-5-4", "20190514", "2024-Q2", "2024-K2", "2024K2".
/// nullopt for anything else, the 31st of June included.
std::optional<Period> read_date_word(std::string_view text);

/// A range between date words: "2012..2014", "2012-03..2014-K1", "..2014", "2020..", "..".
/// Ends typed backwards are put in order. nullopt for anything else.
std::optional<Period> read_date_range(std::string_view text);

/// What may stand after `datum:`: a date word, a range, a range between years with a hyphen
/// ("2019-2021") or between dates with an en dash, each with a comma or full stop after it.
std::optional<Period> read_date_value(std::string_view text);

/// A date among free words: a range with two dots, or a month, day or quarter with its hyphen
/// ("2019-05", "2019-05-14", "2024-Q2", "2024Q2"). A lone year or eight digits are words, as are
/// "2014-2020" (programmes are named so) and "..": nullopt.
std::optional<Period> read_bare_date(std::string_view text);

/// The shortest text that read_date_value() reads as the same period: "2019", "2024-Q2",
/// "2012..2014", "..2014"; "*" for both ends open.
std::string print_period(const std::optional<PartialDate>& from,
                         const std::optional<PartialDate>& to);

}  // namespace pressarkiv
