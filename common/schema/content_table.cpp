// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/content_table.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/codec.h"
#include "common/schema/fields.h"

namespace pressarkiv {

std::string content_key(std::uint32_t docid) {
  std::array<char, 16> number{};
  std::snprintf(number.data(), number.size(), "%06x", docid / kDocidsPerChunk);
  return std::string(meta::kContent) + number.data();
}

std::string encode_content_chunk(const ContentTable& table, std::size_t begin, std::size_t end) {
  std::string out;
  ByteWriter writer(out);
  std::uint32_t before = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const ContentEntry& entry = table.entries[i];
    writer.number(entry.docid - before);
    before = entry.docid;
    writer.number(entry.date);
    writer.number(entry.words);
    writer.number(entry.all_words);
    writer.number(entry.duplicate_of);
    writer.number(entry.range_count);
    for (std::uint32_t row = 0; row < entry.range_count; ++row) {
      const SectionRange& range = table.ranges[entry.first_range + row];
      writer.number(range.begin);
      writer.number(range.end - range.begin);
    }
  }
  return out;
}

bool append_content_chunk(std::string_view encoded, ContentTable& table) {
  ByteReader reader(encoded);
  const auto next = [&reader] { return static_cast<std::uint32_t>(reader.number()); };
  std::uint32_t docid = 0;
  while (!reader.rest().empty() && reader.ok()) {
    ContentEntry entry;
    docid += next();
    entry.docid = docid;
    entry.date = next();
    entry.words = next();
    entry.all_words = next();
    entry.duplicate_of = next();
    entry.range_count = next();
    entry.first_range = static_cast<std::uint32_t>(table.ranges.size());
    for (std::uint32_t row = 0; row < entry.range_count && reader.ok(); ++row) {
      SectionRange range;
      range.begin = next();
      range.end = range.begin + next();
      table.ranges.push_back(range);
    }
    if (reader.ok()) table.entries.push_back(entry);
  }
  return reader.ok();
}

const ContentEntry* find_entry(const ContentTable& table, std::uint32_t docid) {
  const auto found = std::lower_bound(
      table.entries.begin(), table.entries.end(), docid,
      [](const ContentEntry& entry, std::uint32_t wanted) { return entry.docid < wanted; });
  return found != table.entries.end() && found->docid == docid ? &*found : nullptr;
}

}  // namespace pressarkiv
