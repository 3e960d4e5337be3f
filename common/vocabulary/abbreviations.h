// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace pressarkiv {

/// An abbreviation and what it stands for, as releases explain it: "MSB", "Myndigheten för
/// samhällsskydd och beredskap".
using Explained = std::pair<std::string, std::string>;

/// How many releases explain each.
using AbbreviationCounts = std::map<Explained, std::uint32_t>;

/// Finds explained abbreviations in a text: "the long form (SHORT)". The long form is found as
/// Schwartz and Hearst do ("A simple algorithm for identifying abbreviation definitions in
/// biomedical text", PSB 2003): the letters of the short form must occur in order in the words
/// before it, its first letter at the start of a word. The short form has two to eight letters,
/// at least two of them capitals. Appends; the same pair may come many times. O(text).
void find_abbreviations(std::string_view text, std::vector<Explained>& found);

/// The abbreviations that lie in a lexicon's folder ("abbreviations": SHORT<TAB>LONG<TAB>releases a
/// line); none where there is no such file. kCorrupt names the line.
Result<AbbreviationCounts> read_abbreviations(const std::filesystem::path& folder);

/// Adds counts to those that lie there. kIo, kCorrupt.
Status add_abbreviations(const std::filesystem::path& folder, const AbbreviationCounts& counts);

}  // namespace pressarkiv
