// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/release.h"
#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

enum class LabelKind { kSubjects, kRegions };

/// A line that names a list: "Ämnen", "Taggar: skola, bad".
struct Label {
  LabelKind kind = LabelKind::kSubjects;
  bool weak = false;  ///< A word that programmes and fact boxes use too: "Plats", "Tema".
  std::string value;  ///< What stands after the colon.
};

std::optional<Label> parse_label(std::string_view line);
/// The items of a list on one line: parted by ; or | or bullets, else by commas; "#" signs off.
std::vector<std::string> parse_items(std::string_view value);
/// The items of "#elnät #gatuarbete"; empty unless every word is a hashtag.
std::vector<std::string> parse_hashtags(std::string_view line);

/// Marks the blocks of subjects and regions from line `from` on, and adds their items to the
/// release.
void take_label_blocks(Document& document, std::size_t from, Release& release);

}  // namespace pressarkiv::text
