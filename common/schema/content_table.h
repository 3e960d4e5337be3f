// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema/token_stream.h"

namespace pressarkiv {

/// What counts of one release when the archive is counted: trends, concordances, themes.
struct ContentEntry {
  std::uint32_t docid = 0;
  std::uint32_t date = 0;          ///< 20190514, 20190500, 20190000; 0 where not known.
  std::uint32_t words = 0;         ///< Of title, lead and body, repeated paragraphs left out.
  std::uint32_t all_words = 0;     ///< Of everything: repeated paragraphs and boilerplate too.
  std::uint32_t duplicate_of = 0;  ///< The docid of the release that this one repeats; 0: none.
  std::uint32_t first_range = 0;   ///< Its repeated paragraphs: rows of ContentTable::ranges.
  std::uint32_t range_count = 0;
  bool operator==(const ContentEntry&) const = default;
};

/// The content table of an index: which paragraphs are repeated and which releases are
/// near-duplicates, found once when the index is written (indexer/content_pass.h) and read whole
/// by whoever counts (about 10 bytes a release). Lies in the index's metadata, in chunks of
/// kDocidsPerChunk, so that it changes in one commit with the releases it describes.
struct ContentTable {
  std::vector<ContentEntry> entries;  ///< Every release, ascending by docid.
  std::vector<SectionRange> ranges;   ///< Stream positions, ascending inside an entry.
};

inline constexpr std::uint32_t kDocidsPerChunk = 4096;
/// The metadata key of the chunk that holds a docid: "content:000000" for 1–4095.
std::string content_key(std::uint32_t docid);

/// The entries [begin, end) of the table, which are all of one chunk.
std::string encode_content_chunk(const ContentTable& table, std::size_t begin, std::size_t end);
/// Appends a chunk; false where its bytes are damaged.
bool append_content_chunk(std::string_view encoded, ContentTable& table);

/// The entry of a docid; nullptr if there is none. O(log entries).
const ContentEntry* find_entry(const ContentTable& table, std::uint32_t docid);

}  // namespace pressarkiv
