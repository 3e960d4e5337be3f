// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/record/archive_layout.h"
#include "common/result.h"

namespace pressarkiv {

/// Identity of a release inside one archive: 1, 2, 3 … in order of first arrival, never reused.
/// Also the docid of the release in every index derived from this record.
using ReleaseKey = std::uint32_t;
/// Position in the event log: 1, 2, 3 … without gaps. 0 is "before everything".
using EventNumber = std::uint64_t;

/// What arrived: the bytes of one source as received, and where in them one release stands.
struct Arrival {
  std::string_view release_id;
  std::string_view source_bytes;  ///< The whole source, exactly as received.
  ByteRange range;                ///< The release's own bytes inside `source_bytes`.
  std::string_view path;          ///< Where it came from, as named by the user.
  std::string_view default_id;    ///< What the reader was given to name releases without an id.
  std::string_view format;        ///< "text", "markdown", "jsonl": the reader that understood it.
  std::string_view mapping;       ///< Field mapping (JSON) that the reader used; mostly empty.
};

enum class PutOutcome { kAdded, kUpdated, kUnchanged };

/// A version that put() brought.
struct NewVersion {
  EventNumber event = 0;  ///< 0: none.
  std::string digest;     ///< SHA-256 (hex) of the release's own bytes.
};

/// The version of a release that counts now, with what is needed to read it again.
struct StoredVersion {
  ReleaseKey key = 0;
  std::string release_id;
  unsigned version = 0;       ///< 1, 2, 3 …
  EventNumber event = 0;      ///< The event that brought it.
  std::string received_at;    ///< UTC, ISO 8601 with seconds and Z.
  std::string digest;         ///< SHA-256 (hex) of the release's own bytes.
  std::string source_digest;  ///< SHA-256 (hex) of the whole source.
  std::string path;
  std::string default_id;
  std::string format;
  std::string mapping;
  std::string bytes;  ///< The release's own bytes as received.
};

struct RecordCounts {
  std::uint64_t releases = 0;
  std::uint64_t versions = 0;
  std::uint64_t sources = 0;
  std::uint64_t source_bytes = 0;        ///< As received.
  std::uint64_t stored_bytes = 0;        ///< After compression.
  std::uint64_t identical_releases = 0;  ///< Releases whose bytes equal those of an earlier id.
};

/// The record: every source byte for byte, every version of every release, and an append-only,
/// hash-chained log of events. Nothing in it is ever changed or deleted by adding.
///
/// One SQLite file (WAL, synchronous=FULL at commit). Format: common/record/FORMAT.md.
/// Writers must hold the ArchiveLock. Not thread-safe: one object a thread.
/// Errors: kNotFound (no archive), kIncompatible (written by a newer version), kCorrupt, kIo.
class RecordStore {
 public:
  /// Opens for writing; makes folder and file where missing.
  static Result<RecordStore> open_for_writing(const ArchiveLayout& layout);
  /// Opens read-only; works in folders that cannot be written. Shows the record as it stood when
  /// it was opened, whatever a writer adds meanwhile.
  static Result<RecordStore> open_for_reading(const ArchiveLayout& layout);

  RecordStore(RecordStore&&) noexcept;
  RecordStore& operator=(RecordStore&&) noexcept;
  ~RecordStore();

  /// Everything between begin() and commit() becomes durable together or not at all.
  Status begin();
  Status commit();
  Status rollback();

  /// Takes one release in. Same id and same bytes: kUnchanged, nothing is written. So are bytes
  /// that the same path gave for this id when it last brought anything for it: two files (or two
  /// lines of one) that claim the same id are two versions once, not again at every run. `now` is
  /// UTC, ISO 8601 (libraries do not read the clock). Outside begin() and commit() a transaction
  /// of its own. kInvalidArgument: an empty id, one above 4096 bytes, a NUL byte in a name, a range
  /// outside the source; the transaction goes on. After another error it can only be rolled back.
  Result<PutOutcome> put(const Arrival& arrival, std::string_view now);
  /// What the last put() brought; event 0 where it was kUnchanged or failed.
  const NewVersion& last_put() const;

  /// A promise that these bytes stay as they are until end_source(): put() calls with this very
  /// view (same address, same size) then hash and store the source once, and not for each of its
  /// releases. Optional; put() is right without it, but reads the whole source every time.
  void begin_source(std::string_view source_bytes);
  void end_source();

  Result<EventNumber> last_event() const;
  Result<RecordCounts> counts() const;

  /// The current version of a release; kNotFound with the nearest ids in the message otherwise.
  Result<StoredVersion> current(std::string_view release_id) const;
  /// All versions, oldest first.
  Result<std::vector<StoredVersion>> versions(std::string_view release_id) const;
  /// Calls `visit` for the current version of each release that changed after `since`, in order
  /// of key, until it returns false; `bytes` is left empty: bytes_of() gives them.
  Status each_current(EventNumber since, const std::function<bool(StoredVersion&&)>& visit) const;
  /// The own bytes of the version that an event brought.
  Result<std::string> bytes_of(EventNumber event) const;
  /// How many releases each_current(since) would visit.
  Result<std::uint64_t> count_changed(EventNumber since) const;
  /// The whole source (as received) that a digest names.
  Result<std::string> source(std::string_view source_digest) const;

  /// Checks SQLite's own structure, every source against its digest, every version's range and
  /// digest, and the chain of events. Each problem found is given to `report`; the number is
  /// returned. `progress(done, total)` is called now and then.
  Result<std::uint64_t> verify(
      const std::function<void(const std::string&)>& report,
      const std::function<void(std::uint64_t, std::uint64_t)>& progress) const;

 private:
  struct State;
  explicit RecordStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
