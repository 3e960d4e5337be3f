// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv::text {

/// What a mark-up language says of a line; plain text says nothing.
enum class LineHint { kNone, kHeading, kListItem, kRule };

/// A line as a reader of text thinks of it: one heading, paragraph, list item or contact line.
struct Line {
  std::string text;           ///< Trimmed, never empty, lines that were wrapped joined again.
  std::size_t number = 0;     ///< 1-based, in the source.
  bool starts_chunk = false;  ///< A blank line or the start of the text is above it.
  LineHint hint = LineHint::kNone;
};

/// Splits text into lines. Finds out whether paragraphs are wrapped at a fixed width, and joins
/// these; where no blank lines part the paragraphs, every line starts a chunk.
std::vector<Line> split_lines(std::string_view text);

/// Whether it breaks off behind a small word that something must follow: "… från den", "… och".
bool ends_with_link_word(std::string_view line);
/// Whether it is a line of signs only: "----", "***", "# # #", "====".
bool is_rule(std::string_view line);
/// Whether it says that the release is over: "SLUT", "-30-", "# # #", "(slut)".
bool is_end_mark(std::string_view line);

}  // namespace pressarkiv::text
