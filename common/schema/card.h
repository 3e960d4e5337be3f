// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace pressarkiv {

/// What a list of hits shows of a release. Kept in a column of its own so that ten titles cost ten
/// small reads and not ten decompressed bodies.
struct Card {
  std::string id;
  std::string title;
  std::optional<PartialDate> date;
  std::string publisher;
  std::string kind;
  std::string url;
  /// The event of the record that brought this version: where its text lies in the readings.
  std::uint64_t event = 0;
  bool operator==(const Card&) const = default;
};

std::string encode_card(const Card& card);
/// Card::event alone.
std::uint64_t event_of_card(std::string_view encoded);
/// Damaged bytes decode to what could be read of them.
Card decode_card(std::string_view encoded);

}  // namespace pressarkiv
