// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/byte_range.h"
#include "common/digest.h"

namespace pressarkiv {

inline constexpr std::string_view kVersionEvent = "version";

/// All that an event says, as it goes into its hash.
struct EventContent {
  Digest previous;  ///< Hash of the event before; all zero for the first.
  std::uint64_t number = 0;
  std::string_view at;
  std::string_view kind = kVersionEvent;
  std::int64_t release_key = 0;
  std::string_view release_id;
  std::int64_t version = 0;
  Digest digest;
  Digest source_digest;
  ByteRange range;
  std::string_view path;
  std::string_view default_id;
  std::string_view format;
  std::string_view mapping;
};

/// The text whose SHA-256 is the event's hash: a line a fact (common/record/FORMAT.md), the last
/// one closed too. Replaces what `out` held; its room is used again.
void event_text(const EventContent& event, std::string& out);

}  // namespace pressarkiv
