// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/record/record_store.h"
#include "common/result.h"

namespace pressarkiv {

/// One version of a release as it was read, and what was concluded from it.
struct StoredReading {
  std::string release;  ///< encode_release() (common/schema/stored_release.h)
  std::string facts;    ///< encode_facts() (common/schema/stored_facts.h)
  bool operator==(const StoredReading&) const = default;
};

/// The readings of an archive: what reading and extraction made of the record, kept so that
/// building an index need not do both again, and so that search shows their texts
/// (reading_texts.h): an index holds none. Derived, never the only copy of anything; where the file
/// is deleted the next `add` or `rebuild` fills it again.
///
/// One SQLite file (WAL). A reading is given back only to the very version that it was made of, by
/// the same code, with every byte as it was written: each is sealed with a SHA-256 over both.
/// Readings of other code stay beside as long as an index may show them.
/// Format: common/record/FORMAT.md. Writers must hold the ArchiveLock. One object a thread.
/// Errors: kIo, kCorrupt, kIncompatible; the message says that the file may be deleted.
class ReadingStore {
 public:
  /// `maker` names the code that reads and extracts. Makes the file where missing.
  static Result<ReadingStore> open(const ArchiveLayout& layout, std::string_view maker);

  ReadingStore(ReadingStore&&) noexcept;
  ReadingStore& operator=(ReadingStore&&) noexcept;
  ~ReadingStore();

  /// What an index notes that shows texts of these readings: the same as long as they are there.
  const std::string& identity() const;

  /// The reading of the version that `event` brought, whose own bytes have this digest (64
  /// hexadecimal digits); nullopt where there is none or it is damaged.
  Result<std::optional<StoredReading>> find(EventNumber event, std::string_view digest) const;
  /// Keeps it, in place of an older one; durable with the next commit(), without which it is lost.
  Status keep(EventNumber event, std::string_view digest, const StoredReading& reading);
  /// Makes durable what was kept.
  Status commit();

  /// Drops the readings of other code: for when no index shows them any more.
  Status drop_others();

  /// How many there are of this code.
  Result<std::uint64_t> count() const;

 private:
  struct State;
  explicit ReadingStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
