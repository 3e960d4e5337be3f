// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_metadata.h"

#include <charconv>
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
