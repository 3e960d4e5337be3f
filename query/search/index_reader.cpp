// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/index_reader.h"

#include <charconv>

#include "common/record/generation.h"
#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/schema/stored_release.h"

namespace pressarkiv {
namespace {

std::filesystem::path database_of(const ArchiveLayout& layout, const std::string& generation,
                                  IndexPart part) {
  const GenerationLayout parts{layout.generation(generation)};
  return part == IndexPart::kQuotes ? parts.quotes() : parts.releases();
}

/// The columns of a database as it is now.
Result<Columns> open_columns(const Xapian::Database& database, const std::filesystem::path& path) {
  if (const auto directory = decode_directory(database.get_metadata(std::string(meta::kColumns)))) {
    return Columns::open(path, *directory);
  }
  return Error{ErrorCode::kCorrupt, path.string() +
                                        ": the list of these columns is damaged; mend the index "
                                        "with: pressarkiv-index rebuild"};
}

std::filesystem::path columns_of(const ArchiveLayout& layout, const std::string& generation,
                                 IndexPart part) {
  const GenerationLayout parts{layout.generation(generation)};
  return part == IndexPart::kQuotes ? parts.quote_columns() : parts.release_columns();
}

/// What Xapian replaces with each commit.
std::filesystem::path commit_file(const ArchiveLayout& layout, const std::string& generation,
                                  IndexPart part) {
  return database_of(layout, generation, part) / "iamglass";
}

}  // namespace

Error translate_index_error(const Xapian::Error& error, const ArchiveLayout& layout) {
  const std::string type = error.get_type();
  const std::string text = layout.index().string() + ": " + error.get_msg();
  const bool damaged = type == "DatabaseCorruptError" || type == "DatabaseNotFoundError" ||
                       type == "DatabaseError";  // "EOF reading block": a table that was cut off.
  if (damaged) {
    return {ErrorCode::kCorrupt,
            text + "; the record is not touched, mend the index with: pressarkiv-index rebuild"};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::kIncompatible, text + "; write it anew with: pressarkiv-index rebuild"};
  }
  return {ErrorCode::kIo, text};
}

bool IndexReader::is_current() const {
  return FileStamp::of(layout_.current_generation_file()) == generation_stamp_ &&
         FileStamp::of(commit_file(layout_, generation_, part_)) == commit_stamp_;
}

Result<IndexReader> IndexReader::open(const ArchiveLayout& layout, IndexPart part) {
  for (;;) {
    const FileStamp before = FileStamp::of(layout.current_generation_file());
    Result<IndexReader> reader = open_once(layout, part);
    // What was current may have been replaced, and removed, while it was being opened.
    const bool is_replaced = !(FileStamp::of(layout.current_generation_file()) == before);
    if (reader || !is_replaced) return reader;
  }
}

Result<IndexReader> IndexReader::open_once(const ArchiveLayout& layout, IndexPart part) {
  // Taken before anything is read: what comes in between is then noticed at the next query.
  const FileStamp generation_stamp = FileStamp::of(layout.current_generation_file());
  const Result<std::string> generation = current_generation(layout);
  if (!generation) return generation.error();
  IndexReader reader;
  reader.layout_ = layout;
  reader.generation_ = *generation;
  reader.part_ = part;
  reader.generation_stamp_ = generation_stamp;
  reader.commit_stamp_ = FileStamp::of(commit_file(layout, *generation, part));
  try {
    reader.releases_ = Xapian::Database(database_of(layout, *generation, part).string());
    const Status version =
        check_index_version(reader.releases_.get_metadata(std::string(meta::kSchema)),
                            reader.releases_.get_metadata(std::string(meta::kAnalyzer)));
    if (!version) {
      return Error{version.error().code, layout.root.string() + ": " + version.error().message};
    }
    Result<Columns> columns = open_columns(reader.releases_, columns_of(layout, *generation, part));
    if (!columns) return columns.error();
    reader.columns_ = std::make_shared<const Columns>(std::move(*columns));
  } catch (const Xapian::Error& error) {
    return translate_index_error(error, layout);
  }
  return reader;
}

const Vocabulary* IndexReader::vocabulary() {
  if (!vocabulary_ && vocabulary_error_.empty()) {
    Result<Vocabulary> opened =
        Vocabulary::open(GenerationLayout{layout_.generation(generation_)}.lexicon());
    if (opened) {
      vocabulary_ = std::make_shared<const Vocabulary>(std::move(*opened));
    } else {
      vocabulary_error_ = opened.error().message;
    }
  }
  return vocabulary_.get();
}

const Xapian::Database& IndexReader::quotes() {
  if (!quotes_) {
    quotes_ = Xapian::Database(GenerationLayout{layout_.generation(generation_)}.quotes().string());
  }
  return *quotes_;
}

const Columns& IndexReader::quote_columns() {
  if (!quote_columns_) {
    Result<Columns> columns =
        open_columns(quotes(), columns_of(layout_, generation_, IndexPart::kQuotes));
    // Gone with its generation: the caller opens what is current.
    if (!columns && columns.error().code == ErrorCode::kNotFound) {
      throw Xapian::DatabaseOpeningError(columns.error().message);
    }
    if (!columns) throw Xapian::DatabaseCorruptError(columns.error().message);
    quote_columns_ = std::move(*columns);
  }
  return *quote_columns_;
}

Result<Release> IndexReader::release(Xapian::docid document) {
  if (!texts_) {
    Result<ReadingTexts> opened =
        ReadingTexts::open(layout_, releases_.get_metadata(std::string(meta::kReadings)));
    if (!opened) return opened.error();
    texts_ = std::move(*opened);
  }
  const Result<std::string> stored =
      texts_->release(event_of_card(columns_->value(Column::kCard, document)));
  if (!stored) return stored.error();
  return decode_release(*stored);
}

std::string IndexReader::label(Facet facet, FacetId id) const {
  if (facet == Facet::kYear) return std::to_string(id);
  return releases_.get_metadata(label_key(facet, id));
}

std::uint64_t IndexReader::last_event() const {
  const std::string text = releases_.get_metadata(std::string(meta::kLastEvent));
  std::uint64_t event = 0;
  std::from_chars(text.data(), text.data() + text.size(), event);
  return event;
}

}  // namespace pressarkiv
