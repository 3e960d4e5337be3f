// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/columns/columns.h"
#include "common/record/archive_layout.h"
#include "common/record/reading_texts.h"
#include "common/release.h"
#include "common/result.h"
#include "common/schema/facets.h"
#include "common/vocabulary/vocabulary.h"
#include "query/search/file_stamp.h"
#include "query/search/index_part.h"

namespace pressarkiv {

/// One open index generation. Xapian errors of its calls are for the Searcher to translate.
class IndexReader {
 public:
  /// Errors: kNotFound, kIncompatible, kCorrupt, kIo.
  static Result<IndexReader> open(const ArchiveLayout& layout,
                                  IndexPart part = IndexPart::kReleases);

  /// False when a writer has replaced the generation or committed to it since it was opened. Two
  /// system calls: cheap enough for every query.
  bool is_current() const;

  /// The documents of the part that was opened: releases, or quotes.
  const Xapian::Database& releases() const { return releases_; }
  /// What is kept of these documents beside their postings. Lives as long as somebody holds it.
  const std::shared_ptr<const Columns>& columns() const { return columns_; }
  /// The quotes beside the releases, and their columns; opened on first use.
  const Xapian::Database& quotes();
  const Columns& quote_columns();
  /// The vocabulary; opened on first use. Null, with the reason in vocabulary_error(), where it is
  /// damaged: search goes on without it.
  const Vocabulary* vocabulary();
  const std::string& vocabulary_error() const { return vocabulary_error_; }
  /// The whole release of a document, as it was read. kCorrupt, kIo, with what to run.
  Result<Release> release(Xapian::docid document);
  /// The label of a facet value; "" if the index does not have it.
  std::string label(Facet facet, FacetId id) const;
  std::uint64_t last_event() const;
  const std::string& generation() const { return generation_; }
  IndexPart part() const { return part_; }
  const ArchiveLayout& layout() const { return layout_; }

 private:
  static Result<IndexReader> open_once(const ArchiveLayout& layout, IndexPart part);

  ArchiveLayout layout_;
  std::string generation_;
  IndexPart part_ = IndexPart::kReleases;
  FileStamp generation_stamp_;
  FileStamp commit_stamp_;
  Xapian::Database releases_;
  std::shared_ptr<const Columns> columns_;
  std::optional<Xapian::Database> quotes_;
  std::optional<Columns> quote_columns_;
  std::optional<ReadingTexts> texts_;  // Opened on first use.
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::string vocabulary_error_;
};

/// What a Xapian failure means to a user of the archive.
Error translate_index_error(const Xapian::Error& error, const ArchiveLayout& layout);

}  // namespace pressarkiv
