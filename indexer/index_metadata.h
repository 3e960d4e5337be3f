// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/columns/column_directory.h"
#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/schema/content_table.h"
#include "indexer/facet_labels.h"
#include "indexer/term_lists.h"

namespace pressarkiv {

/// Reads and writes what an index says about itself. All may throw Xapian::Error.
void write_index_version(Xapian::WritableDatabase& index);
void write_last_event(Xapian::WritableDatabase& index, EventNumber event);
EventNumber read_last_event(const Xapian::Database& index);
/// Whether the index was made of these readings, and so by the code that made them, and can show
/// their texts.
void write_readings_identity(Xapian::WritableDatabase& index, const ReadingStore& readings);
bool is_of_these_readings(const Xapian::Database& index, const ReadingStore& readings);
void write_term_lists(Xapian::WritableDatabase& index, TermLists lists);
TermLists read_term_lists(const Xapian::Database& index);
/// The blocks of the columns that belong to the index as it is; kCorrupt.
void write_columns(Xapian::WritableDatabase& index, const ColumnDirectory& directory);
Result<ColumnDirectory> read_columns(const Xapian::Database& index);
/// The content table (common/schema/content_table.h); kCorrupt.
Result<ContentTable> read_content_table(const Xapian::Database& index);
/// Writes the chunks that changed.
void write_content_table(Xapian::WritableDatabase& index, const ContentTable& table);
/// Writes the labels that are new or are spelt otherwise now.
void write_labels(Xapian::WritableDatabase& index, const FacetLabels& labels);
void restore_labels(const Xapian::Database& index, FacetLabels& labels);

}  // namespace pressarkiv
