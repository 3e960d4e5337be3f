// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/glass/posting_lists.h"
#include "indexer/glass/version_file.h"
#include "indexer/shard_writer.h"

namespace pressarkiv {

/// A shard without term lists whose postings are inverted here, in flat tables, and written in the
/// order in which Xapian's file has them. Xapian's own way into a database leads document by
/// document through trees of terms and documents, which is more than half the work of a build
/// (benchmarks/README.md). Xapian reads the shard when shards are merged: what is searched, Xapian
/// alone has written.
///
/// Memory: 8 bytes a posting until finish(), 16 there. May throw std::filesystem::filesystem_error,
/// and std::length_error for a term or value that Xapian would refuse.
class GlassShard : public ShardWriter {
 public:
  /// `version_file` and `terms` must outlive the object.
  GlassShard(std::filesystem::path folder, const glass::VersionFile& version_file,
             const TermTable& terms);

  void add(std::uint32_t docid, const IndexedDocument& document) override;
  void finish() override;

 private:
  struct Row {
    std::uint32_t docid = 0;
    std::uint32_t terms_end = 0;  // In terms_; they begin where those of the row before end.
    std::uint32_t length = 0;
    std::string date;
  };

  void write_dates(glass::PostingLists& lists) const;
  void write_lengths(glass::PostingLists& lists) const;
  void write_postings(glass::PostingLists& lists);

  std::filesystem::path folder_;
  const glass::VersionFile& version_file_;
  const TermTable& table_;
  glass::DatabaseStatistics statistics_;
  std::vector<Row> rows_;
  std::vector<DocumentTerm> terms_;  // Document after document.
};

}  // namespace pressarkiv
