// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/digest.h"
#include "common/record/record_store.h"
#include "common/record/source_store.h"
#include "common/record/sqlite.h"

namespace pressarkiv {

/// The writing half of RecordStore. Throws sqlite::Failure.
class RecordWriter {
 public:
  RecordWriter(const sqlite::Database& database, SourceStore& sources);

  void begin();
  void commit();
  void rollback();
  void begin_source(std::string_view bytes) { held_ = {bytes, std::nullopt, 0}; }
  void end_source() { held_ = {}; }
  PutOutcome put(const Arrival& arrival, std::string_view now);
  /// The version that was added last.
  const NewVersion& newest() const { return newest_; }

 private:
  /// A source that stays as it is while its releases are put.
  struct HeldSource {
    std::string_view bytes;
    std::optional<Digest> digest;
    std::int64_t id = 0;  ///< 0: not kept yet.
  };
  /// The row of the arrival before, which the releases of one source share.
  struct LastArrival {
    std::int64_t id = 0;
    std::int64_t source = 0;
    std::string path;
    std::string default_id;
    std::string format;
    std::string mapping;
  };
  struct KnownRelease {
    std::int64_t key = 0;      ///< 0: a release never seen before.
    std::int64_t version = 0;  ///< The current one.
    std::optional<Digest> digest;
  };
  struct KeptSource {
    std::int64_t id = 0;
    Digest digest;
  };

  KnownRelease find_release(std::string_view id) const;
  bool is_unchanged(const KnownRelease& known, const Arrival& arrival, const Digest& own) const;
  bool is_held(std::string_view bytes) const;
  Digest source_digest(std::string_view bytes);
  Digest own_digest(const Arrival& arrival);
  KeptSource keep_source(std::string_view bytes);
  std::int64_t arrival_row(const Arrival& arrival, std::int64_t source);
  std::int64_t mapping_row(std::string_view json);
  std::int64_t add_release(std::string_view id);
  void add_version(const Arrival& arrival, const KnownRelease& release, const Digest& own,
                   const KeptSource& source, std::string_view now);
  PutOutcome put_in_transaction(const Arrival& arrival, std::string_view now);
  void load_chain_end();

  const sqlite::Database& database_;
  SourceStore& sources_;
  sqlite::Statement find_release_;
  sqlite::Statement find_repeated_;
  sqlite::Statement add_release_;
  sqlite::Statement find_mapping_;
  sqlite::Statement add_mapping_;
  sqlite::Statement add_arrival_;
  sqlite::Statement add_version_;
  sqlite::Statement add_event_;
  sqlite::Statement find_chain_end_;
  HeldSource held_;
  LastArrival last_arrival_;
  EventNumber last_event_ = 0;
  Digest last_hash_;
  NewVersion newest_;
  std::string event_text_;
  bool failed_ = false;  ///< A put() stopped half-way: this transaction must not be committed.
};

}  // namespace pressarkiv
