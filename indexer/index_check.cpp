// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_check.h"

#include <xapian.h>

#include <filesystem>
#include <sstream>

#include "common/columns/columns.h"
#include "common/record/generation.h"
#include "common/record/reading_texts.h"
#include "common/schema/fields.h"
#include "common/vocabulary/vocabulary.h"
#include "indexer/index_error.h"
#include "indexer/index_metadata.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

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
