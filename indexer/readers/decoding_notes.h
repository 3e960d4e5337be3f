// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/encoding.h"

namespace pressarkiv {

/// Adds to ReadRelease::notes what was odd in how a text was spelt.
inline void note_decoding(const DecodedText& decoded, std::vector<std::string>& notes) {
  if (decoded.encoding != Encoding::kUtf8) notes.emplace_back(encoding_name(decoded.encoding));
  if (decoded.composed) notes.emplace_back("characters composed (NFC)");
  if (decoded.lossy) notes.emplace_back("bytes that are no text were replaced or left out");
}

}  // namespace pressarkiv
