// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_verifier.h"

#include "common/record/event_chain.h"

namespace pressarkiv {
namespace {

constexpr std::uint64_t kProgressEvery = 64;
constexpr std::string_view kRestore = "; restore record.db from a copy";

EventContent content_of(const VersionRow& row, const Digest& previous, std::string_view kind) {
  EventContent event;
  event.previous = previous;
  event.number = row.version.event;
  event.at = row.version.received_at;
  event.kind = kind;
  event.release_key = row.version.key;
  event.release_id = row.version.release_id;
  event.version = row.version.version;
  event.digest = Digest::from_hex(row.version.digest).value_or(Digest{});
  event.source_digest = Digest::from_hex(row.version.source_digest).value_or(Digest{});
  event.range = row.range;
  event.path = row.version.path;
  event.default_id = row.version.default_id;
  event.format = row.version.format;
  event.mapping = row.version.mapping;
  return event;
}

std::string missing_events(EventNumber first, EventNumber next) {
  if (first + 1 == next) return "event " + std::to_string(first) + " is missing";
  return "events " + std::to_string(first) + " to " + std::to_string(next - 1) + " are missing";
}

}  // namespace

RecordVerifier::RecordVerifier(const sqlite::Database& database, SourceStore& sources,
                               const Report& report, const Progress& progress)
    : database_(database),
      sources_(sources),
      report_(report),
      progress_(progress),
      table_(database) {}

void RecordVerifier::report(const std::string& problem) {
  ++problems_;
  if (report_) report_(problem);
}

void RecordVerifier::step() {
  ++done_;
  if (progress_ && (done_ % kProgressEvery == 0 || done_ == total_)) progress_(done_, total_);
}

std::uint64_t RecordVerifier::run() {
  for (void (RecordVerifier::*part)() :
       {&RecordVerifier::check_structure, &RecordVerifier::check_sources,
        &RecordVerifier::check_events, &RecordVerifier::check_rows}) {
    try {
      (this->*part)();
    } catch (const sqlite::Failure& failure) {
      if (failure.error().code != ErrorCode::kCorrupt) throw;
      report(failure.error().message);  // The other parts may still be whole.
    }
  }
  return problems_;
}

void RecordVerifier::check_structure() {
  total_ = static_cast<std::uint64_t>(
      database_.number("SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM event)"));
  const sqlite::Statement statement(database_, "PRAGMA integrity_check(20)");
  sqlite::Query row(statement);
  while (row.next()) {
    if (row.bytes(0) != "ok") {
      std::string text(row.bytes(0));
      for (char& byte : text) {
        if (byte == '\n') byte = ' ';
      }
      report("the database file is damaged: " + text + std::string(kRestore));
    }
  }
}

void RecordVerifier::check_sources() {
  const sqlite::Statement statement(database_,
                                    "SELECT id, size, first_piece, digest FROM source ORDER BY id");
  sqlite::Query row(statement);
  while (row.next()) {
    check_source({row.number(0), static_cast<std::uint64_t>(row.number(1)), row.number(2)},
                 row.bytes(3));
    step();
  }
}

void RecordVerifier::check_source(const StoredSource& source, std::string_view stored_digest) {
  const std::optional<Digest> digest = Digest::from_bytes(stored_digest);
  const std::string name = "source " + (digest ? digest->hex() : std::to_string(source.id));
  try {
    Sha256 hash;
    sources_.each_piece(source, [&hash](std::string_view bytes) { hash.add(bytes); });
    if (digest && hash.finish() == *digest) return;
    report(name + ": its bytes are not those that were received" + std::string(kRestore));
  } catch (const sqlite::Failure& failure) {
    if (failure.error().code != ErrorCode::kCorrupt) throw;
    report(name + ": " + failure.error().message + std::string(kRestore));
  }
}

void RecordVerifier::check_version(const VersionRow& row) {
  const StoredVersion& version = row.version;
  const std::string name =
      "release '" + version.release_id + "' version " + std::to_string(version.version);
  try {
    if (row.range.begin == 0 && row.range.end == row.source.size) {
      // The source's own digest was checked already.
      if (version.digest == version.source_digest) return;
    } else if (sha256(sources_.read(row.source, row.range)).hex() == version.digest) {
      return;
    }
    report(name + ": its bytes do not match its digest" + std::string(kRestore));
  } catch (const sqlite::Failure& failure) {
    if (failure.error().code != ErrorCode::kCorrupt) throw;
    report(name + ": " + failure.error().message + std::string(kRestore));
  }
}

void RecordVerifier::check_events() {
  const sqlite::Statement statement(database_,
                                    "SELECT number, kind, hash FROM event ORDER BY number");
  sqlite::Query events(statement);
  EventNumber expected = 1;
  Digest previous;
  std::string text;
  for (; events.next(); ++expected, step()) {
    const auto number = static_cast<EventNumber>(events.number(0));
    const std::optional<Digest> hash = Digest::from_bytes(events.bytes(2));
    const std::optional<VersionRow> row = table_.find(number);
    const bool gap = number != expected;
    if (gap) report(missing_events(expected, number) + std::string(kRestore));
    if (!row) {
      report("event " + std::to_string(number) + ": what it brought is missing" +
             std::string(kRestore));
    } else {
      check_version(*row);
      event_text(content_of(*row, previous, events.bytes(1)), text);
      // After a gap the hash before is unknown, and the gap was reported.
      if (!gap && (!hash || sha256(text) != *hash)) {
        report("event " + std::to_string(number) + " (release '" + row->version.release_id +
               "') was changed after it was written" + std::string(kRestore));
      }
    }
    previous = hash.value_or(Digest{});
    expected = number;
  }
}

void RecordVerifier::check_rows() {
  report_rows("SELECT event FROM version WHERE event NOT IN (SELECT number FROM event) ORDER BY 1",
              "a version has lost its event ", "");
  report_rows("SELECT id FROM release WHERE key NOT IN (SELECT release FROM version) ORDER BY key",
              "release '", "' has no versions");
  report_rows(
      "SELECT r.id FROM version v JOIN release r ON r.key = v.release GROUP BY v.release "
      "HAVING min(v.number) <> 1 OR max(v.number) <> count(*) ORDER BY v.release",
      "release '", "' has lost a version");
}

void RecordVerifier::report_rows(const char* sql, const std::string& before,
                                 const std::string& after) {
  const sqlite::Statement statement(database_, sql);
  sqlite::Query row(statement);
  while (row.next()) {
    std::string problem = before;
    problem.append(row.bytes(0)).append(after).append(kRestore);
    report(problem);
  }
}

}  // namespace pressarkiv
