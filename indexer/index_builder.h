// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/record/archive_layout.h"
#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/result.h"
#include "indexer/lexicon_writer.h"

namespace pressarkiv {

inline constexpr std::uint64_t kDefaultBuildMemory = std::uint64_t{512} << 20U;
inline constexpr std::uint64_t kLeastBuildMemory = std::uint64_t{192} << 20U;

struct IndexOptions {
  unsigned threads = 0;  ///< 0: as many as the machine has cores.
  /// What a bulk build may need, roughly; shards become smaller where releases are large. The
  /// words of the archive come on top (60 MB a million), and a release larger than all of it.
  std::uint64_t memory_bytes = kDefaultBuildMemory;
  bool reread = false;  ///< Build from the record's bytes, whatever was read.
  LexiconOptions lexicon;
  /// Called now and then from one thread at a time: (releases done, releases to do).
  std::function<void(std::uint64_t, std::uint64_t)> progress;
  /// Asked now and then; true ends the work early, leaving the old index in place.
  std::function<bool()> cancelled;
};

struct IndexReport {
  std::uint64_t indexed = 0;          ///< Releases written.
  bool rebuilt = false;               ///< A whole new generation was built and swapped in.
  std::vector<std::string> problems;  ///< Releases that the present readers could not read again.
};

/// Brings the index up to the record: small changes are written into the current generation, large
/// ones build a new generation beside it that is swapped in atomically, and so does the first
/// change of a release that is indexed already (term_lists.h). Interrupted at any point,
/// the index stays usable at an earlier event and the next call goes on from there.
/// The caller holds the ArchiveLock. Errors: kIo, kCorrupt (run rebuild), kIncompatible.
Result<IndexReport> catch_up_index(const ArchiveLayout& layout, const RecordStore& record,
                                   ReadingStore& readings, const IndexOptions& options);

/// Builds a new generation from the whole record and swaps it in.
Result<IndexReport> rebuild_index(const ArchiveLayout& layout, const RecordStore& record,
                                  ReadingStore& readings, const IndexOptions& options);

}  // namespace pressarkiv
