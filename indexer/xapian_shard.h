// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>

#include "indexer/shard_writer.h"
#include "indexer/term_lists.h"
#include "indexer/writable_index.h"
#include "indexer/xapian_document.h"

namespace pressarkiv {

/// A shard that Xapian itself writes, document by document. It keeps what is not written in trees:
/// the shard should be small enough for the cache. May throw Xapian::Error.
class XapianShard : public ShardWriter {
 public:
  /// Of 250 documents they are built no faster, and leave a larger index.
  static constexpr std::uint64_t kMostDocuments = 1000;

  /// `terms` must outlive the object.
  XapianShard(const std::filesystem::path& folder, TermLists term_lists, const TermTable& terms)
      : index_(folder.string(), kThrowawayFlags | term_list_flags(term_lists)), terms_(terms) {}

  void add(std::uint32_t docid, const IndexedDocument& document) override {
    index_->replace_document(docid, xapian_document(document, terms_));
  }
  void finish() override { index_->commit(); }

 private:
  static constexpr int kThrowawayFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                         Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

  WritableIndex index_;
  const TermTable& terms_;
};

}  // namespace pressarkiv
