// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_update.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "common/columns/columns.h"
#include "common/vocabulary/vocabulary_writer.h"
#include "indexer/column_update.h"
#include "indexer/content_update.h"
#include "indexer/document_builder.h"
#include "indexer/extract/extractor.h"
#include "indexer/index_metadata.h"
#include "indexer/quote_documents.h"
#include "indexer/recorded_releases.h"
#include "indexer/writable_index.h"
#include "indexer/xapian_document.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMostTerms = std::size_t{1} << 17U;  // Some 10 MB.

/// A database and its columns, as they were and as they are becoming.
class ChangingPart {
 public:
  ChangingPart(const std::filesystem::path& database, std::filesystem::path columns, int flags)
      : index_(database.string(), flags), path_(std::move(columns)) {}

  Status open() {
    Result<ColumnDirectory> directory = read_columns(*index_);
    if (!directory) return directory.error();
    before_ = std::move(*directory);
    update_.emplace(path_, before_);
    return Done{};
  }
  Xapian::WritableDatabase& operator*() { return *index_; }
  Xapian::WritableDatabase* operator->() { return &*index_; }
  ColumnUpdate& update() { return *update_; }
  Result<Columns> columns_before() const { return Columns::open(path_, before_); }
  /// Writes the columns and notes them; the columns as they will be.
  Result<Columns> finish_columns() {
    const Result<ColumnDirectory> directory = update_->finish();
    if (!directory) return directory.error();
    write_columns(*index_, *directory);
    return Columns::open(path_, *directory);
  }
  void commit(EventNumber last_event) {
    write_last_event(*index_, last_event);
    index_->commit();
  }

 private:
  WritableIndex index_;
  std::filesystem::path path_;
  ColumnDirectory before_;
  std::optional<ColumnUpdate> update_;
};

/// One call of update_in_place().
class IndexUpdate {
 public:
  IndexUpdate(const GenerationLayout& generation, ReadingStore& readings, int flags)
      : generation_(generation),
        readings_(readings),
        releases_(generation.releases(), generation.release_columns(), flags),
        quotes_(generation.quotes(), generation.quote_columns(), flags) {}

  Status open() {
    if (Status opened = releases_.open(); !opened) return opened;
    if (Status opened = quotes_.open(); !opened) return opened;
    restore_labels(*releases_, labels_);
    return Done{};
  }
  Status write(RecordedRelease&& recorded);
  Status commit(EventNumber last_event);
  IndexReport& report() { return report_; }

 private:
  Status write_words();
  Status write_content(const Columns& now);

  const GenerationLayout& generation_;
  ReadingStore& readings_;
  ChangingPart releases_;
  ChangingPart quotes_;
  const Extractor extractor_;
  const Gazetteer gazetteer_;
  FacetLabels labels_;
  Analyzer analyzer_;
  TermTable terms_;
  DocumentBuilder builder_{analyzer_, terms_};
  QuoteDocuments quote_documents_{analyzer_, terms_};
  std::vector<std::uint32_t> changed_;
  IndexReport report_;
};

Status IndexUpdate::write(RecordedRelease&& recorded) {
  const Result<Reading> reading = reading_of(recorded, extractor_);
  if (!reading) {
    report_.problems.push_back(reading.error().message);
    return Done{};
  }
  const auto& [release, facts] = *reading;
  const StoredVersion& version = recorded.version;
  const std::vector<FacetValue> facets = facet_values(release, facts, gazetteer_, labels_);
  const auto key = static_cast<Xapian::docid>(version.key);
  IndexedDocument indexed = builder_.build(release, facts, facets, version.event);
  releases_->replace_document(key, xapian_document(indexed, terms_));
  releases_.update().documents()[key] = std::move(indexed.columns);
  releases_.update().spill();
  changed_.push_back(key);
  replace_quotes(*quotes_, release.id,
                 quote_documents_.build(release, facts, facets, version.event), terms_,
                 quotes_.update().documents());
  quotes_.update().spill();
  if (terms_.size() > kMostTerms) terms_.clear();
  ++report_.indexed;
  if (recorded.reading) return Done{};
  return readings_.keep(version.event, version.digest, store_reading(*reading));
}

Status IndexUpdate::write_words() {
  Status written = append_vocabulary(generation_.lexicon(), builder_.words().take_form_counts());
  return written ? add_abbreviations(generation_.lexicon(), builder_.abbreviations()) : written;
}

Status IndexUpdate::write_content(const Columns& now) {
  const Result<ContentTable> before = read_content_table(*releases_);
  if (!before) return before.error();
  const Result<Columns> old = releases_.columns_before();
  if (!old) return old.error();
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  write_content_table(*releases_, update_content_table(*before, *old, now, changed_));
  return Done{};
}

/// The releases last: they carry the event, so that a crash in between is made good by writing the
/// same again. It leaves counts of words too high, never a word unknown.
Status IndexUpdate::commit(EventNumber last_event) {
  if (Status kept = readings_.commit(); !kept) return kept;
  if (Status written = write_words(); !written) return written;
  if (const Result<Columns> columns = quotes_.finish_columns(); !columns) return columns.error();
  quotes_.commit(last_event);
  write_labels(*releases_, labels_);
  const Result<Columns> columns = releases_.finish_columns();
  if (!columns) return columns.error();
  if (Status written = write_content(*columns); !written) return written;
  releases_.commit(last_event);
  return Done{};
}

}  // namespace

Result<IndexReport> update_in_place(const GenerationLayout& generation, const RecordStore& record,
                                    ReadingStore& readings, const IndexOptions& options,
                                    EventNumber since, TermLists term_lists) {
  const Result<EventNumber> last_event = record.last_event();
  if (!last_event) return last_event.error();
  const Result<std::uint64_t> total = record.count_changed(since);
  if (!total) return total.error();
  IndexUpdate update(generation, readings, Xapian::DB_OPEN | term_list_flags(term_lists));
  if (const Status opened = update.open(); !opened) return opened.error();
  bool cancelled = false;
  Status written = Done{};
  const Status read = each_recorded(record, &readings, since, [&](RecordedRelease&& recorded) {
    written = update.write(std::move(recorded));
    if (options.progress) options.progress(update.report().indexed, *total);
    cancelled = options.cancelled && options.cancelled();
    return written && !cancelled;
  });
  if (!read) return read.error();
  if (!written) return written.error();
  if (cancelled) return Error{ErrorCode::kInternal, "interrupted"};  // Nothing was committed.
  if (const Status committed = update.commit(*last_event); !committed) return committed.error();
  return std::move(update.report());
}

}  // namespace pressarkiv
