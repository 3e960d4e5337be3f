// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_store.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "common/record/record_reader.h"
#include "common/record/record_schema.h"
#include "common/record/record_verifier.h"
#include "common/record/record_writer.h"
#include "common/record/source_store.h"
#include "common/record/sqlite.h"
#include "common/record/sqlite_reading.h"

namespace pressarkiv {

namespace fs = std::filesystem;

struct RecordStore::State {
  explicit State(sqlite::Database&& open_database)
      : database(std::move(open_database)), sources(database), reader(database, sources) {}

  sqlite::Database database;
  SourceStore sources;
  RecordReader reader;
  std::optional<RecordWriter> writer;  ///< Where open for writing.
  NewVersion last_put;
};

namespace {

constexpr std::size_t kMaxIdBytes = 4096;

/// Where SQLite's errors end: what `work` gives, or the error that it threw.
template <typename Work>
auto guarded(Work work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const sqlite::Failure& failure) {
    return failure.error();
  }
}

Error no_archive(const ArchiveLayout& layout) {
  const std::string root = layout.root.string();
  return {ErrorCode::kNotFound, root +
                                    ": no archive here; make one with: pressarkiv-index add "
                                    "--archive " +
                                    root + " FOLDER"};
}

Status find_record(const ArchiveLayout& layout) {
  struct stat file {};
  if (::stat(layout.record().c_str(), &file) == 0) return Done{};
  if (errno == ENOENT || errno == ENOTDIR) return no_archive(layout);
  return Error{ErrorCode::kIo, layout.record().string() + ": " + std::strerror(errno)};
}

sqlite::Database open_read_write(const ArchiveLayout& layout) {
  sqlite::Database database(layout.record(), sqlite::OpenMode::kReadWrite);
  const bool empty = record_kind(database, layout.record()) == RecordKind::kEmpty;
  database.run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;"
      "PRAGMA cell_size_check = ON; PRAGMA cache_size = -32768;"
      "PRAGMA journal_size_limit = 67108864");
  // The side files stay when the writer is done, the log emptied: readers in folders that they
  // cannot write need them to read beside a writer.
  int keep = 1;
  sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
  if (empty) make_record(database);
  return database;
}

Status check(const Arrival& arrival) {
  const auto invalid = [](const std::string& what) {
    return Error{ErrorCode::kInvalidArgument, what};
  };
  if (arrival.release_id.empty()) return invalid("a release without an id");
  if (arrival.release_id.size() > kMaxIdBytes) {
    return invalid("a release id of " + std::to_string(arrival.release_id.size()) +
                   " bytes; at most " + std::to_string(kMaxIdBytes) + " are kept");
  }
  for (const std::string_view text :
       {arrival.release_id, arrival.path, arrival.default_id, arrival.format, arrival.mapping}) {
    if (text.find('\0') != std::string_view::npos) {
      return invalid("a NUL byte in the release's id, path, format or mapping");
    }
  }
  const ByteRange range = arrival.range;
  if (range.begin > range.end || range.end > arrival.source_bytes.size()) {
    return invalid("bytes " + std::to_string(range.begin) + " to " + std::to_string(range.end) +
                   " lie outside the source");
  }
  return Done{};
}

Error not_for_writing() {
  return {ErrorCode::kInternal, "the record was opened for reading, not for writing"};
}

}  // namespace

RecordStore::RecordStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
RecordStore::RecordStore(RecordStore&&) noexcept = default;
RecordStore& RecordStore::operator=(RecordStore&&) noexcept = default;
RecordStore::~RecordStore() = default;

Result<RecordStore> RecordStore::open_for_writing(const ArchiveLayout& layout) {
  std::error_code error;
  fs::create_directories(layout.root, error);
  if (error) return Error{ErrorCode::kIo, layout.root.string() + ": " + error.message()};
  return guarded([&] {
    auto state = std::make_unique<State>(open_read_write(layout));
    state->writer.emplace(state->database, state->sources);
    return RecordStore(std::move(state));
  });
}

Result<RecordStore> RecordStore::open_for_reading(const ArchiveLayout& layout) {
  if (const Status found = find_record(layout); !found) return found.error();
  return guarded([&] {
    sqlite::Database database = sqlite::open_for_reading(layout.record());
    if (record_kind(database, layout.record()) == RecordKind::kEmpty) {
      throw sqlite::Failure(no_archive(layout));
    }
    return RecordStore(std::make_unique<State>(std::move(database)));
  });
}

Status RecordStore::begin() {
  if (!state_->writer) return not_for_writing();
  return guarded([&] { return state_->writer->begin(), Done{}; });
}

Status RecordStore::commit() {
  if (!state_->writer) return not_for_writing();
  return guarded([&] { return state_->writer->commit(), Done{}; });
}

Status RecordStore::rollback() {
  if (!state_->writer) return not_for_writing();
  return guarded([&] { return state_->writer->rollback(), Done{}; });
}

void RecordStore::begin_source(std::string_view source_bytes) {
  if (state_->writer) state_->writer->begin_source(source_bytes);
}

void RecordStore::end_source() {
  if (state_->writer) state_->writer->end_source();
}

Result<PutOutcome> RecordStore::put(const Arrival& arrival, std::string_view now) {
  state_->last_put = {};
  if (!state_->writer) return not_for_writing();
  if (const Status checked = check(arrival); !checked) return checked.error();
  return guarded([&] {
    const PutOutcome outcome = state_->writer->put(arrival, now);
    if (outcome != PutOutcome::kUnchanged) state_->last_put = state_->writer->newest();
    return outcome;
  });
}

const NewVersion& RecordStore::last_put() const { return state_->last_put; }

Result<EventNumber> RecordStore::last_event() const {
  return guarded([&] { return state_->reader.last_event(); });
}

Result<RecordCounts> RecordStore::counts() const {
  return guarded([&] { return state_->reader.counts(); });
}

Result<StoredVersion> RecordStore::current(std::string_view release_id) const {
  return guarded([&] { return state_->reader.current(release_id); });
}

Result<std::vector<StoredVersion>> RecordStore::versions(std::string_view release_id) const {
  return guarded([&] { return state_->reader.versions(release_id); });
}

Status RecordStore::each_current(EventNumber since,
                                 const std::function<bool(StoredVersion&&)>& visit) const {
  return guarded([&] { return state_->reader.each_current(since, visit), Done{}; });
}

Result<std::string> RecordStore::bytes_of(EventNumber event) const {
  return guarded([&] { return state_->reader.bytes_of(event); });
}

Result<std::uint64_t> RecordStore::count_changed(EventNumber since) const {
  return guarded([&] { return state_->reader.count_changed(since); });
}

Result<std::string> RecordStore::source(std::string_view source_digest) const {
  return guarded([&] { return state_->reader.source(source_digest); });
}

Result<std::uint64_t> RecordStore::verify(
    const std::function<void(const std::string&)>& report,
    const std::function<void(std::uint64_t, std::uint64_t)>& progress) const {
  return guarded(
      [&] { return RecordVerifier(state_->database, state_->sources, report, progress).run(); });
}

}  // namespace pressarkiv
