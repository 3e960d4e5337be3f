// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_factory.h"

#include "indexer/glass_shard.h"
#include "indexer/xapian_shard.h"

namespace pressarkiv {
namespace {

std::optional<glass::VersionFile> learn_version_file(const std::filesystem::path& scratch) {
  {
    WritableIndex empty(scratch.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                              Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST |
                                              Xapian::DB_NO_SYNC);
    empty->commit();
  }
  std::optional<glass::VersionFile> file = glass::VersionFile::of_empty_database(scratch);
  std::filesystem::remove_all(scratch);
  return file;
}

}  // namespace

ShardFactory::ShardFactory(const std::filesystem::path& scratch, TermLists term_lists)
    : term_lists_(term_lists) {
  if (term_lists == TermLists::kLeftOut) version_file_ = learn_version_file(scratch);
}

std::unique_ptr<ShardWriter> ShardFactory::make(const std::filesystem::path& folder,
                                                const TermTable& terms) const {
  if (version_file_) return std::make_unique<GlassShard>(folder, *version_file_, terms);
  return std::make_unique<XapianShard>(folder, term_lists_, terms);
}

// Memory: of Xapian's trees measured on releases of 2 kB and of 230 kB (peak of `rebuild` at
// several sizes of shards); of flat tables 16 bytes a posting and the bytes of the stored reading,
// generously.
ShardLimits ShardFactory::limits() const {
  if (version_file_) return {16384, 4096, 6};
  return {XapianShard::kMostDocuments, 16384, 15};
}

}  // namespace pressarkiv
