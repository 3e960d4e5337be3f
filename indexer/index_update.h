// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "common/record/archive_layout.h"
#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/result.h"
#include "indexer/index_builder.h"
#include "indexer/term_lists.h"

namespace pressarkiv {

/// Writes the releases that changed after event `since`, the index's last, into the generation in
/// place. Interrupted or failing, it leaves the index as it was. May throw
/// std::filesystem::filesystem_error and Xapian::Error, a FeatureUnavailableError where a release
/// of an index without term lists is to be changed.
Result<IndexReport> update_in_place(const GenerationLayout& generation, const RecordStore& record,
                                    ReadingStore& readings, const IndexOptions& options,
                                    EventNumber since, TermLists term_lists);

}  // namespace pressarkiv
