// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_build.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "common/bounded_queue.h"
#include "indexer/content_pass.h"
#include "indexer/document_builder.h"
#include "indexer/extract/extractor.h"
#include "indexer/facet_values.h"
#include "indexer/index_metadata.h"
#include "indexer/lexicon_writer.h"
#include "indexer/quote_documents.h"
#include "indexer/reread.h"
#include "indexer/writable_index.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

constexpr int kThrowawayFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;
constexpr std::uint64_t kProgressEvery = 64;

/// The releases of one shard: a run of keys, so that the shards' docids never meet.
struct Batch {
  std::size_t number = 0;
  std::vector<StoredVersion> versions;
};

/// State that the threads of one build share.
class Build {
 public:
  Build(const fs::path& folder, const RecordStore& record, const IndexOptions& options)
      : folder_(folder),
        record_(record),
        options_(options),
        threads_(options.threads ? options.threads
                                 : std::max(1U, std::thread::hardware_concurrency())),
        queue_(threads_) {}

  Result<IndexReport> run();

 private:
  Status produce();
  void consume();
  void write_shard(DocumentBuilder& builder, QuoteDocuments& quotes, const Batch& batch);
  void merge_words(DocumentBuilder& builder);
  void note_done();
  void remember_failure();
  void compact(const fs::path& parts, const fs::path& target) const;
  void write_metadata(EventNumber last_event);
  fs::path shards() const { return folder_ / "shards"; }
  fs::path quote_shards() const { return folder_ / "quote-shards"; }
  bool cancelled() const { return options_.cancelled && options_.cancelled(); }

  const fs::path& folder_;
  const RecordStore& record_;
  const IndexOptions& options_;
  const unsigned threads_;
  const Gazetteer gazetteer_;
  const Extractor extractor_;
  FacetLabels labels_;
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
  if (cancelled()) return Error{ErrorCode::kInternal, "interrupted"};
  // Vocabulary and postings do not know each other: written side by side.
  Status lexicon_written = Done{};
  std::thread lexicon([&] {
    lexicon_written =
        create_lexicon(GenerationLayout{folder_}.lexicon(), form_counts_, options_.lexicon);
    if (lexicon_written) {
      lexicon_written = add_abbreviations(GenerationLayout{folder_}.lexicon(), abbreviations_);
    }
  });
  try {
    compact(quote_shards(), GenerationLayout{folder_}.quotes());
    compact(shards(), GenerationLayout{folder_}.releases());
    write_metadata(*last_event);
  } catch (...) {
    remember_failure();
  }
  lexicon.join();
  if (failure_) std::rethrow_exception(failure_);
  if (!lexicon_written) return lexicon_written.error();
  fs::remove_all(shards());
  fs::remove_all(quote_shards());
  report_.rebuilt = true;
  return std::move(report_);
}

Status Build::produce() {
  Batch batch;
  bool open = true;
  const auto hand_over = [&] {
    batch.number = shard_count_++;
    open = queue_.push(std::move(batch));
    batch = Batch{};
  };
  Status read = record_.each_current(0, [&](StoredVersion&& version) {
    batch.versions.push_back(std::move(version));
    if (batch.versions.size() >= options_.shard_documents) hand_over();
    return open && !cancelled();
  });
  if (read && open && !batch.versions.empty()) hand_over();
  return read;
}

void Build::consume() {
  try {
    Analyzer analyzer;
    DocumentBuilder builder(analyzer);
    QuoteDocuments quotes(analyzer);
    while (const auto batch = queue_.pop()) {
      write_shard(builder, quotes, *batch);
      if (builder.words().has_counts_to_take()) merge_words(builder);
    }
    merge_words(builder);
  } catch (...) {
    remember_failure();
    queue_.close();
  }
}

void Build::write_shard(DocumentBuilder& builder, QuoteDocuments& quotes, const Batch& batch) {
  const std::string name = std::to_string(batch.number);
  WritableIndex shard((shards() / name).string(), kThrowawayFlags);
  WritableIndex quote_shard((quote_shards() / name).string(), kThrowawayFlags);
  for (const StoredVersion& version : batch.versions) {
    if (cancelled()) return;
    const Result<Release> release = reread(version);
    if (release) {
      const Facts facts = extractor_.extract(*release);
      const std::vector<FacetValue> facets = facet_values(*release, facts, gazetteer_, labels_);
      shard->replace_document(version.key, builder.build(*release, facts, facets));
      for (const Xapian::Document& quote : quotes.build(*release, facts, facets))
        quote_shard->add_document(quote);
    } else {
      const std::lock_guard lock(mutex_);
      report_.problems.push_back(release.error().message);
    }
    note_done();
  }
  shard->commit();
  quote_shard->commit();
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

/// Merges the shards in `parts`; a release keeps its docid, which is its key.
void Build::compact(const fs::path& parts, const fs::path& target) const {
  if (shard_count_ == 0) {
    WritableIndex empty(target.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
    empty->commit();
    return;
  }
  Xapian::Database all;
  for (std::size_t i = 0; i < shard_count_; ++i) {
    all.add_database(Xapian::Database((parts / std::to_string(i)).string()));
  }
  all.compact(target.string(), parts == shards() ? Xapian::DBCOMPACT_NO_RENUMBER : 0);
}

void Build::write_metadata(EventNumber last_event) {
  WritableIndex index(GenerationLayout{folder_}.releases().string(), Xapian::DB_OPEN);
  write_index_version(*index);
  write_labels(*index, labels_);
  write_content_table(*index);
  write_last_event(*index, last_event);
  index->commit();
  WritableIndex quotes(GenerationLayout{folder_}.quotes().string(), Xapian::DB_OPEN);
  write_index_version(*quotes);
  write_last_event(*quotes, last_event);
  quotes->commit();
}

}  // namespace

Result<IndexReport> bulk_build(const fs::path& folder, const RecordStore& record,
                               const IndexOptions& options) {
  return Build(folder, record, options).run();
}

}  // namespace pressarkiv
