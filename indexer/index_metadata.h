// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/record/record_store.h"
#include "indexer/facet_labels.h"
#include "indexer/term_lists.h"

namespace pressarkiv {

/// Reads and writes what an index says about itself. All may throw Xapian::Error.
void write_index_version(Xapian::WritableDatabase& index);
void write_last_event(Xapian::WritableDatabase& index, EventNumber event);
EventNumber read_last_event(const Xapian::Database& index);
/// Whether the facts in the index are those that this program's extractor would find.
bool is_of_this_extractor(const Xapian::Database& index);
void write_term_lists(Xapian::WritableDatabase& index, TermLists lists);
TermLists read_term_lists(const Xapian::Database& index);
/// Writes the labels that are new or are spelt otherwise now.
void write_labels(Xapian::WritableDatabase& index, const FacetLabels& labels);
void restore_labels(const Xapian::Database& index, FacetLabels& labels);

}  // namespace pressarkiv
