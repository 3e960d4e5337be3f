// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_build.h"

#include <xapian.h>

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "common/bounded_queue.h"
#include "common/columns/columns.h"
#include "indexer/build_batches.h"
#include "indexer/build_columns.h"
#include "indexer/column_builder.h"
#include "indexer/content_pass.h"
#include "indexer/document_builder.h"
#include "indexer/extract/extractor.h"
#include "indexer/facet_values.h"
#include "indexer/index_metadata.h"
#include "indexer/lexicon_writer.h"
#include "indexer/made_readings.h"
#include "indexer/quote_documents.h"
#include "indexer/recorded_releases.h"
#include "indexer/shard_factory.h"
#include "indexer/shard_merger.h"
#include "indexer/writable_index.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kProgressEvery = 64;

constexpr std::uint64_t kProgramMemory = std::uint64_t{80}
                                         << 20U;  // Tables of names, words, labels.

/// What one thread needs to make documents.
struct Worker {
  Analyzer analyzer;
  TermTable terms;
  DocumentBuilder releases{analyzer, terms};
  QuoteDocuments quotes{analyzer, terms};
};

/// State that the threads of one build share.
class Build {
 public:
  Build(const fs::path& folder, const RecordStore& record, ReadingStore& readings,
        const IndexOptions& options, TermLists term_lists)
      : folder_(folder),
        record_(record),
        readings_(readings),
        options_(options),
        term_lists_(term_lists),
        threads_(options.threads ? options.threads
                                 : std::max(1U, std::thread::hardware_concurrency())),
        shard_factory_(folder / "scratch", term_lists),
        columns_(GenerationLayout{folder}),
        queue_(threads_) {}

  Result<IndexReport> run();

 private:
  Status produce();
  void consume();
  void write_shard(Worker& worker, Batch& batch);
  void merge_words(DocumentBuilder& builder);
  void note_done();
  void remember_failure();
  Status finish(EventNumber last_event);
  Status write_lexicon() const;
  /// One shard of each thread is being written, another one waits as bytes.
  std::uint64_t shard_memory() const {
    const std::uint64_t memory = std::max(options_.memory_bytes, kLeastBuildMemory);
    return (memory - kProgramMemory) * 2 / (3 * std::uint64_t{threads_});
  }
  void write_releases_metadata(EventNumber last_event);
  void write_quotes_metadata(EventNumber last_event);
  fs::path shards() const { return folder_ / "shards"; }
  fs::path quote_shards() const { return folder_ / "quote-shards"; }
  bool cancelled() const { return options_.cancelled && options_.cancelled(); }

  const fs::path& folder_;
  const RecordStore& record_;
  ReadingStore& readings_;  // Of the producing thread.
  const IndexOptions& options_;
  const TermLists term_lists_;
  const unsigned threads_;
  const Gazetteer gazetteer_;
  const Extractor extractor_;
  FacetLabels labels_;
  const ShardFactory shard_factory_;
  BuildColumns columns_;
  MadeReadings made_;
  BoundedQueue<Batch> queue_;
  std::uint64_t total_ = 0;
  std::size_t shard_count_ = 0;

  std::mutex mutex_;  // Guards what stands below.
  IndexReport report_;
  std::uint64_t done_ = 0;
  FormCounts form_counts_;
  AbbreviationCounts abbreviations_;
  std::exception_ptr failure_;
};

Result<IndexReport> Build::run() {
  const Result<EventNumber> last_event = record_.last_event();
  if (!last_event) return last_event.error();
  const Result<std::uint64_t> total = record_.count_changed(0);
  if (!total) return total.error();
  total_ = *total;
  fs::create_directories(shards());
  fs::create_directories(quote_shards());

  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads_; ++i) workers.emplace_back([this] { consume(); });
  const Status produced = produce();
  queue_.close();
  for (std::thread& worker : workers) worker.join();

  if (failure_) std::rethrow_exception(failure_);
  if (!produced) return produced.error();
  if (const Status kept = made_.keep_in(readings_); !kept) return kept.error();
  if (cancelled()) return Error{ErrorCode::kInternal, "interrupted"};
  if (const Status finished = finish(*last_event); !finished) return finished.error();
  fs::remove_all(shards());
  fs::remove_all(quote_shards());
  report_.rebuilt = true;
  return std::move(report_);
}

/// Merges the shards and writes what needs all of them. Vocabulary and quotes do not know the
/// releases: made side by side.
Status Build::finish(EventNumber last_event) {
  Status lexicon_written = Done{};
  std::thread aside([&] {
    try {
      merge_shards(quote_shards(), shard_count_, GenerationLayout{folder_}.quotes(),
                   MergedIds::kRenumber, most_shards_at_once());
      write_quotes_metadata(last_event);
      lexicon_written = write_lexicon();
    } catch (...) {
      remember_failure();
    }
  });
  try {
    merge_shards(shards(), shard_count_, GenerationLayout{folder_}.releases(), MergedIds::kKeep,
                 most_shards_at_once());
    write_releases_metadata(last_event);
  } catch (...) {
    remember_failure();
  }
  aside.join();
  if (failure_) std::rethrow_exception(failure_);
  return lexicon_written;
}

