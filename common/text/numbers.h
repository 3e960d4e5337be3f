// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace pressarkiv {

/// End of a number written in groups of three digits with single spaces between, with decimals or
/// without ("500 000", "1 250,5"), that begins at `at`; 0 if there is none. Not for years
/// ("2024 500"), and not for telephone numbers ("08-405 10 00", "0771 123 456").
std::size_t spaced_number_end(std::string_view text, std::size_t at);

/// Whether a text is a number with a point between groups of three digits ("50.000").
bool is_pointed_number(std::string_view text);

/// How many of the words from `first` on, with the single signs between them, are one date or
/// number of a document: "2023-09-05", "2023:15", "2022/23:91", "2022/23", "Ju2022/02319". 0: none.
/// "2024/2025" and "24/7" are none.
std::size_t count_number_words(std::string_view text, const std::vector<ByteRange>& words,
                               std::size_t first);

}  // namespace pressarkiv
