// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace pressarkiv {

/// How text output looks.
struct TextStyle {
  bool color = false;      ///< ANSI colours; else marks are written as *word*.
  std::size_t width = 80;  ///< Columns to wrap at; 0: never.
};

/// `text` with the ranges marked, as it may safely be shown on a terminal: control characters
/// (escape sequences in a hostile release) become blanks.
std::string marked_text(std::string_view text, const std::vector<ByteRange>& marks,
                        const TextStyle& style);

/// `text` as it may safely be shown, line feeds kept.
std::string printable(std::string_view text);

/// Breaks text into lines of at most `width` columns with `indent` blanks in front, at blanks.
/// Escape sequences of marked_text() take no columns. Ends with a line feed.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

/// Columns that a text takes: one for each character, combining marks and escapes none.
std::size_t display_width(std::string_view text);

}  // namespace pressarkiv
