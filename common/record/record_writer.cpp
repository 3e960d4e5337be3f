// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_writer.h"

#include "common/record/event_chain.h"

namespace pressarkiv {
namespace {

std::string_view own_bytes(const Arrival& arrival) {
  return arrival.source_bytes.substr(arrival.range.begin, arrival.range.size());
}

bool is_whole_source(const Arrival& arrival) {
  return arrival.range.size() == arrival.source_bytes.size();
}

// What the same place gave last: the versions of release ?1 that came from the newest source which
// path ?2 gave for it. Without this, two files that claim one id would bring two new versions
// whenever they are added again.
constexpr std::string_view kFindRepeated =
    "SELECT 1 FROM version v JOIN arrival a ON a.id = v.arrival "
    "WHERE v.release = ?1 AND v.digest = ?3 AND a.path = ?2 AND a.source = "
    "(SELECT b.source FROM version w JOIN arrival b ON b.id = w.arrival "
    " WHERE w.release = ?1 AND b.path = ?2 ORDER BY w.event DESC LIMIT 1)";

}  // namespace

RecordWriter::RecordWriter(const sqlite::Database& database, SourceStore& sources)
    : database_(database),
      sources_(sources),
      find_release_(database,
                    "SELECT v.release, v.number, v.digest FROM release r "
                    "JOIN version v ON v.release = r.key WHERE r.id = ?1 "
                    "ORDER BY v.event DESC LIMIT 1"),
      find_repeated_(database, kFindRepeated),
      add_release_(database, "INSERT INTO release(id) VALUES(?1)"),
      find_mapping_(database, "SELECT id FROM mapping WHERE json = ?1"),
      add_mapping_(database, "INSERT INTO mapping(json) VALUES(?1)"),
      add_arrival_(database,
                   "INSERT INTO arrival(source, path, default_id, format, mapping) "
                   "VALUES(?1, ?2, ?3, ?4, nullif(?5, 0))"),
      add_version_(database,
                   "INSERT INTO version(event, release, number, arrival, first_byte, "
                   "end_byte, digest) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      add_event_(database, "INSERT INTO event(number, at, kind, hash) VALUES(?1, ?2, ?3, ?4)"),
      find_chain_end_(database, "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1") {}

void RecordWriter::begin() {
  database_.run("BEGIN IMMEDIATE");
  failed_ = false;
  load_chain_end();
}

void RecordWriter::commit() {
  if (failed_) {
    rollback();
    throw sqlite::Failure(Error{ErrorCode::kIo,
                                "not committed: a release could not be kept "
                                "before; nothing committed is lost"});
  }
  database_.run("COMMIT");
}

void RecordWriter::rollback() {
  // SQLite has rolled back by itself where the disk was full.
  if (database_.in_transaction()) database_.run("ROLLBACK");
  failed_ = false;
  // Row numbers that were handed out since begin() are handed out again.
  last_arrival_ = {};
  held_.id = 0;
  sources_.forget_cached();
}

void RecordWriter::load_chain_end() {
  last_event_ = 0;
  last_hash_ = {};
  sqlite::Query found(find_chain_end_);
  if (!found.next()) return;
  last_event_ = static_cast<EventNumber>(found.number(0));
  const std::optional<Digest> hash = Digest::from_bytes(found.bytes(1));
  if (!hash) {
    throw sqlite::Failure(
        Error{ErrorCode::kCorrupt, "the last event has no hash; restore the record from a copy"});
  }
  last_hash_ = *hash;
}

PutOutcome RecordWriter::put(const Arrival& arrival, std::string_view now) {
  const bool alone = !database_.in_transaction();
  if (alone) begin();
  try {
    const PutOutcome outcome = put_in_transaction(arrival, now);
    if (alone) commit();
    return outcome;
  } catch (...) {
    failed_ = true;
    if (alone) rollback();
    throw;
  }
}

PutOutcome RecordWriter::put_in_transaction(const Arrival& arrival, std::string_view now) {
  KnownRelease release = find_release(arrival.release_id);
  const Digest own = own_digest(arrival);
  if (is_unchanged(release, arrival, own)) return PutOutcome::kUnchanged;
  const KeptSource source = keep_source(arrival.source_bytes);
  const bool added = release.key == 0;
  if (added) release.key = add_release(arrival.release_id);
  add_version(arrival, release, own, source, now);
  return added ? PutOutcome::kAdded : PutOutcome::kUpdated;
}

RecordWriter::KnownRelease RecordWriter::find_release(std::string_view id) const {
  sqlite::Query found(find_release_, id);
  if (!found.next()) return {};
  return {found.number(0), found.number(1), Digest::from_bytes(found.bytes(2))};
}

bool RecordWriter::is_unchanged(const KnownRelease& known, const Arrival& arrival,
                                const Digest& own) const {
  if (known.key == 0) return false;
  if (known.digest == own) return true;
  return sqlite::Query(find_repeated_, known.key, arrival.path, sqlite::Blob{own.bytes()}).next();
}

bool RecordWriter::is_held(std::string_view bytes) const {
  return !bytes.empty() && bytes.data() == held_.bytes.data() && bytes.size() == held_.bytes.size();
}

Digest RecordWriter::source_digest(std::string_view bytes) {
  if (!is_held(bytes)) return sha256(bytes);
  if (!held_.digest) held_.digest = sha256(bytes);
  return *held_.digest;
}

Digest RecordWriter::own_digest(const Arrival& arrival) {
  return is_whole_source(arrival) ? source_digest(arrival.source_bytes)
                                  : sha256(own_bytes(arrival));
}

RecordWriter::KeptSource RecordWriter::keep_source(std::string_view bytes) {
  const bool held = is_held(bytes);
  const Digest digest = source_digest(bytes);
  if (held && held_.id != 0) return {held_.id, digest};
  const std::int64_t id = sources_.keep(bytes, digest);
  if (held) held_.id = id;
  return {id, digest};
}

std::int64_t RecordWriter::mapping_row(std::string_view json) {
  if (json.empty()) return 0;
  {
    sqlite::Query found(find_mapping_, json);
    if (found.next()) return found.number(0);
  }
  sqlite::Query(add_mapping_, json).run();
  return database_.last_row();
}

std::int64_t RecordWriter::arrival_row(const Arrival& arrival, std::int64_t source) {
  LastArrival& last = last_arrival_;
  if (last.source == source && last.path == arrival.path && last.default_id == arrival.default_id &&
      last.format == arrival.format && last.mapping == arrival.mapping) {
    return last.id;
  }
  last.id = 0;
  const std::int64_t mapping = mapping_row(arrival.mapping);
  sqlite::Query(add_arrival_, source, arrival.path, arrival.default_id, arrival.format, mapping)
      .run();
  last = {database_.last_row(),        source,
          std::string(arrival.path),   std::string(arrival.default_id),
          std::string(arrival.format), std::string(arrival.mapping)};
  return last.id;
}

std::int64_t RecordWriter::add_release(std::string_view id) {
  sqlite::Query(add_release_, id).run();
  return database_.last_row();
}

void RecordWriter::add_version(const Arrival& arrival, const KnownRelease& release,
                               const Digest& own, const KeptSource& source, std::string_view now) {
  EventContent event;
  event.previous = last_hash_;
  event.number = last_event_ + 1;
  event.at = now;
  event.release_key = release.key;
  event.release_id = arrival.release_id;
  event.version = release.version + 1;
  event.digest = own;
  event.source_digest = source.digest;
  event.range = arrival.range;
  event.path = arrival.path;
  event.default_id = arrival.default_id;
  event.format = arrival.format;
  event.mapping = arrival.mapping;
  event_text(event, event_text_);
  const Digest hash = sha256(event_text_);

  const auto number = static_cast<std::int64_t>(event.number);
  sqlite::Query(add_event_, number, now, event.kind, sqlite::Blob{hash.bytes()}).run();
  sqlite::Query(add_version_, number, event.release_key, event.version,
                arrival_row(arrival, source.id), static_cast<std::int64_t>(arrival.range.begin),
                static_cast<std::int64_t>(arrival.range.end), sqlite::Blob{own.bytes()})
      .run();
  last_event_ = event.number;
  last_hash_ = hash;
  newest_ = {event.number, own.hex()};
}

}  // namespace pressarkiv
