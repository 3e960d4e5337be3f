// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "indexer/glass/version_file.h"
#include "indexer/shard_writer.h"
#include "indexer/term_lists.h"

namespace pressarkiv {

/// How large a shard may become, and what its releases cost until it is written.
struct ShardLimits {
  std::uint64_t documents = 0;
  std::uint64_t release_memory = 0;  ///< Bytes for each release …
  std::uint64_t memory_of_byte = 0;  ///< … and for each byte of its stored reading.
};

/// Decides how the shards of a bulk build are written: by GlassShard, unless the index is to have
/// term lists or the Xapian at hand writes databases of another format. May throw Xapian::Error and
/// std::filesystem::filesystem_error.
class ShardFactory {
 public:
  /// `scratch` is a folder for what must be tried; it is made and removed.
  ShardFactory(const std::filesystem::path& scratch, TermLists term_lists);

  /// A shard that becomes the database `folder`; `terms` numbers its documents' terms. The factory
  /// and `terms` must outlive it. For several threads.
  std::unique_ptr<ShardWriter> make(const std::filesystem::path& folder,
                                    const TermTable& terms) const;
  ShardLimits limits() const;

 private:
  TermLists term_lists_;
  std::optional<glass::VersionFile> version_file_;
};

}  // namespace pressarkiv
