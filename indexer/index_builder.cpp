// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_builder.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>

#include "common/columns/columns.h"
#include "common/record/generation.h"
#include "common/record/reading_texts.h"
#include "common/schema/fields.h"
#include "common/vocabulary/vocabulary.h"
#include "common/vocabulary/vocabulary_writer.h"
#include "indexer/bulk_build.h"
#include "indexer/column_update.h"
#include "indexer/content_pass.h"
#include "indexer/document_builder.h"
#include "indexer/extract/extractor.h"
#include "indexer/index_metadata.h"
#include "indexer/quote_documents.h"
#include "indexer/recorded_releases.h"
#include "indexer/writable_index.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

// A changed release costs about five times as much in an index that stands as in a bulk build.
constexpr std::uint64_t kAlwaysInPlace = 500;
constexpr std::uint64_t kInPlaceShare = 5;  // Up to a fifth of the index is written in place.

Error translate(const Xapian::Error& error, const fs::path& where) {
  const std::string text = where.string() + ": " + error.get_msg();
  const std::string type = error.get_type();
  if (type == "DatabaseCorruptError" || type == "DatabaseNotFoundError") {
    return {ErrorCode::kCorrupt,
            text + "; the record is not touched, mend the index with: pressarkiv-index rebuild"};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::kIncompatible, text + "; write it anew with: pressarkiv-index rebuild"};
  }
  if (type == "DatabaseLockError") return {ErrorCode::kLocked, text};
  std::string message = text;
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  return {ErrorCode::kIo, message + "; the record is safe, run the same command again"};
}

Error translate(const fs::filesystem_error& error, const fs::path& where) {
  return {ErrorCode::kIo, where.string() + ": " + error.code().message() +
                              "; the record is safe, run the same command again"};
}

/// Makes every file below a folder durable before the generation is published.
void sync_tree(const fs::path& folder) {
  const auto sync = [](const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
  };
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    sync(entry.path(), entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  }
  sync(folder, O_RDONLY | O_DIRECTORY);
}

/// What the index at hand can be used for.
struct IndexState {
  std::string generation;
  EventNumber last_event = 0;
  std::uint64_t documents = 0;
  TermLists term_lists = TermLists::kLeftOut;
  bool usable = false;  ///< May be written in place.
};

/// Writes the releases that changed after the index's last event into the generation in place.
Result<IndexReport> update_in_place(const GenerationLayout& generation, const RecordStore& record,
                                    ReadingStore& readings, const IndexOptions& options,
                                    const IndexState& state) {
  const Result<EventNumber> last_event = record.last_event();
  if (!last_event) return last_event.error();
  const Result<std::uint64_t> total = record.count_changed(state.last_event);
  if (!total) return total.error();

  const int flags = Xapian::DB_OPEN | term_list_flags(state.term_lists);
  WritableIndex index(generation.releases().string(), flags);
  WritableIndex quotes(generation.quotes().string(), flags);
  Result<ColumnDirectory> directory = read_columns(*index);
  if (!directory) return directory.error();
  Result<ColumnDirectory> quote_directory = read_columns(*quotes);
  if (!quote_directory) return quote_directory.error();
  const Result<ContentTable> content = read_content_table(*index);
  if (!content) return content.error();
  const Result<Columns> old_columns = Columns::open(generation.release_columns(), *directory);
  if (!old_columns) return old_columns.error();
  ColumnUpdate columns(generation.release_columns(), std::move(*directory));
  ColumnUpdate quote_columns(generation.quote_columns(), std::move(*quote_directory));
  const Extractor extractor;
  const Gazetteer gazetteer;
  FacetLabels labels;
  restore_labels(*index, labels);
  Analyzer analyzer;
  DocumentBuilder builder(analyzer);
  QuoteDocuments quote_documents(analyzer);
  IndexReport report;
  std::vector<std::uint32_t> changed;
  bool cancelled = false;
  Status kept = Done{};
  const auto write = [&](RecordedRelease&& recorded) {
    const Result<Reading> reading = reading_of(recorded, extractor);
    if (reading) {
      const auto& [release, facts] = *reading;
      const StoredVersion& version = recorded.version;
      const std::vector<FacetValue> facets = facet_values(release, facts, gazetteer, labels);
      const auto key = static_cast<Xapian::docid>(version.key);
      IndexedDocument indexed = builder.build(release, facts, facets, version.event);
      index->replace_document(key, indexed.document);
      columns.documents()[key] = std::move(indexed.columns);
      changed.push_back(key);
      replace_quotes(*quotes, release.id,
                     quote_documents.build(release, facts, facets, version.event),
                     quote_columns.documents());
      columns.spill();
      quote_columns.spill();
      ++report.indexed;
      if (!recorded.reading) {
        kept = readings.keep(version.event, version.digest, store_reading(*reading));
      }
    } else {
      report.problems.push_back(reading.error().message);
    }
    if (options.progress) options.progress(report.indexed, *total);
    cancelled = options.cancelled && options.cancelled();
    return kept && !cancelled;
  };
  const Status read = each_recorded(record, &readings, state.last_event, write);
  if (!read) return read.error();
  if (!kept) return kept.error();
  if (cancelled) return Error{ErrorCode::kInternal, "interrupted"};  // Nothing was committed.
  if (kept = readings.commit(); !kept) return kept.error();
  // The releases last: they carry the event, so that a crash in between is made good by writing the
  // same again. It leaves counts of words too high, never a word unknown.
  const Status appended =
      append_vocabulary(generation.lexicon(), builder.words().take_form_counts());
  if (!appended) return appended.error();
  const Status explained = add_abbreviations(generation.lexicon(), builder.abbreviations());
  if (!explained) return explained.error();
  if (quote_directory = quote_columns.finish(); !quote_directory) return quote_directory.error();
  write_columns(*quotes, *quote_directory);
  write_last_event(*quotes, *last_event);
  quotes->commit();
  write_labels(*index, labels);
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  if (directory = columns.finish(); !directory) return directory.error();
  write_columns(*index, *directory);
  const Result<Columns> all = Columns::open(generation.release_columns(), *directory);
  if (!all) return all.error();
  write_content_table(*index, update_content_table(*content, *old_columns, *all, changed));
  write_last_event(*index, *last_event);
  index->commit();
  return report;
}

