// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pressarkiv {

/// Lines of columns: the first cell to the left, the others to the right, two blanks between.
/// Columns are as wide as their widest cell. Each line ends with a line feed.
std::string text_table(const std::vector<std::vector<std::string>>& rows);

/// A whole number with its digits in threes, as Swedish text has it.
std::string swedish_number(std::uint64_t number);
/// With so many decimals after a comma; a fixed number of them, so that columns line up.
std::string swedish_decimal(double value, int decimals);

/// A row of bars, one character a value, the highest one full; "·" where a value is negative, which
/// stands for nothing known. A row of zeros is flat.
std::string sparkline(const std::vector<double>& values);

}  // namespace pressarkiv
