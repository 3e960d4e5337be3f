// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_metadata.h"

#include <charconv>
#include <set>
#include <string>

#include "common/schema/fields.h"
#include "common/text/analyzer.h"

namespace pressarkiv {

void write_index_version(Xapian::WritableDatabase& index) {
  index.set_metadata(std::string(meta::kSchema), std::to_string(kSchemaVersion));
  index.set_metadata(std::string(meta::kAnalyzer), Analyzer::fingerprint());
}

void write_last_event(Xapian::WritableDatabase& index, EventNumber event) {
  index.set_metadata(std::string(meta::kLastEvent), std::to_string(event));
}

void write_readings_identity(Xapian::WritableDatabase& index, const ReadingStore& readings) {
  index.set_metadata(std::string(meta::kReadings), readings.identity());
}

bool is_of_these_readings(const Xapian::Database& index, const ReadingStore& readings) {
  return index.get_metadata(std::string(meta::kReadings)) == readings.identity();
}

void write_term_lists(Xapian::WritableDatabase& index, TermLists lists) {
  index.set_metadata(std::string(meta::kTermLists), lists == TermLists::kWritten ? "1" : "");
}

TermLists read_term_lists(const Xapian::Database& index) {
  return index.get_metadata(std::string(meta::kTermLists)).empty() ? TermLists::kLeftOut
                                                                   : TermLists::kWritten;
}

void write_columns(Xapian::WritableDatabase& index, const ColumnDirectory& directory) {
  index.set_metadata(std::string(meta::kColumns), encode_directory(directory));
}

Result<ColumnDirectory> read_columns(const Xapian::Database& index) {
  if (auto directory = decode_directory(index.get_metadata(std::string(meta::kColumns)))) {
    return *std::move(directory);
  }
  return Error{
      ErrorCode::kCorrupt,
      "the list of the index's columns is damaged; mend it with: pressarkiv-index rebuild"};
}

Result<ContentTable> read_content_table(const Xapian::Database& index) {
  ContentTable table;
  table.entries.reserve(index.get_doccount());
  const std::string start(meta::kContent);
  const auto end = index.metadata_keys_end(start);
  for (auto key = index.metadata_keys_begin(start); key != end; ++key) {
    if (append_content_chunk(index.get_metadata(*key), table)) continue;
    return Error{ErrorCode::kCorrupt, "the content table of the index (" + *key +
                                          ") is damaged; mend it with: pressarkiv-index rebuild"};
  }
  return table;
}

void write_content_table(Xapian::WritableDatabase& index, const ContentTable& table) {
  std::set<std::string> old_keys;
  const std::string start(meta::kContent);
  const auto keys_end = index.metadata_keys_end(start);
  for (auto key = index.metadata_keys_begin(start); key != keys_end; ++key) old_keys.insert(*key);
  for (std::size_t begin = 0; begin < table.entries.size();) {
    const std::uint32_t chunk_number = table.entries[begin].docid / kDocidsPerChunk;
    std::size_t end = begin;
    while (end < table.entries.size() &&
           table.entries[end].docid / kDocidsPerChunk == chunk_number) {
      ++end;
    }
    const std::string key = content_key(table.entries[begin].docid);
    const std::string chunk = encode_content_chunk(table, begin, end);
    if (index.get_metadata(key) != chunk) index.set_metadata(key, chunk);
    old_keys.erase(key);
    begin = end;
  }
  for (const std::string& key : old_keys) index.set_metadata(key, "");
}

EventNumber read_last_event(const Xapian::Database& index) {
  const std::string text = index.get_metadata(std::string(meta::kLastEvent));
  EventNumber event = 0;
  std::from_chars(text.data(), text.data() + text.size(), event);
  return event;
}

void write_labels(Xapian::WritableDatabase& index, const FacetLabels& labels) {
  for (const FacetName& name : kFacetNames) {
    for (const FacetLabels::Entry& entry : labels.entries(name.facet)) {
      const std::string key = label_key(name.facet, entry.id);
      if (index.get_metadata(key) != entry.label) index.set_metadata(key, entry.label);
    }
  }
}

void restore_labels(const Xapian::Database& index, FacetLabels& labels) {
  for (const FacetName& name : kFacetNames) {
    const std::string start =
        std::string(meta::kLabel) + std::to_string(static_cast<int>(name.facet)) + ":";
    for (auto key = index.metadata_keys_begin(start); key != index.metadata_keys_end(start);
         ++key) {
      FacetId id = 0;
      const std::string digits = (*key).substr(start.size());
      std::from_chars(digits.data(), digits.data() + digits.size(), id, 16);
      const std::string label = index.get_metadata(*key);
      const auto uses = index.get_termfreq(facet_term(name.facet, label));
      labels.restore(name.facet, id, label, uses);
    }
  }
}

}  // namespace pressarkiv