IndexState look_at_index(const ArchiveLayout& layout, const ReadingStore& readings) {
  IndexState state;
  const Result<std::string> generation = current_generation(layout);
  if (!generation) return state;
  state.generation = *generation;
  try {
    const Xapian::Database index(
        GenerationLayout{layout.generation(*generation)}.releases().string());
    state.last_event = read_last_event(index);
    state.documents = index.get_doccount();
    state.term_lists = read_term_lists(index);
    state.usable = check_index_version(index.get_metadata(std::string(meta::kSchema)),
                                       index.get_metadata(std::string(meta::kAnalyzer)))
                       .ok() &&
                   is_of_these_readings(index, readings) &&
                   fs::exists(GenerationLayout{layout.generation(*generation)}.quotes());
  } catch (const Xapian::Error&) {
    state.usable = false;  // Damaged or half there: built anew.
  }
  return state;
}

Result<IndexReport> build_new_generation(const ArchiveLayout& layout, const RecordStore& record,
                                         ReadingStore& readings, const IndexOptions& options,
                                         const IndexState& old) {
  const std::string name = next_generation_name(old.generation);
  const fs::path building = fs::path(layout.generation(name)).concat(".building");
  std::error_code ignored;
  fs::remove_all(building, ignored);
  try {
    Result<IndexReport> report = bulk_build(building, record, readings, options, old.term_lists);
    if (!report) {
      fs::remove_all(building, ignored);
      return report;
    }
    sync_tree(building);
    fs::remove_all(layout.generation(name), ignored);
    fs::rename(building, layout.generation(name));
    if (const Status published = publish_generation(layout, name); !published) {
      return published.error();
    }
    remove_other_generations(layout, name);
    if (const Status dropped = readings.drop_others(); !dropped) return dropped.error();
    return report;
  } catch (const Xapian::Error& error) {
    fs::remove_all(building, ignored);
    return translate(error, building);
  } catch (const fs::filesystem_error& error) {
    fs::remove_all(building, ignored);
    return translate(error, building);
  }
}

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_regular_file(ignored)) bytes += entry.file_size(ignored);
  }
  return bytes;
}

/// Every release of the record is a document of the index and the other way round, and its text is
/// what was read of its bytes.
Status compare_with_record(const Xapian::Database& index, const RecordStore& record,
                           const ReadingTexts& texts, IndexCheck& check) {
  std::uint64_t releases = 0;
  const Status read = record.each_current(0, [&](StoredVersion&& version) {
    ++releases;
    const std::string term = make_term(prefix::kId, version.release_id);
    const auto posting = index.postlist_begin(term);
    if (posting == index.postlist_end(term) || *posting != version.key) {
      check.problems.push_back("release '" + version.release_id +
                               "' is in the record but not in the index; run: pressarkiv-index "
                               "rebuild");
    }
    const Result<bool> sound = texts.is_sound(version.event, version.digest);
    if (!sound || !*sound) {
      check.problems.push_back("release '" + version.release_id +
                               "': its text in the readings is missing or was changed; the record "
                               "is not touched, run: pressarkiv-index rebuild");
    }
    return true;
  });
  if (read && index.get_doccount() > releases) {
    check.problems.push_back("the index holds " + std::to_string(index.get_doccount() - releases) +
                             " documents that the record does not know; run: pressarkiv-index "
                             "rebuild");
  }
  return read;
}

