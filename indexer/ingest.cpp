// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ingest.h"

#include <deque>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_set>
#include <utility>

#include "indexer/new_readings.h"
#include "indexer/reading_pool.h"
#include "indexer/source_content.h"
#include "indexer/source_walker.h"

namespace pressarkiv {
namespace {

constexpr std::uint64_t kCommitReleases = 4096;
constexpr std::uint64_t kCommitBytes = 64U << 20U;
constexpr std::uint64_t kPendingBytes = 32U << 20U;  // Read but not yet taken.
constexpr std::size_t kPendingSources = 256;
constexpr std::uint64_t kProgressEvery = 64;

class Ingest {
 public:
  Ingest(RecordStore& record, ReadingStore& readings, std::istream& standard_input,
         const IngestOptions& options)
      : record_(record),
        standard_input_(standard_input),
        options_(options),
        readings_(readings, options.threads),
        pool_(options.threads, options.read) {}

  Result<IngestReport> run(const std::vector<std::string>& paths) {
    if (const Status begun = record_.begin(); !begun) return begun.error();
    walk_sources(
        paths, [this](Result<SourceFile> source) { take(std::move(source)); },
        options_.archive_folder);
    while (!failure_ && !pending_.empty()) finish_oldest();
    if (!failure_) keep(record_.commit());
    if (!failure_) keep(readings_.finish());
    if (failure_) {
      (void)record_.rollback();
      return *failure_;
    }
    report_.interrupted = cancelled();
    return std::move(report_);
  }

 private:
  bool cancelled() const { return options_.cancelled && options_.cancelled(); }

  void keep(const Status& status) {
    if (!status && !failure_) failure_ = status.error();
  }

  void refuse(const std::string& message) {
    ++report_.refused;
    if (options_.refused) options_.refused(message);
  }

  /// One file found by the walk: its bytes go to the pool.
  void take(Result<SourceFile> source) {
    if (failure_ || cancelled()) return;
    if (!source) return refuse(source.error().message);
    Result<SourceContent> content =
        SourceContent::read(*source, standard_input_, options_.archive_folder);
    if (cancelled()) return;  // It may have ended in the middle.
    if (!content) return refuse(content.error().message);
    pending_bytes_ += content->bytes().size();
    pending_.push_back(pool_.read(std::move(*source), std::move(*content)));
    while (!failure_ && (pending_.size() > kPendingSources || pending_bytes_ > kPendingBytes) &&
           !pending_.empty()) {
      finish_oldest();
    }
  }

  /// Takes the releases of the source that was found first into the record.
  void finish_oldest() {
    const std::shared_ptr<SourceInReading> source = std::move(pending_.front());
    pending_.pop_front();
    pending_bytes_ -= source->bytes().size();
    record_.begin_source(source->bytes());
    while (!failure_ && !cancelled()) {
      std::optional<Result<ReadRelease>> release = source->next();
      if (!release) {
        ++report_.sources;
        break;
      }
      if (!*release) {
        refuse(release->error().message);
      } else {
        put(*source, std::move(**release));
      }
      show_progress();
      if (uncommitted_releases_ >= kCommitReleases) commit();
    }
    record_.end_source();
    uncommitted_bytes_ += source->bytes().size();
    if (uncommitted_bytes_ >= kCommitBytes) commit();
  }

  void put(const SourceInReading& source, ReadRelease&& found) {
    const Arrival arrival{
        found.release.id,     source.bytes(),           found.raw,
        source.file().path,   source.file().default_id, found.release.source_format,
        options_.mapping_text};
    const Result<PutOutcome> outcome = record_.put(arrival, options_.now());
    if (!outcome) {
      if (outcome.error().code == ErrorCode::kInvalidArgument) {
        return refuse(source.file().path + ": " + outcome.error().message);
      }
      failure_ = outcome.error();
      return;
    }
    ++uncommitted_releases_;
    count(*outcome, source, found);
    if (*outcome != PutOutcome::kUnchanged) {
      keep(readings_.add(record_.last_put(), std::move(found.release)));
    }
  }

  void count(PutOutcome outcome, const SourceInReading& source, const ReadRelease& found) {
    const bool seen_before = !seen_.insert(found.release.id).second;
    switch (outcome) {
      case PutOutcome::kAdded:
        ++report_.added;
        break;
      case PutOutcome::kUpdated:
        ++report_.updated;
        if (seen_before)
          note(source, found,
               "another release of this run has the same id; both "
               "are kept, as versions");
        break;
      case PutOutcome::kUnchanged:
        ++report_.unchanged;
        break;
    }
    ++report_.formats[found.release.source_format];
    if (found.encoding != Encoding::kUtf8) {
      ++report_.encodings[std::string(encoding_name(found.encoding))];
    }
    for (const std::string& text : found.notes) note(source, found, text);
  }

  void note(const SourceInReading& source, const ReadRelease& found, const std::string& text) {
    ++report_.notes[text];
    if (options_.noted) options_.noted(source.file().path, found.release.id, text);
  }

  void show_progress() {
    const std::uint64_t steps = (report_.sources + report_.releases()) / kProgressEvery;
    if (!options_.progress || steps == shown_steps_) return;
    shown_steps_ = steps;
    options_.progress(report_.sources, report_.releases());
  }

  void commit() {
    keep(readings_.commit());
    if (!failure_) keep(record_.commit());
    if (!failure_) keep(record_.begin());
    uncommitted_releases_ = 0;
    uncommitted_bytes_ = 0;
  }

  RecordStore& record_;
  std::istream& standard_input_;
  const IngestOptions& options_;
  NewReadings readings_;
  ReadingPool pool_;
  std::deque<std::shared_ptr<SourceInReading>> pending_;
  std::uint64_t pending_bytes_ = 0;
  std::uint64_t uncommitted_releases_ = 0;
  std::uint64_t uncommitted_bytes_ = 0;
  std::uint64_t shown_steps_ = 0;
  std::unordered_set<std::string> seen_;
  IngestReport report_;
  std::optional<Error> failure_;
};

}  // namespace

Result<IngestReport> ingest(const std::vector<std::string>& paths, RecordStore& record,
                            ReadingStore& readings, std::istream& standard_input,
                            const IngestOptions& options) {
  return Ingest(record, readings, standard_input, options).run(paths);
}

}  // namespace pressarkiv