Status Build::write_lexicon() const {
  const fs::path folder = GenerationLayout{folder_}.lexicon();
  Status written = create_lexicon(folder, form_counts_, options_.lexicon);
  return written ? add_abbreviations(folder, abbreviations_) : written;
}

Status Build::produce() {
  BatchCutter batches(shard_factory_.limits(), shard_memory(), threads_, total_);
  bool open = true;
  Status kept = Done{};
  const auto hand_over = [&] {
    open = queue_.push(batches.take());
    kept = made_.keep_in(readings_);
  };
  const ReadingStore* const readings = options_.reread ? nullptr : &readings_;
  Status read = each_recorded(record_, readings, 0, [&](RecordedRelease&& release) {
    batches.add(std::move(release));
    if (batches.is_full()) hand_over();
    return open && kept && !cancelled();
  });
  if (read && kept && open && !batches.empty()) hand_over();
  shard_count_ = batches.taken();
  return kept ? read : kept;
}

void Build::consume() {
  try {
    Worker worker;
    while (auto batch = queue_.pop()) {
      write_shard(worker, *batch);
      if (worker.releases.words().has_counts_to_take()) merge_words(worker.releases);
    }
    merge_words(worker.releases);
  } catch (...) {
    remember_failure();
    queue_.close();
  }
}

void Build::write_shard(Worker& worker, Batch& batch) {
  const std::string name = std::to_string(batch.number);
  worker.terms.clear();
  const auto shard = shard_factory_.make(shards() / name, worker.terms);
  const auto quote_shard = shard_factory_.make(quote_shards() / name, worker.terms);
  ColumnBuilder columns(columns_.releases());
  ColumnBuilder quote_columns(columns_.quotes());
  ShardColumns written;
  for (RecordedRelease& recorded : batch.releases) {
    if (cancelled()) return;
    const Result<Reading> reading = reading_of(recorded, extractor_);
    if (reading) {
      const auto& [release, facts] = *reading;
      const EventNumber event = recorded.version.event;
      const std::vector<FacetValue> facets = facet_values(release, facts, gazetteer_, labels_);
      const auto key = static_cast<std::uint32_t>(recorded.version.key);
      const IndexedDocument indexed = worker.releases.build(release, facts, facets, event);
      shard->add(key, indexed);
      columns.add(key, indexed.columns);
      for (const IndexedDocument& quote : worker.quotes.build(release, facts, facets, event)) {
        quote_shard->add(++written.quote_count, quote);
        quote_columns.add(written.quote_count, quote.columns);
      }
      if (!recorded.reading) made_.add(recorded.version, store_reading(*reading));
    } else {
      const std::lock_guard lock(mutex_);
      report_.problems.push_back(reading.error().message);
    }
    note_done();
  }
  shard->finish();
  quote_shard->finish();
  written.releases = columns.finish();
  written.quotes = quote_columns.finish();
  columns_.note(batch.number, std::move(written));
}

void Build::merge_words(DocumentBuilder& builder) {
  const FormCounts forms = builder.words().take_form_counts();
  const std::lock_guard lock(mutex_);
  for (const auto& [pair, releases] : builder.abbreviations()) abbreviations_[pair] += releases;
  builder.abbreviations().clear();
  for (const auto& [form, count] : forms) {
    FormCount& total = form_counts_[form];
    total.releases += count.releases;
    total.flags |= count.flags;
  }
}

void Build::note_done() {
  const std::lock_guard lock(mutex_);
  ++done_;
  ++report_.indexed;
  if (options_.progress && done_ % kProgressEvery == 0) options_.progress(done_, total_);
}

void Build::remember_failure() {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::current_exception();
}

void Build::write_releases_metadata(EventNumber last_event) {
  WritableIndex index(GenerationLayout{folder_}.releases().string(),
                      Xapian::DB_OPEN | term_list_flags(term_lists_));
  write_index_version(*index);
  write_readings_identity(*index, readings_);
  write_term_lists(*index, term_lists_);
  write_labels(*index, labels_);
  const ColumnDirectory directory = columns_.release_directory();
  write_columns(*index, directory);
  const Result<Columns> columns =
      Columns::open(GenerationLayout{folder_}.release_columns(), directory);
  if (!columns) throw Xapian::DatabaseError(columns.error().message);
  write_content_table(*index, make_content_table(*columns));
  write_last_event(*index, last_event);
  index->commit();
}

void Build::write_quotes_metadata(EventNumber last_event) {
  WritableIndex quotes(GenerationLayout{folder_}.quotes().string(),
                       Xapian::DB_OPEN | term_list_flags(term_lists_));
  write_index_version(*quotes);
  write_columns(*quotes, columns_.quote_directory());
  write_last_event(*quotes, last_event);
  quotes->commit();
}

}  // namespace

Result<IndexReport> bulk_build(const fs::path& folder, const RecordStore& record,
                               ReadingStore& readings, const IndexOptions& options,
                               TermLists term_lists) {
  fs::create_directories(folder);
  return Build(folder, record, readings, options, term_lists).run();
}

}  // namespace pressarkiv