void check_structure(const fs::path& database, IndexCheck& check) {
  std::ostringstream report;
  const std::size_t errors = Xapian::Database::check(database.string(), 0, &report);
  if (errors > 0) {
    check.problems.push_back(database.string() + ": " + std::to_string(errors) +
                             " structural errors; run: pressarkiv-index rebuild");
  }
}

/// Every block of the columns is what was written.
void check_columns(const Xapian::Database& index, const fs::path& path, IndexCheck& check) {
  const Result<ColumnDirectory> directory = read_columns(index);
  if (!directory) {
    check.problems.push_back(path.string() + ": " + directory.error().message);
    return;
  }
  const Result<Columns> columns = Columns::open(path, *directory);
  if (!columns) {
    check.problems.push_back(columns.error().message);
    return;
  }
  for (const std::size_t number : columns->damaged_blocks(*directory)) {
    const BlockPlace& block = directory->blocks[number];
    check.problems.push_back(path.string() + ": what is kept of the documents " +
                             std::to_string(block.first) + " to " + std::to_string(block.last) +
                             " was changed or damaged; run: pressarkiv-index rebuild");
  }
}

void check_vocabulary(const fs::path& folder, IndexCheck& check) {
  const Result<Vocabulary> vocabulary = Vocabulary::open(folder);
  if (!vocabulary) {
    check.problems.push_back(vocabulary.error().message);
  } else if (const Status sound = vocabulary->model().verify(); !sound) {
    check.problems.push_back(folder.string() + ": " + sound.error().message);
  }
}

}  // namespace

Result<IndexReport> catch_up_index(const ArchiveLayout& layout, const RecordStore& record,
                                   ReadingStore& readings, const IndexOptions& options) {
  IndexState state = look_at_index(layout, readings);
  if (!state.usable) return build_new_generation(layout, record, readings, options, state);
  const Result<EventNumber> last_event = record.last_event();
  if (!last_event) return last_event.error();
  if (state.last_event == *last_event) return IndexReport{};
  const Result<std::uint64_t> changed = record.count_changed(state.last_event);
  if (!changed) return changed.error();
  if (*changed > std::max(kAlwaysInPlace, state.documents / kInPlaceShare) ||
      state.last_event > *last_event) {
    return build_new_generation(layout, record, readings, options, state);
  }
  const GenerationLayout generation{layout.generation(state.generation)};
  try {
    return update_in_place(generation, record, readings, options, state);
  } catch (const Xapian::FeatureUnavailableError&) {
    // The first change of a release that is in the index already. Nothing was committed.
    state.term_lists = TermLists::kWritten;
    return build_new_generation(layout, record, readings, options, state);
  } catch (const Xapian::Error& error) {
    return translate(error, generation.root);
  } catch (const fs::filesystem_error& error) {
    return translate(error, generation.root);
  }
}

Result<IndexReport> rebuild_index(const ArchiveLayout& layout, const RecordStore& record,
                                  ReadingStore& readings, const IndexOptions& options) {
  return build_new_generation(layout, record, readings, options, look_at_index(layout, readings));
}

Result<IndexCheck> check_index(const ArchiveLayout& layout, const RecordStore& record,
                               bool thorough) {
  const Result<std::string> name = current_generation(layout);
  if (!name) return name.error();
  const GenerationLayout generation{layout.generation(*name)};
  IndexCheck check;
  check.generation = *name;
  check.bytes = bytes_below(generation.root);
  try {
    const Xapian::Database index(generation.releases().string());
    check.documents = index.get_doccount();
    check.last_event = read_last_event(index);
    const Status version = check_index_version(index.get_metadata(std::string(meta::kSchema)),
                                               index.get_metadata(std::string(meta::kAnalyzer)));
    if (!version) check.problems.push_back(version.error().message);
    const Result<EventNumber> last_event = record.last_event();
    if (!last_event) return last_event.error();
    if (check.last_event > *last_event) {
      check.problems.push_back("the index is ahead of the record (event " +
                               std::to_string(check.last_event) + " of " +
                               std::to_string(*last_event) + "); run: pressarkiv-index rebuild");
    }
    const Result<ReadingTexts> texts =
        ReadingTexts::open(layout, index.get_metadata(std::string(meta::kReadings)));
    if (version && !texts) check.problems.push_back(texts.error().message);
    if (!thorough) return check;
    check_structure(generation.releases(), check);
    check_structure(generation.quotes(), check);
    check_columns(index, generation.release_columns(), check);
    check_columns(Xapian::Database(generation.quotes().string()), generation.quote_columns(),
                  check);
    check_vocabulary(generation.lexicon(), check);
    if (check.last_event == *last_event && texts) {
      const Status same = compare_with_record(index, record, *texts, check);
      if (!same) return same.error();
    }
    return check;
  } catch (const Xapian::Error& error) {
    check.problems.push_back(translate(error, generation.root).message);
    return check;
  }
}

}  // namespace pressarkiv
