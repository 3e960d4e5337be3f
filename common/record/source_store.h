// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "common/byte_range.h"
#include "common/digest.h"
#include "common/record/sqlite.h"

namespace pressarkiv {

/// Where a source lies.
struct StoredSource {
  std::int64_t id = 0;
  std::uint64_t size = 0;  ///< Bytes as received.
  std::int64_t first_piece = 0;
};

/// Sources in pieces of 256 KiB, each a zstd frame of its own: one release of a large source costs
/// one or two pieces, and neither keeping nor reading needs room for more. Smaller pieces would
/// compress worse: the text of one reaches back to its own start only.
class SourceStore {
 public:
  static constexpr std::size_t kPieceBytes = std::size_t{256} << 10U;

  explicit SourceStore(const sqlite::Database& database);

  /// Keeps a source, unless one with this digest is there; its id.
  std::int64_t keep(std::string_view bytes, const Digest& digest);
  /// A part of a source. The piece read last stays in memory, so that releases read in the order
  /// in which they stand cost one decompression a piece. Throws kCorrupt.
  std::string read(const StoredSource& source, ByteRange range);
  /// The pieces of a source in turn. Throws kCorrupt.
  void each_piece(const StoredSource& source, const std::function<void(std::string_view)>& visit);
  /// To be called when pieces may have been taken back: their numbers are given out again.
  void forget_cached() { cached_piece_ = 0; }

 private:
  /// Piece `index` of a source, valid until the next call.
  std::string_view piece(const StoredSource& source, std::uint64_t index);

  const sqlite::Database& database_;
  sqlite::Statement find_source_;
  sqlite::Statement add_source_;
  sqlite::Statement add_piece_;
  sqlite::Statement find_piece_;
  std::int64_t cached_piece_ = 0;
  std::string cached_bytes_;
};

}  // namespace pressarkiv
