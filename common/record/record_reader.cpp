// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_reader.h"

#include "common/record/nearest_ids.h"

namespace pressarkiv {
namespace {

constexpr const char* kLastEvent = "SELECT max(number) FROM event";

// Two ways to the newest version of each release, in order of key: along the index of all
// versions without sorting, or from the new rows alone.
constexpr std::string_view kAllCurrent =
    "SELECT max(event) FROM version INDEXED BY version_of_release WHERE event > ?1 "
    "GROUP BY release ORDER BY release";
constexpr std::string_view kChangedCurrent =
    "SELECT max(event) FROM version NOT INDEXED WHERE event > ?1 "
    "GROUP BY release ORDER BY release";

constexpr std::string_view kCounts =
    "SELECT (SELECT count(*) FROM release), (SELECT count(*) FROM version), count(*), "
    "coalesce(sum(size), 0), coalesce(sum(stored), 0), "
    "(SELECT count(*) - count(DISTINCT digest) FROM version "
    " WHERE event IN (SELECT max(event) FROM version GROUP BY release)) FROM source";

Error incomplete(EventNumber event) {
  return {ErrorCode::kCorrupt, "the record of event " + std::to_string(event) +
                                   " is incomplete; see what else is with: pressarkiv-index "
                                   "verify, and restore record.db from a copy"};
}

}  // namespace

RecordReader::RecordReader(const sqlite::Database& database, SourceStore& sources)
    : database_(database), sources_(sources), table_(database) {}

EventNumber RecordReader::last_event() const {
  return static_cast<EventNumber>(database_.number(kLastEvent));
}

RecordCounts RecordReader::counts() const {
  const sqlite::Statement statement(database_, kCounts);
  sqlite::Query row(statement);
  RecordCounts counts;
  if (!row.next()) return counts;
  const auto count = [&row](int column) { return static_cast<std::uint64_t>(row.number(column)); };
  counts.releases = count(0);
  counts.versions = count(1);
  counts.sources = count(2);
  counts.source_bytes = count(3);
  counts.stored_bytes = count(4);
  counts.identical_releases = count(5);
  return counts;
}

std::vector<EventNumber> RecordReader::events_of(std::string_view release_id) const {
  const sqlite::Statement statement(
      database_,
      "SELECT v.event FROM release r JOIN version v ON v.release = r.key WHERE r.id = ?1 "
      "ORDER BY v.event");
  std::vector<EventNumber> events;
  sqlite::Query found(statement, release_id);
  while (found.next()) events.push_back(static_cast<EventNumber>(found.number(0)));
  if (events.empty()) {
    throw sqlite::Failure(Error{ErrorCode::kNotFound, not_found_message(database_, release_id)});
  }
  return events;
}

VersionRow RecordReader::row_of(EventNumber event) const {
  std::optional<VersionRow> row = table_.find(event);
  if (!row) throw sqlite::Failure(incomplete(event));
  return std::move(*row);
}

std::string RecordReader::bytes_at(const VersionRow& row) const {
  try {
    return sources_.read(row.source, row.range);
  } catch (const sqlite::Failure& failure) {
    if (failure.error().code != ErrorCode::kCorrupt) throw;
    throw sqlite::Failure(Error{ErrorCode::kCorrupt,
                                row.version.release_id + ": its kept bytes are damaged (" +
                                    failure.error().message + "); restore record.db from a copy"});
  }
}

StoredVersion RecordReader::load(EventNumber event) const {
  VersionRow row = row_of(event);
  row.version.bytes = bytes_at(row);
  return std::move(row.version);
}

std::string RecordReader::bytes_of(EventNumber event) const { return bytes_at(row_of(event)); }

StoredVersion RecordReader::current(std::string_view release_id) const {
  return load(events_of(release_id).back());
}

std::vector<StoredVersion> RecordReader::versions(std::string_view release_id) const {
  std::vector<StoredVersion> versions;
  for (const EventNumber event : events_of(release_id)) versions.push_back(load(event));
  return versions;
}

void RecordReader::each_current(EventNumber since,
                                const std::function<bool(StoredVersion&&)>& visit) const {
  const sqlite::Statement statement(database_, since == 0 ? kAllCurrent : kChangedCurrent);
  // While this query is under way, everything read belongs to one state of the record.
  sqlite::Query events(statement, static_cast<std::int64_t>(since));
  while (events.next()) {
    if (!visit(row_of(static_cast<EventNumber>(events.number(0))).version)) return;
  }
}

std::uint64_t RecordReader::count_changed(EventNumber since) const {
  const sqlite::Statement statement(
      database_, since == 0 ? "SELECT count(*) FROM release WHERE ?1 = 0"
                            : "SELECT count(DISTINCT release) FROM version WHERE event > ?1");
  sqlite::Query row(statement, static_cast<std::int64_t>(since));
  return row.next() ? static_cast<std::uint64_t>(row.number(0)) : 0;
}

std::string RecordReader::source(std::string_view source_digest) const {
  const std::optional<Digest> digest = Digest::from_hex(source_digest);
  if (!digest) {
    throw sqlite::Failure(Error{ErrorCode::kInvalidArgument, "'" + std::string(source_digest) +
                                                                 "' is no SHA-256: 64 "
                                                                 "hexadecimal digits are needed"});
  }
  const sqlite::Statement statement(database_,
                                    "SELECT id, size, first_piece FROM source WHERE digest = ?1");
  StoredSource place;
  {
    sqlite::Query row(statement, sqlite::Blob{digest->bytes()});
    if (!row.next()) {
      throw sqlite::Failure(
          Error{ErrorCode::kNotFound, "no source with SHA-256 " + digest->hex() + " was kept"});
    }
    place = {row.number(0), static_cast<std::uint64_t>(row.number(1)), row.number(2)};
  }
  return sources_.read(place, {0, static_cast<std::size_t>(place.size)});
}

}  // namespace pressarkiv
