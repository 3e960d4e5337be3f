// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/result.h"
#include "indexer/readers/reader.h"

namespace pressarkiv {

struct IngestOptions {
  ReadOptions read;
  std::string mapping_text;  ///< The mapping file that `read.mapping` came from; kept with sources.
  /// Not walked into where it lies among the sources; large sources are put aside there.
  std::string archive_folder;
  unsigned threads = 0;              ///< Readers at work; 0: as many as the machine has cores.
  std::function<std::string()> now;  ///< UTC, ISO 8601; libraries do not read the clock.
  /// Called now and then: (sources taken, releases taken).
  std::function<void(std::uint64_t, std::uint64_t)> progress;
  /// Asked now and then; true ends the work after what is under way was committed.
  std::function<bool()> cancelled;
  /// Told of each source or release that was refused, in one line that names it.
  std::function<void(const std::string&)> refused;
  /// Told of what was odd in a release that was taken: (path, release id, note).
  std::function<void(const std::string&, const std::string&, const std::string&)> noted;
};

/// What became of what was found.
struct IngestReport {
  std::uint64_t sources = 0;  ///< Files read, standard input included.
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t refused = 0;                       ///< Sources and releases that could not be read.
  std::map<std::string, std::uint64_t> formats;    ///< Releases by format.
  std::map<std::string, std::uint64_t> encodings;  ///< Releases by encoding other than UTF-8.
  std::map<std::string, std::uint64_t> notes;      ///< Releases by what was odd in them.
  bool interrupted = false;

  std::uint64_t releases() const { return added + updated + unchanged; }
};

/// Takes the releases of all files under `paths` into the record: files are read by several
/// threads at once and kept in the order in which they were found, so that two runs over the same
/// files give the same record. What is new is extracted from at once, by as many threads, and its
/// reading kept in `readings`. Everything taken is committed every few thousand releases and at
/// the end; killed in between, the next run goes on. A file that cannot be read never stops the
/// others. Memory does not grow with the sources: large ones are put aside in the archive's folder
/// while they are read (source_content.h).
/// The caller holds the ArchiveLock. Errors: kIo, kCorrupt of the record or the readings.
Result<IngestReport> ingest(const std::vector<std::string>& paths, RecordStore& record,
                            ReadingStore& readings, std::istream& standard_input,
                            const IngestOptions& options);

}  // namespace pressarkiv
